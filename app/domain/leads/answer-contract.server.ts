import { answerPurchase } from '~/domain/purchases/record-purchase.server';
import { keepChange } from './keep-change.server';
import type { LeadViewer } from './queue.server';
import { changeOwn, Refused, type StepRefusal } from './own-lead.server';

/** The enterprise confirms the contract that the buyer recorded, or says what is wrong with it. */
export async function answerContract({
  viewer,
  code,
  version,
  verdict,
  note,
}: {
  viewer: LeadViewer;
  code: string;
  version: number;
  verdict: 'confirmed' | 'disputed';
  note: string | null;
}): Promise<{ ok: true } | { ok: false; reason: StepRefusal } | undefined> {
  if (viewer.organisationKind !== 'enterprise') return undefined;
  return changeOwn({ viewer, code, version }, async (tx, lead) => {
    const changed = await answerPurchase(tx, {
      leadId: lead.id,
      enterpriseId: viewer.organisationId,
      verdict,
      note,
    });
    if (!changed) throw new Refused('state');
    await keepChange(tx, lead, {
      viewer,
      kind: verdict,
      body: note,
      action: `purchase.${verdict}`,
      news: verdict,
      public: true,
    });
    return { ok: true as const };
  });
}
