import { leadMove, type LeadMove } from '~/domain/leads/lead';
import type { LeadDetail } from '~/domain/leads/lead-detail';

/** What the action said about one of the forms: what was typed there, and what is wrong with it. */
export interface StepAnswer {
  intent?: string;
  values?: Readonly<Record<string, string | string[] | undefined>>;
  errors?: Readonly<Record<string, string | undefined>>;
}

/** What a form of the lead page asks for. */
export type Intent = Exclude<LeadMove, 'offer' | 'lapse'> | 'confirm' | 'dispute' | 'correct';

export interface StepProps {
  lead: LeadDetail;
  todayOn: string;
  answer?: StepAnswer | null;
}

/** The id of a field on the lead page, where several forms stand beside each other. */
export const stepFieldId = (intent: string, name: string) => `${intent}-${name}`;

/** The form that comes first for each state and side, and those that stand behind it. */
export function stepsOf(lead: LeadDetail): { first: Intent | undefined; others: Intent[] } {
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
