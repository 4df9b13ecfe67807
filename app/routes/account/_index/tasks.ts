import { askedOf } from '~/components/lead/lead-step';
import { leadStateLabel } from '~/domain/leads/lead';
import { daysUntil, formatDaysLeft } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { DeskFacts } from './route';

/** One line of the desk. */
export type Task = {
  key: string;
  kind: string;
  title: string;
  href: string;
  /** where the act is done, when that is a place within the page */
  actHref?: string;
  detail: string;
  sinceOn: string | null;
  /** the day until which it should be done, `YYYY-MM-DD` */
  dueOn: string | null;
  act: string;
};
type Tasks = Pick<DeskFacts, 'leads' | 'answers' | 'offers'>;

/** Everything that waits for this organisation: what is due first comes first, then what has waited longest. */
export function tasksOf(facts: Tasks): Task[] {
  const leads = facts.leads.map((lead) => {
    const href = paths.accountLead(lead.code);
    const { act, fieldId } = askedOf(lead);
    return {
      key: lead.code,
      kind: m.account_task_lead(),
      title: lead.scenarioTitle ? `${lead.productName}　${lead.scenarioTitle}` : lead.productName,
      href,
      actHref: fieldId && `${href}#${fieldId}`,
      detail: `${lead.counterpart}　${leadStateLabel(lead.state)}`,
      sinceOn: lead.sinceOn,
      dueOn: lead.dueOn,
      act,
    };
  });
  const answers = facts.answers.map((answer) => ({
    key: answer.code,
    kind: m.account_task_response(),
    title: answer.scenarioTitle,
    href: paths.accountScenarioResponses(answer.scenarioCode),
    detail: `${answer.enterpriseName}　${answer.productName}`,
    sinceOn: answer.sinceOn,
    dueOn: null,
    act: m.account_open_lead(),
  }));
  const offers = facts.offers.map((offer) => ({
    key: offer.code,
    kind: m.account_task_offering(),
    title: offer.name,
    href: paths.accountOffering(offer.code),
    detail: offer.untilOn ? m.account_task_offering_ends() : m.account_task_offering_none(),
    sinceOn: null,
    dueOn: offer.untilOn,
    act: offer.untilOn ? m.account_task_renew() : m.account_task_offer(),
  }));
  const last = '9999-12-31';
  const order = (task: Task) => `${task.dueOn ?? last} ${task.sinceOn ?? last}`;
  return [...leads, ...answers, ...offers].sort((a, b) => order(a).localeCompare(order(b)));
}

/** How a day until which something should be done is shown: 还有 3 天, marked when it is near or over. */
export function dueText(dueOn: string, todayOn: string): { text: string; className?: string } {
  const left = daysUntil(dueOn, todayOn);
  return {
    text: formatDaysLeft(dueOn, todayOn),
    className: left < 0 ? 'due late' : left <= 14 ? 'due soon' : 'due',
  };
}
