import { leadMove, type LeadMove } from '~/domain/leads/lead';
import type { LeadDetail, LeadPurchase } from '~/domain/leads/lead-detail';
import * as m from '~/paraglide/messages';

/** What the action said about one of the forms: what was typed there, and what is wrong with it. */
export interface StepAnswer {
  intent?: string;
  values?: Readonly<Record<string, string | string[] | undefined>>;
  errors?: Readonly<Record<string, string | undefined>>;
}

/** What a form of the lead page asks for. */
export type Intent = Exclude<LeadMove, 'offer' | 'lapse'> | 'confirm' | 'dispute' | 'correct';

/** What the button of each form says. */
export const stepLabels: Record<Intent, () => string> = {
  accept: m.leads_step_accept,
  decline: m.leads_step_decline,
  withdraw: m.leads_step_withdraw,
  start_trial: m.leads_step_start_trial,
  record_trial: m.leads_step_record_trial,
  start_procuring: m.leads_step_start_procuring,
  record_contract: m.leads_step_record_contract,
  record_delivery: m.leads_step_record_delivery,
  close_lost: m.leads_step_close_lost,
  terminate: m.leads_step_terminate,
  reopen: m.leads_step_reopen,
  reopen_enquiry: m.leads_step_reopen,
  confirm: m.leads_step_confirm,
  dispute: m.leads_step_dispute,
  correct: m.leads_step_correct,
};

/** A step where its button does not stand beside what it is about. */
export const stepTitle = (intent: Intent) =>
  intent === 'confirm' ? m.leads_step_confirm_title() : stepLabels[intent]();

export interface StepProps {
  lead: LeadDetail;
  todayOn: string;
  answer?: StepAnswer | null;
}

/** The id of a field on the lead page, where several forms stand beside each other. */
export const stepFieldId = (intent: string, name: string) => `${intent}-${name}`;

/** What of a lead decides which steps are open. */
type StepFacts = Pick<LeadDetail, 'side' | 'state' | 'contactsShared' | 'reopenedBefore'> & {
  purchase: Pick<LeadPurchase, 'confirmation'> | null;
};

/** The form that comes first for each state and side, and those that stand behind it. */
export function stepsOf(lead: StepFacts): { first: Intent | undefined; others: Intent[] } {
  if (lead.side === 'bureau') return { first: undefined, others: [] };
  const side = lead.side;
  const wanted: Intent[] = [
    'accept',
    'decline',
    'withdraw',
    'record_trial',
    'record_contract',
    'record_delivery',
    'start_procuring',
    'start_trial',
    'close_lost',
    'terminate',
    lead.contactsShared ? 'reopen' : 'reopen_enquiry',
  ];
  const open = wanted.filter((intent) => {
    if (intent.startsWith('reopen') && lead.reopenedBefore) return false;
    return leadMove(intent as LeadMove, lead.state, side).ok;
  });
  if (side === 'enterprise' && lead.purchase && ['contracted', 'delivered'].includes(lead.state)) {
    if (lead.purchase.confirmation === 'unconfirmed') open.unshift('confirm', 'dispute');
    if (lead.purchase.confirmation === 'disputed') open.unshift('confirm');
  }
  if (side === 'buyer' && lead.purchase && ['contracted', 'delivered'].includes(lead.state)) {
    if (lead.purchase.confirmation === 'disputed') open.unshift('correct');
    else open.push('correct');
  }
  // What ends a lead, or puts right what nobody disputes, stands behind a click.
  const quiet: Intent[] = ['withdraw', 'close_lost', 'terminate'];
  if (lead.purchase?.confirmation !== 'disputed') quiet.push('correct');
  const leading = open[0] && !quiet.includes(open[0]) ? open[0] : undefined;
  return { first: leading, others: open.filter((intent) => intent !== leading) };
}

/**
 * What a lead asks of the side whose turn it is, in the words of its page: 接受或谢绝, 确认签约记录. In the talks that is a
 * letter, whose field is named; the buyer may take a step instead.
 */
export function askedOf(lead: Pick<StepFacts, 'side' | 'state' | 'purchase'>): {
  act: string;
  fieldId?: string;
} {
  if (lead.state === 'awaiting_reply' && lead.side === 'enterprise') return { act: m.leads_reply_act() };
  if (lead.state === 'in_contact')
    return { act: m.leads_letter_act(), fieldId: stepFieldId('letter', 'body') };
  const { first } = stepsOf({ ...lead, contactsShared: false, reopenedBefore: false });
  return { act: first ? stepTitle(first) : m.account_task_handle() };
}
