import { aliasedTable, and, asc, count, desc, eq, gte, inArray, isNotNull, ne } from 'drizzle-orm';
import { db } from '#db/client.server';
import { audit, leads, organisations, products, publications, purchases, users } from '#db/schema';
import { countedPurchaseStates, openLeadStates } from '#db/schema/words';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { todayOn } from '~/domain/calendar';
import { awaitedSide, type AwaitedSide, type LeadState } from '~/domain/leads/lead';
import { waitedFor } from '~/domain/leads/queue.server';
import { env } from '~/env.server';
import { publishingRefusal, type PublicationKind, type PublishingRefusal } from './publication';

const msPerDay = 86_400_000;

/** What stands on the desk of the authority's staff, as conditions: for its lists and for their numbers. */
export const bureauDesk = {
  publication: () => eq(publications.state, 'submitted'),
  draft: (userId: string) => and(eq(publications.state, 'draft'), eq(publications.authorId, userId)),
  /** of a contract that ended nobody has to agree any more */
  dispute: () =>
    and(
      eq(purchases.confirmation, 'disputed'),
      inArray(purchases.state, [...countedPurchaseStates]),
      isNotNull(purchases.leadId),
    ),
  lead: (now: Date) =>
    and(inArray(leads.state, [...openLeadStates]), waitedFor(env.LEAD_BUREAU_DAYS, todayOn(now))),
};

export type QueueItem = { code: string; title: string; since: Date } & (
  | { kind: 'publication'; listKind: PublicationKind; author: string | null; blocked?: PublishingRefusal }
  | { kind: 'draft'; listKind: PublicationKind; returnedFor?: string }
  | { kind: 'dispute'; buyer: string; enterprise: string; note: string | null }
  | { kind: 'lead'; buyer: string; enterprise: string; state: LeadState; awaiting?: AwaitedSide }
);
export type QueueKind = QueueItem['kind'];

/** Everything that waits for this person or for the bureau, what has waited longest first. */
export async function listBureauQueue(viewer: Viewer, now = new Date()): Promise<QueueItem[]> {
  const parts = [
    await listSubmittedForBureau(viewer),
    await listOwnDrafts(viewer),
    await listDisputes(),
    await listStalledLeads(now),
  ];
  return parts.flat().sort((a, b) => a.since.getTime() - b.since.getTime());
}

/** Lists handed in for publication, with why this person may not publish one. */
export async function listSubmittedForBureau(viewer: Viewer): Promise<QueueItem[]> {
  const rows = await db
    .select({
      code: publications.code,
      title: publications.title,
      listKind: publications.kind,
      since: publications.updatedAt,
      authorId: publications.authorId,
      author: users.name,
    })
    .from(publications)
    .leftJoin(users, eq(users.id, publications.authorId))
    .where(bureauDesk.publication())
    .orderBy(asc(publications.updatedAt));
  return rows.map(({ authorId, ...row }) => ({
    ...row,
    kind: 'publication',
    blocked: publishingRefusal({ state: 'submitted' }, [authorId], viewer),
  }));
}

/** Drafts that this person has still to hand in, with why one came back. */
async function listOwnDrafts(viewer: Viewer): Promise<QueueItem[]> {
  const rows = await db
    .select({
      id: publications.id,
      code: publications.code,
      title: publications.title,
      listKind: publications.kind,
      since: publications.updatedAt,
    })
    .from(publications)
    .where(bureauDesk.draft(viewer.userId));
  const steps = rows.length
    ? await db
        .select({ id: audit.subjectId, action: audit.action, data: audit.data })
        .from(audit)
        .where(
          and(
            eq(audit.subject, 'publication'),
            inArray(
              audit.subjectId,
              rows.map(({ id }) => id),
            ),
            ne(audit.action, 'publication.changed'),
          ),
        )
        .orderBy(desc(audit.at))
    : [];
  return rows.map(({ id, ...row }) => {
    const last = steps.find((each) => each.id === id);
    const reason = last?.action === 'publication.returned' ? last.data.reason : undefined;
    return { ...row, kind: 'draft', returnedFor: typeof reason === 'string' ? reason : undefined };
  });
}

const buyer = aliasedTable(organisations, 'buyer');
const enterprise = aliasedTable(organisations, 'enterprise');

/** Purchase records whose two sides do not agree. */
async function listDisputes(): Promise<QueueItem[]> {
  const rows = await db
    .select({
      code: leads.code,
      title: products.name,
      since: purchases.updatedAt,
      buyer: buyer.name,
      enterprise: enterprise.name,
      note: purchases.disputeNote,
    })
    .from(purchases)
    .innerJoin(leads, eq(leads.id, purchases.leadId))
    .innerJoin(products, eq(products.id, purchases.productId))
    .innerJoin(buyer, eq(buyer.id, purchases.buyerId))
    .innerJoin(enterprise, eq(enterprise.id, purchases.enterpriseId))
    .where(bureauDesk.dispute())
    .orderBy(asc(purchases.updatedAt))
    .limit(100);
  return rows.map((row) => ({ ...row, kind: 'dispute' }));
}

/** Open leads in which one side has let the other wait for long. */
async function listStalledLeads(now: Date): Promise<QueueItem[]> {
  const rows = await db
    .select({
      code: leads.code,
      title: products.name,
      since: leads.waitingSince,
      buyer: buyer.name,
      enterprise: enterprise.name,
      state: leads.state,
      lastSide: leads.lastSide,
    })
    .from(leads)
    .innerJoin(products, eq(products.id, leads.productId))
    .innerJoin(buyer, eq(buyer.id, leads.buyerId))
    .innerJoin(enterprise, eq(enterprise.id, leads.enterpriseId))
    .where(bureauDesk.lead(now))
    .orderBy(asc(leads.waitingSince))
    .limit(100);
  return rows.map(({ lastSide, ...row }) => ({
    ...row,
    kind: 'lead',
    awaiting: awaitedSide(row.state, lastSide),
  }));
}

/** How many lists were published in the last seven days. */
export async function countRecentlyPublished(now = new Date()): Promise<number> {
  const [rows] = await db
    .select({ n: count() })
    .from(publications)
    .where(
      and(
        eq(publications.state, 'published'),
        gte(publications.publishedAt, new Date(now.getTime() - 7 * msPerDay)),
      ),
    );
  return rows?.n ?? 0;
}
