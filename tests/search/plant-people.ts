import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import {
  audit,
  formKeys,
  mails,
  memberships,
  organisations,
  savedSearches,
  savedSearchHits,
  searchOpens,
  searchTerms,
  sessions,
  shortlistItems,
  shortlists,
  users,
} from '#db/schema';
import { canaries, plantedFeed } from './canaries';

/** What people keep for themselves or their organisation. */
export async function plantPeople(tx: Tx, productIds: readonly string[]) {
  const [person] = await tx
    .insert(users)
    .values({
      email: `${canaries.personEmail}@example.cn`,
      name: canaries.personName,
      phone: canaries.personPhone,
      passwordHash: '-',
    })
    .returning({ id: users.id });
  const [buyer] = await tx.select().from(organisations).where(eq(organisations.kind, 'buyer'));
  const [membership] = await tx
    .insert(memberships)
    .values({ userId: person!.id, organisationId: buyer!.id, role: 'handler' })
    .returning({ id: memberships.id });
  await plantTraces(tx, person!.id, membership!.id);
  const [list] = await tx
    .insert(shortlists)
    .values({ organisationId: buyer!.id, name: canaries.shortlist, createdById: person!.id })
    .returning({ id: shortlists.id });
  await tx.insert(shortlistItems).values({
    shortlistId: list!.id,
    productId: productIds[0]!,
    note: canaries.shortlistNote,
    editedById: person!.id,
  });
  const search = { userId: person!.id, type: 'product' as const, locale: 'zh-CN', frequency: 'off' as const };
  await tx.insert(savedSearches).values({
    ...search,
    label: canaries.savedSearch,
    query: `q=${canaries.savedSearch}`,
    feedToken: 'another',
    stopToken: 'another',
  });
  const [feed] = await tx
    .insert(savedSearches)
    .values({ ...search, label: '无人机', query: 'q=无人机', feedToken: plantedFeed, stopToken: plantedFeed })
    .returning({ id: savedSearches.id });
  // the drafts and withdrawn ones as well: the search found them while they were public
  await tx.insert(savedSearchHits).values(productIds.map((itemId) => ({ savedSearchId: feed!.id, itemId })));
}

/** What is left of what people did. */
async function plantTraces(tx: Tx, userId: string, membershipId: string) {
  const endsAt = new Date('2099-01-01');
  await tx.insert(sessions).values({ id: canaries.session, membershipId, expiresAt: endsAt });
  await tx
    .insert(formKeys)
    .values({ key: canaries.formLedTo, userId, ledTo: `/${canaries.formLedTo}`, endsAt });
  await tx
    .insert(audit)
    .values({ action: canaries.audit, subject: 'test', subjectId: '1', data: { note: canaries.audit } });
  await tx.insert(mails).values({
    recipient: `${canaries.mail}@example.cn`,
    subject: canaries.mail,
    body: canaries.mail,
    headers: { 'X-Note': canaries.mail },
  });
  const counted = { on: '2026-01-01', type: 'product' as const };
  await tx
    .insert(searchTerms)
    .values({ ...counted, term: canaries.searchTerm, searches: 9, askers: 9, foundNothing: 9, opened: 9 });
  await tx.insert(searchOpens).values({ ...counted, code: canaries.openedCode, opened: 9 });
}
