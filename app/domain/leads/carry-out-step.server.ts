import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import { leadEvents, trials } from '#db/schema';
import { todayOn } from '~/domain/calendar';
import {
  purchaseOfLead,
  recordAcceptance,
  recordContract,
  terminatePurchase,
  type Contract,
} from '~/domain/purchases/record-purchase.server';
import type { LeadViewer } from './queue.server';
import { type Facts, type Lead, Refused } from './own-lead.server';

/** A step with a lead, with what it needs to know. Amounts in fen. */
export type Step =
  | { move: 'accept' | 'withdraw' | 'reopen' | 'reopen_enquiry' }
  | { move: 'decline' | 'close_lost' | 'terminate'; reason: string; note: string | null }
  | { move: 'start_trial'; site: string; startedOn: string }
  | { move: 'record_trial'; result: 'passed' | 'failed'; endedOn: string; note: string | null }
  | { move: 'start_procuring'; method: string; plannedMonth: string; budget: number }
  | ({ move: 'record_contract' } & Contract)
  | { move: 'record_delivery'; acceptedOn: string; evidence: string };

/** Does what belongs to a step beside the change of state; throws Refused when a rule forbids it. */
export async function carryOut(tx: Tx, lead: Lead, viewer: LeadViewer, step: Step): Promise<Facts> {
  switch (step.move) {
    case 'accept':
      return { set: { contactsShared: true } };
    case 'withdraw':
      return {};
    case 'decline':
    case 'close_lost':
      await stopTrial(tx, lead);
      return endedFor(step);
    case 'terminate':
      await terminatePurchase(tx, lead.id);
      return { ...endedFor(step), public: true };
    case 'start_trial':
      await tx.insert(trials).values({
        leadId: lead.id,
        productId: lead.productId,
        buyerId: lead.buyerId,
        site: step.site,
        startedOn: step.startedOn,
      });
      return { data: { site: step.site, startedOn: step.startedOn } };
    case 'record_trial':
      return recordTrial(tx, lead, step);
    case 'start_procuring':
      return {
        data: { method: step.method, plannedMonth: step.plannedMonth, budget: step.budget },
        set: { method: step.method, plannedMonth: step.plannedMonth, procurementBudget: step.budget },
      };
    case 'record_contract': {
      const { move: _move, ...contract } = step;
      const code = await recordContract(tx, lead, viewer.userId, contract);
      return { data: { ...contract, purchase: code }, public: true };
    }
    case 'record_delivery': {
      const purchase = await purchaseOfLead(tx, lead.id);
      if (!purchase || step.acceptedOn < purchase.contractedOn) throw new Refused('before-contract');
      await recordAcceptance(tx, lead.id, step.acceptedOn, step.evidence);
      return { body: step.evidence, data: { acceptedOn: step.acceptedOn }, public: true };
    }
    case 'reopen':
    case 'reopen_enquiry':
      return reopen(tx, lead, step.move);
  }
}

const endedFor = ({ reason, note }: { reason: string; note: string | null }): Facts => ({
  body: note,
  data: { reason },
  set: { reason, reasonNote: note },
});

async function recordTrial(tx: Tx, lead: Lead, step: Step & { move: 'record_trial' }): Promise<Facts> {
  const [running] = await tx
    .select()
    .from(trials)
    .where(and(eq(trials.leadId, lead.id), isNull(trials.endedOn)))
    .orderBy(desc(trials.startedOn))
    .limit(1);
  if (!running || step.endedOn < running.startedOn) throw new Refused('before-trial');
  await tx
    .update(trials)
    .set({ result: step.result, endedOn: step.endedOn, note: step.note })
    .where(eq(trials.id, running.id));
  return {
    kind: 'trial_result',
    body: step.note,
    data: { result: step.result, site: running.site, startedOn: running.startedOn, endedOn: step.endedOn },
    public: true,
  };
}

/** The trial that runs when a lead is closed ends with it, without a result; one that had yet to begin never was. */
async function stopTrial(tx: Tx, lead: Lead): Promise<void> {
  const today = todayOn();
  const running = and(eq(trials.leadId, lead.id), isNull(trials.endedOn));
  await tx.delete(trials).where(and(running, gt(trials.startedOn, today)));
  await tx.update(trials).set({ endedOn: today }).where(running);
}

/** A lapsed lead comes back once, to where both sides knew each other or not. */
async function reopen(tx: Tx, lead: Lead, move: 'reopen' | 'reopen_enquiry'): Promise<Facts> {
  if ((move === 'reopen') !== lead.contactsShared) throw new Refused('state');
  const before = await tx
    .select({ data: leadEvents.data })
    .from(leadEvents)
    .where(and(eq(leadEvents.leadId, lead.id), eq(leadEvents.fromState, 'lapsed')));
  if (before.length > 0) throw new Refused('reopened-before');
  return {};
}
