import { and, desc, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { refusal, write, type Tx } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { leadEvents, leads, trials } from '#db/schema';
import {
  answerPurchase,
  purchaseOfLead,
  recordAcceptance,
  recordContract,
  terminatePurchase,
  type Contract,
} from '~/domain/purchases/record-purchase.server';
import { leadMove, mayWriteLetters, type LeadMove, type LeadState } from './lead';
import type { LeadViewer } from './queue.server';

export type Step =
  | { move: 'accept' | 'withdraw' | 'reopen' | 'reopen_enquiry' }
  | { move: 'decline' | 'close_lost'; reason: string; note: string | null }
  | { move: 'start_trial'; site: string; startedOn: string }
  | { move: 'record_trial'; result: 'passed' | 'failed'; endedOn: string; note: string | null }
  | { move: 'start_procuring'; method: string; plannedMonth: string; budget: number }
  | ({ move: 'record_contract' } & Contract)
  | { move: 'record_delivery'; acceptedOn: string; evidence: string }
  | { move: 'terminate'; note: string };

export type StepRefusal =
  /** someone moved it since the viewer's page was made */
  'changed' | 'state' | 'side' | 'before-trial' | 'before-contract' | 'reopened-before' | 'another-open';
export type StepResult = { ok: true; state: LeadState } | { ok: false; reason: StepRefusal } | undefined;

type Lead = typeof leads.$inferSelect;
type Side = 'buyer' | 'enterprise';
/** The facts of a step, for its event. */
type Facts = {
  kind?: 'trial_result';
  body?: string | null;
  data?: Record<string, unknown>;
  set?: Partial<Lead>;
  public?: boolean;
};

/** The leads of the viewer's organisation: on its own side only. */
export const ownLeads = (viewer: LeadViewer) =>
  viewer.organisationKind === 'buyer'
    ? eq(leads.buyerId, viewer.organisationId)
    : eq(leads.enterpriseId, viewer.organisationId);

const sideOf = (viewer: LeadViewer): Side => (viewer.organisationKind === 'buyer' ? 'buyer' : 'enterprise');
class Refused extends Error {
  constructor(readonly reason: StepRefusal) {
    super(reason);
  }
}

async function findOwn(tx: Tx, viewer: LeadViewer, code: string): Promise<Lead | undefined> {
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.code, code), ownLeads(viewer)));
  return lead;
}

/** Does what belongs to a step beside the change of state; throws Refused when a rule forbids it. */
async function carryOut(tx: Tx, lead: Lead, viewer: LeadViewer, step: Step): Promise<Facts> {
  switch (step.move) {
    case 'accept':
      return { set: { contactsShared: true } };
    case 'withdraw':
      return {};
    case 'decline':
    case 'close_lost':
      return {
        body: step.note,
        data: { reason: step.reason },
        set: { reason: step.reason, reasonNote: step.note },
      };
    case 'terminate':
      await terminatePurchase(tx, lead.id);
      return { body: step.note, set: { reasonNote: step.note }, public: true };
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

/**
 * Makes one step with a lead of the viewer's organisation. `version` is the one the viewer saw: of two
 * people who move the same lead one wins, the other is told. Undefined when there is no such lead of theirs.
 */
export async function moveLead({
  viewer,
  code,
  version,
  step,
}: {
  viewer: LeadViewer;
  code: string;
  version: number;
  step: Step;
}): Promise<StepResult> {
  if (viewer.organisationKind === 'bureau') return undefined;
  const side = sideOf(viewer);
  try {
    return await write(async (tx): Promise<StepResult> => {
      const lead = await findOwn(tx, viewer, code);
      if (!lead) return undefined;
      if (lead.version !== version) throw new Refused('changed');
      const allowed = leadMove(step.move as LeadMove, lead.state, side);
      if (!allowed.ok) throw new Refused(allowed.reason);
      const facts = await carryOut(tx, lead, viewer, step);
      const now = new Date();
      const moved = await tx
        .update(leads)
        .set({
          ...facts.set,
          state: allowed.to,
          lastSide: side,
          waitingSince: now,
          updatedAt: now,
          version: version + 1,
        })
        .where(and(eq(leads.id, lead.id), eq(leads.version, version)))
        .returning({ id: leads.id });
      if (moved.length === 0) throw new Refused('changed');
      await tx.insert(leadEvents).values({
        leadId: lead.id,
        kind: facts.kind ?? 'moved',
        side,
        actorId: viewer.userId,
        fromState: lead.state,
        toState: allowed.to,
        body: facts.body ?? null,
        data: { ...facts.data, move: step.move, version: version + 1 },
        at: now,
      });
      if (facts.public) await enqueueForSearch(tx, 'product', lead.productId);
      await recordAudit(tx, {
        actor: viewer,
        action: 'lead.moved',
        subject: 'lead',
        subjectId: lead.id,
        data: { code, move: step.move, from: lead.state, to: allowed.to },
      });
      return { ok: true, state: allowed.to };
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    // Only coming back into the open can meet another open lead about the same thing.
    if (refusal(error)?.kind === 'unique' && (step.move === 'reopen' || step.move === 'reopen_enquiry'))
      return { ok: false, reason: 'another-open' };
    throw error;
  }
}

/** Adds a letter to a lead that both sides have agreed to talk about. Letters never collide with moves. */
export async function writeLetter({
  viewer,
  code,
  body,
}: {
  viewer: LeadViewer;
  code: string;
  body: string;
}): Promise<{ ok: true } | { ok: false; reason: 'state' } | undefined> {
  if (viewer.organisationKind === 'bureau') return undefined;
  const side = sideOf(viewer);
  return write(async (tx) => {
    const lead = await findOwn(tx, viewer, code);
    if (!lead) return undefined;
    if (!mayWriteLetters(lead.state)) return { ok: false as const, reason: 'state' as const };
    const now = new Date();
    await tx.insert(leadEvents).values({
      leadId: lead.id,
      kind: 'message',
      side,
      actorId: viewer.userId,
      body,
      data: { version: lead.version },
      at: now,
    });
    const turnChanges = lead.state === 'in_contact' && lead.lastSide !== side;
    await tx
      .update(leads)
      .set(turnChanges ? { lastSide: side, waitingSince: now, updatedAt: now } : { updatedAt: now })
      .where(eq(leads.id, lead.id));
    await recordAudit(tx, {
      actor: viewer,
      action: 'lead.letter',
      subject: 'lead',
      subjectId: lead.id,
      data: { code },
    });
    return { ok: true as const };
  });
}

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
}): Promise<{ ok: true } | { ok: false; reason: 'changed' | 'state' } | undefined> {
  if (viewer.organisationKind !== 'enterprise') return undefined;
  try {
    return await write(async (tx) => {
      const lead = await findOwn(tx, viewer, code);
      if (!lead) return undefined;
      if (lead.version !== version) throw new Refused('changed');
      const changed = await answerPurchase(tx, {
        leadId: lead.id,
        enterpriseId: viewer.organisationId,
        verdict,
        note,
      });
      if (!changed) throw new Refused('state');
      const now = new Date();
      const moved = await tx
        .update(leads)
        .set({ version: version + 1, updatedAt: now })
        .where(and(eq(leads.id, lead.id), eq(leads.version, version)))
        .returning({ id: leads.id });
      if (moved.length === 0) throw new Refused('changed');
      await tx.insert(leadEvents).values({
        leadId: lead.id,
        kind: verdict,
        side: 'enterprise',
        actorId: viewer.userId,
        body: note,
        data: { version: version + 1 },
        at: now,
      });
      await enqueueForSearch(tx, 'product', lead.productId);
      await recordAudit(tx, {
        actor: viewer,
        action: `purchase.${verdict}`,
        subject: 'lead',
        subjectId: lead.id,
        data: { code },
      });
      return { ok: true as const };
    });
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, reason: error.reason === 'changed' ? 'changed' : 'state' };
    throw error;
  }
}
