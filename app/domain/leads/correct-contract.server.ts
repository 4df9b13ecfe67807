import { correctPurchase, type Contract } from '~/domain/purchases/record-purchase.server';
import { tracingFirsts } from '~/domain/purchases/trace-firsts.server';
import { keepChange } from './keep-change.server';
import { changeOwn, Refused, type StepRefusal } from './own-lead.server';
import type { LeadViewer } from './queue.server';

/**
 * The buyer puts right a contract that was mistyped or is disputed: the history keeps what it says now beside what it
 * said, and the enterprise is asked to confirm it again. Undefined when there is no such lead of theirs.
 */
export async function correctContract({
  viewer,
  code,
  version,
  contract,
  note,
}: {
  viewer: LeadViewer;
  code: string;
  version: number;
  contract: Contract;
  /** what was wrong */
  note: string;
}): Promise<{ ok: true } | { ok: false; reason: StepRefusal | 'after-acceptance' } | undefined> {
  if (viewer.organisationKind !== 'buyer') return undefined;
  return changeOwn({ viewer, code, version }, async (tx, lead) => {
    if (lead.state !== 'contracted' && lead.state !== 'delivered') throw new Refused('state');
    const corrected = await tracingFirsts(tx, lead.productId, viewer, () =>
      correctPurchase(tx, lead, contract),
    );
    if (!corrected) return { ok: false as const, reason: 'after-acceptance' as const };
    await keepChange(tx, lead, {
      viewer,
      set: { waitingSince: new Date(), remindedDays: 0 },
      kind: 'corrected',
      body: note,
      data: { ...contract },
      action: 'purchase.corrected',
      news: 'corrected',
      public: true,
    });
    return { ok: true as const };
  });
}
