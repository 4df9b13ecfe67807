import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import { purchases, type leads } from '#db/schema';
import { addDays, todayOn } from '~/domain/calendar';
import { nextCode } from '~/domain/next-code.server';
import { workingDayFrom } from '~/domain/working-days';
import { env } from '~/env.server';

type Lead = typeof leads.$inferSelect;
export type Contract = {
  contractNumber: string;
  /** YYYY-MM-DD */
  contractedOn: string;
  /** 分 */
  amount: number;
  method: string;
  quantity: number | null;
  /** how the contract names the product and its producer, if that was said */
  productName?: string | null;
  producerName?: string | null;
};

/** The columns that a contract fills. */
const contractColumns = (lead: Lead, contract: Contract) => ({
  method: contract.method,
  quantity: contract.quantity,
  unit: contract.quantity === null ? null : lead.unit,
  amount: contract.amount,
  contractNumber: contract.contractNumber,
  contractedOn: contract.contractedOn,
  productName: contract.productName ?? null,
  producerName: contract.producerName ?? null,
  confirmByOn: confirmBy(todayOn()),
});

/** The last day to confirm a contract that was recorded on that day: a day off moves on to the next working day. */
export const confirmBy = (recordedOn: string) =>
  workingDayFrom(addDays(recordedOn, env.CONTRACT_CONFIRM_DAYS));

/** Keeps the contract of a lead as a procurement record, not yet confirmed by the enterprise. */
export async function recordContract(
  tx: Tx,
  lead: Lead,
  userId: string,
  contract: Contract,
): Promise<string> {
  const code = await nextCode(tx, purchases, `G-${contract.contractedOn.slice(0, 4)}-`, 4);
  await tx.insert(purchases).values({
    code,
    leadId: lead.id,
    buyerId: lead.buyerId,
    enterpriseId: lead.enterpriseId,
    productId: lead.productId,
    productVersion: lead.productVersion,
    state: 'contracted',
    ...contractColumns(lead, contract),
    recordedById: userId,
  });
  return code;
}

/**
 * Puts right what was recorded of a contract that still counts; the enterprise is asked to confirm it again. False when
 * there is none, or when the goods were accepted before that day.
 */
export async function correctPurchase(tx: Tx, lead: Lead, contract: Contract): Promise<boolean> {
  const changed = await tx
    .update(purchases)
    .set({
      ...contractColumns(lead, contract),
      confirmation: 'unconfirmed',
      confirmedAt: null,
      disputeNote: null,
      updatedAt: new Date(),
    })
    .where(
      and(
        eq(purchases.leadId, lead.id),
        inArray(purchases.state, ['contracted', 'accepted']),
        or(isNull(purchases.acceptedOn), gte(purchases.acceptedOn, contract.contractedOn)),
      ),
    )
    .returning({ id: purchases.id });
  return changed.length > 0;
}

/** The record of a lead's contract, if there is one. */
export async function purchaseOfLead(tx: Tx, leadId: string) {
  const [purchase] = await tx.select().from(purchases).where(eq(purchases.leadId, leadId));
  return purchase;
}

/** The goods are there and accepted. */
export async function recordAcceptance(tx: Tx, leadId: string, acceptedOn: string, evidence: string) {
  await tx
    .update(purchases)
    .set({ state: 'accepted', acceptedOn, acceptanceEvidence: evidence, updatedAt: new Date() })
    .where(and(eq(purchases.leadId, leadId), eq(purchases.state, 'contracted')));
}

/** The contract ended before delivery: its record stays, and counts as no purchase any more. */
export async function terminatePurchase(tx: Tx, leadId: string) {
  await tx
    .update(purchases)
    .set({ state: 'terminated', updatedAt: new Date() })
    .where(and(eq(purchases.leadId, leadId), eq(purchases.state, 'contracted')));
}

/** The enterprise's word on a record; true when it changed something. A dispute may be settled later, a confirmation stays. */
export async function answerPurchase(
  tx: Tx,
  {
    leadId,
    enterpriseId,
    verdict,
    note,
  }: { leadId: string; enterpriseId: string; verdict: 'confirmed' | 'disputed'; note: string | null },
): Promise<boolean> {
  const now = new Date();
  const changed = await tx
    .update(purchases)
    .set({
      confirmation: verdict,
      confirmedAt: verdict === 'confirmed' ? now : null,
      disputeNote: verdict === 'disputed' ? note : null,
      updatedAt: now,
    })
    .where(
      and(
        eq(purchases.leadId, leadId),
        eq(purchases.enterpriseId, enterpriseId),
        inArray(purchases.state, ['contracted', 'accepted']),
        inArray(
          purchases.confirmation,
          verdict === 'confirmed' ? ['unconfirmed', 'disputed'] : ['unconfirmed'],
        ),
      ),
    )
    .returning({ id: purchases.id });
  return changed.length > 0;
}
