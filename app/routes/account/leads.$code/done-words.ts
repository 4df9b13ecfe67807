import * as m from '~/paraglide/messages';

/** What the page says after a step, by the word in its address. */
export const doneWords: Record<string, () => string> = {
  opened: m.leads_done_opened,
  already: m.leads_done_already,
  accept: m.leads_done_accept,
  decline: m.leads_done_decline,
  withdraw: m.leads_done_withdraw,
  start_trial: m.leads_done_start_trial,
  record_trial: m.leads_done_record_trial,
  start_procuring: m.leads_done_start_procuring,
  record_contract: m.leads_done_record_contract,
  record_delivery: m.leads_done_record_delivery,
  close_lost: m.leads_done_close_lost,
  terminate: m.leads_done_terminate,
  reopen: m.leads_done_reopen,
  letter: m.leads_done_letter,
  confirm: m.leads_done_confirm,
  dispute: m.leads_done_dispute,
  correct: m.leads_done_correct,
};
