import * as m from '~/paraglide/messages';
export { leadStates, openLeadStates, endedLeadStates } from '#db/schema/words';
import type { leadSides, leadStates } from '#db/schema/words';

export type LeadState = (typeof leadStates)[number];
export type LeadSide = (typeof leadSides)[number];
export type LeadMove =
  | 'offer'
  | 'accept'
  | 'decline'
  | 'withdraw'
  | 'start_trial'
  | 'record_trial'
  | 'start_procuring'
  | 'record_contract'
  | 'record_delivery'
  | 'close_lost'
  | 'terminate'
  | 'lapse'
  | 'reopen'
  | 'reopen_enquiry';

/** Which move leads where, from which states, by whom. The database holds the same pairs and refuses others. */
const moves: Record<LeadMove, { from: readonly LeadState[]; to: LeadState; by: readonly LeadSide[] }> = {
  offer: { from: ['new'], to: 'awaiting_reply', by: ['bureau', 'system'] },
  accept: { from: ['awaiting_reply'], to: 'in_contact', by: ['enterprise'] },
  decline: { from: ['awaiting_reply'], to: 'declined', by: ['enterprise'] },
  withdraw: { from: ['new', 'awaiting_reply'], to: 'withdrawn', by: ['buyer'] },
  start_trial: { from: ['in_contact', 'procuring'], to: 'trial', by: ['buyer'] },
  record_trial: { from: ['trial'], to: 'in_contact', by: ['buyer'] },
  /** a running trial first gets its result */
  start_procuring: { from: ['in_contact'], to: 'procuring', by: ['buyer'] },
  record_contract: { from: ['procuring'], to: 'contracted', by: ['buyer'] },
  record_delivery: { from: ['contracted'], to: 'delivered', by: ['buyer'] },
  close_lost: { from: ['in_contact', 'trial', 'procuring'], to: 'closed_lost', by: ['buyer', 'enterprise'] },
  terminate: { from: ['contracted'], to: 'terminated', by: ['buyer'] },
  /** while one side owes the other an answer; a trial and a tender take the time they take */
  lapse: { from: ['awaiting_reply', 'in_contact'], to: 'lapsed', by: ['system'] },
  /** for a lead that the enterprise had accepted … */
  reopen: { from: ['lapsed'], to: 'in_contact', by: ['buyer', 'enterprise'] },
  /** … and for one that it had never answered */
  reopen_enquiry: { from: ['lapsed'], to: 'awaiting_reply', by: ['buyer'] },
};
export const leadMoves = Object.keys(moves) as LeadMove[];

/** Whether `side` may make `move` from `state`, and where it leads. */
export function leadMove(
  move: LeadMove,
  state: LeadState,
  side: LeadSide,
): { ok: true; to: LeadState } | { ok: false; reason: 'state' | 'side' } {
  const rule = moves[move];
  if (!rule.from.includes(state)) return { ok: false, reason: 'state' };
  if (!rule.by.includes(side)) return { ok: false, reason: 'side' };
  return { ok: true, to: rule.to };
}

/** The moves that `side` may make from `state`. */
export const movesFor = (state: LeadState, side: LeadSide): LeadMove[] =>
  leadMoves.filter((move) => leadMove(move, state, side).ok);

/** Both sides write to each other once the enterprise has accepted, and until the lead ends. */
export const mayWriteLetters = (state: LeadState) =>
  state === 'in_contact' || state === 'trial' || state === 'procuring' || state === 'contracted';

export type AwaitedSide = Exclude<LeadSide, 'system'>;

/**
 * Whose turn it is (derived, never a status): undefined when the lead has ended. A new one is an introduction that the
 * bureau has not sent yet; before that the enterprise can do nothing.
 */
export function awaitedSide(state: LeadState, lastSide: LeadSide): AwaitedSide | undefined {
  if (state === 'new') return 'bureau';
  if (state === 'awaiting_reply') return 'enterprise';
  if (state === 'in_contact') return lastSide === 'buyer' ? 'enterprise' : 'buyer';
  if (state === 'trial' || state === 'procuring' || state === 'contracted') return 'buyer';
  return undefined;
}

/** While one side owes the other an answer: it is reminded, and in the end the lead lapses. */
export const answerOwedStates = ['awaiting_reply', 'in_contact'] as const satisfies readonly LeadState[];

/** The main path as the stage bar shows it. */
export const leadStages = [
  'new',
  'awaiting_reply',
  'in_contact',
  'trial',
  'procuring',
  'contracted',
  'delivered',
] as const;

export type StageView = { stage: (typeof leadStages)[number]; status: 'done' | 'now' | 'skipped' | 'ahead' };

/**
 * The stage bar of a lead in `state` that has been in the states of `entered`; `leftFrom` is where an
 * ended lead stood before. The trial may be skipped, and stays done when talks go on after it.
 */
export function leadStageViews(
  state: LeadState,
  entered: ReadonlySet<LeadState>,
  leftFrom?: LeadState,
): StageView[] {
  const order: readonly LeadState[] = leadStages;
  const ended = !order.includes(state);
  const reached = order.indexOf(ended ? (leftFrom ?? 'awaiting_reply') : state);
  return leadStages.map((stage, index) => {
    if (!ended && stage === state && stage !== 'delivered') return { stage, status: 'now' };
    if (stage === 'trial' && entered.has('trial')) return { stage, status: 'done' };
    if (index > reached) return { stage, status: 'ahead' };
    if (stage === 'trial') return { stage, status: 'skipped' };
    return { stage, status: 'done' };
  });
}

export const awaitedSideLabel = (side: AwaitedSide) =>
  ({ buyer: m.domain_side_buyer, enterprise: m.domain_side_enterprise, bureau: m.domain_side_bureau })[
    side
  ]();

export const leadStateLabel = (state: LeadState) =>
  ({
    new: m.domain_lead_new,
    awaiting_reply: m.domain_lead_awaiting_reply,
    in_contact: m.domain_lead_in_contact,
    trial: m.domain_lead_trial,
    procuring: m.domain_lead_procuring,
    contracted: m.domain_lead_contracted,
    delivered: m.domain_lead_delivered,
    declined: m.domain_lead_declined,
    withdrawn: m.domain_lead_withdrawn,
    lapsed: m.domain_lead_lapsed,
    closed_lost: m.domain_lead_closed_lost,
    terminated: m.domain_lead_terminated,
  })[state]();
