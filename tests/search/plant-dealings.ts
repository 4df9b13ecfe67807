import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import {
  countedPurchaseStates,
  leadEvents,
  leads,
  memberships,
  offerings,
  type products,
  purchases,
  responses,
  scenarios,
  trials,
  users,
} from '#db/schema';
import { canaries, hidden, hiddenStates } from './canaries';

type Row<T extends { $inferSelect: unknown }> = T['$inferSelect'];
type Product = Row<typeof products>;

/** What lies between two organisations. */
export async function plantDealings(tx: Tx, product: Product, scenario: Row<typeof scenarios>) {
  const [offering] = await tx.select().from(offerings).where(eq(offerings.productId, product.id));
  const [person] = await tx.select().from(users).where(eq(users.email, 'forest@buyer.example'));
  const [membership] = await tx.select().from(memberships).where(eq(memberships.userId, person!.id));
  const answer = {
    offeringId: offering!.id,
    productId: product.id,
    organisationId: product.organisationId,
    authorId: person!.id,
  };
  const [other] = await tx.select().from(scenarios).where(eq(scenarios.code, 'S-AI-01'));
  await tx.insert(responses).values([
    { ...answer, code: 'R-ZZZ-01', scenarioId: scenario.id, message: canaries.response },
    {
      ...answer,
      code: 'R-ZZZ-02',
      scenarioId: other!.id,
      message: canaries.withdrawnResponse,
      state: 'withdrawn',
    },
  ]);
  const [buyerId, userId] = [membership!.organisationId, person!.id];
  const leadId = await plantLead(tx, product, buyerId, userId);
  const trial = { leadId, productId: product.id, buyerId, startedOn: '2026-01-01' };
  await tx.insert(trials).values([
    {
      ...trial,
      endedOn: '2026-02-01',
      result: 'failed',
      site: canaries.failedTrialSite,
      note: canaries.failedTrialNote,
    },
    {
      ...trial,
      endedOn: '2026-02-01',
      result: 'passed',
      site: canaries.passedTrial,
      note: canaries.passedTrial,
    },
    { ...trial, site: canaries.runningTrial, note: canaries.runningTrial },
  ]);
  await plantPurchases(tx, product, buyerId, userId);
}

async function plantLead(tx: Tx, product: Product, buyerId: string, userId: string) {
  const [lead] = await tx
    .insert(leads)
    .values({
      code: `X-${canaries.leadPurpose.toUpperCase()}`,
      buyerId,
      enterpriseId: product.organisationId,
      productId: product.id,
      productVersion: 1,
      subjectKey: 'zz',
      origin: 'enquiry',
      openedById: userId,
      state: 'closed_lost',
      purpose: canaries.leadPurpose,
      unit: canaries.leadPurpose,
      neededBy: canaries.leadPurpose,
      method: canaries.leadPurpose,
      plannedMonth: canaries.leadPurpose,
      reason: canaries.leadReason,
      reasonNote: canaries.leadReason,
    })
    .returning({ id: leads.id });
  await tx.insert(leadEvents).values({
    leadId: lead!.id,
    kind: 'message',
    side: 'buyer',
    body: canaries.letter,
    data: { note: canaries.letterData },
  });
  return lead!.id;
}

/** In every state: of one that counts the day, the way and the amount are public, of others nothing. */
const plantPurchases = (tx: Tx, product: Product, buyerId: string, recordedById: string) =>
  tx.insert(purchases).values(
    hiddenStates.purchase.map((state) => {
      const word = hidden('purchase', state);
      const counts = (countedPurchaseStates as readonly string[]).includes(state);
      return {
        buyerId,
        enterpriseId: product.organisationId,
        productId: product.id,
        productVersion: 1,
        code: `G-${word.toUpperCase()}`,
        state,
        method: counts ? '询价' : word,
        unit: counts ? '台' : word,
        amount: 1_000_000,
        contractNumber: word,
        contractedOn: '2026-03-01',
        productName: word,
        producerName: word,
        acceptedOn: '2026-04-01',
        acceptanceEvidence: `${word} ${canaries.acceptanceEvidence}`,
        confirmation: 'disputed' as const,
        disputeNote: `${word} ${canaries.dispute}`,
        recordedById,
      };
    }),
  );
