import * as m from '~/paraglide/messages';
export { leadStates, openLeadStates, endedLeadStates } from '#db/schema/words';
import type { leadSides, leadStates } from '#db/schema/words';

export type LeadState = (typeof leadStates)[number];
export type LeadSide = (typeof leadSides)[number];
export type LeadMove =
  | 'accept' | 'decline' | 'withdraw' | 'start_trial' | 'record_trial' | 'start_procuring' | 'record_contract' | 'record_delivery'
  | 'close_lost' | 'terminate' | 'reopen';

/** Which move leads where, from which states, by whom. The database holds the same pairs and refuses others. */
const moves: Record<LeadMove, { from: readonly LeadState[]; to: LeadState; by: readonly LeadSide[] }> = {
  accept: { from: ['awaiting_reply'], to: 'in_contact', by: ['enterprise'] },
  decline: { from: ['awaiting_reply'], to: 'declined', by: ['enterprise'] },
  withdraw: { from: ['awaiting_reply'], to: 'withdrawn', by: ['buyer'] },
  start_trial: { from: ['in_contact', 'procuring'], to: 'trial', by: ['buyer'] },
  record_trial: { from: ['trial'], to: 'in_contact', by: ['buyer'] },
  start_procuring: { from: ['in_contact', 'trial'], to: 'procuring', by: ['buyer'] },
  record_contract: { from: ['procuring'], to: 'contracted', by: ['buyer'] },
  record_delivery: { from: ['contracted'], to: 'delivered', by: ['buyer'] },
  close_lost: { from: ['in_contact', 'trial', 'procuring'], to: 'closed_lost', by: ['buyer', 'enterprise'] },
  terminate: { from: ['contracted'], to: 'terminated', by: ['buyer'] },
  reopen: { from: ['lapsed'], to: 'in_contact', by: ['buyer', 'enterprise'] },
};
export const leadMoves = Object.keys(moves) as LeadMove[];

/** Whether `side` may make `move` from `state`, and where it leads. */
export function leadMove(move: LeadMove, state: LeadState, side: LeadSide):
  | { ok: true; to: LeadState }
  | { ok: false; reason: 'state' | 'side' } {
  const rule = moves[move];
  if (!rule.from.includes(state)) return { ok: false, reason: 'state' };
  if (!rule.by.includes(side)) return { ok: false, reason: 'side' };
  return { ok: true, to: rule.to };
}

/** Whose turn it is (derived, never a status): undefined when the lead has ended. */
export function awaitedSide(state: LeadState, lastSide: LeadSide): 'buyer' | 'enterprise' | undefined {
  if (state === 'new' || state === 'awaiting_reply') return 'enterprise';
  if (state === 'in_contact') return lastSide === 'buyer' ? 'enterprise' : 'buyer';
  if (state === 'trial' || state === 'procuring' || state === 'contracted') return 'buyer';
  return undefined;
}

/** The main path as the stage bar shows it. */
export const leadStages = ['new', 'awaiting_reply', 'in_contact', 'trial', 'procuring', 'contracted', 'delivered'] as const;

export const leadStateLabel = (state: LeadState) =>
  ({
    new: m.domain_lead_new, awaiting_reply: m.domain_lead_awaiting_reply, in_contact: m.domain_lead_in_contact, trial: m.domain_lead_trial,
    procuring: m.domain_lead_procuring, contracted: m.domain_lead_contracted, delivered: m.domain_lead_delivered, declined: m.domain_lead_declined,
    withdrawn: m.domain_lead_withdrawn, lapsed: m.domain_lead_lapsed, closed_lost: m.domain_lead_closed_lost, terminated: m.domain_lead_terminated,
  })[state]();
