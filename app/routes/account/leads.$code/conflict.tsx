import { Dated } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { stepsOf } from '~/components/lead/lead-step';
import { leadEventText } from '~/components/lead/lead-timeline';
import { Notice } from '~/components/notice';
import { mayWriteLetters } from '~/domain/leads/lead';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { own } from '~/domain/pick';
import type { FormErrors, FormValues } from '~/forms/parse-form.server';
import { formatDateTime } from '~/format';
import * as m from '~/paraglide/messages';

/** What the action says when it did not do what was asked; what was typed comes back whole. */
export type Answer = {
  intent: string;
  values: FormValues;
  errors?: FormErrors;
  /** the lead was moved meanwhile, or its state forbids the step */
  conflict?: 'changed' | 'state' | 'another-open';
  seenVersion?: number;
};

const fieldLabels: Record<string, () => string> = {
  body: m.leads_letters,
  reason: m.leads_f_reason,
  note: m.leads_f_note,
  site: m.leads_f_site,
  startedOn: m.leads_f_started,
  result: m.leads_f_result,
  endedOn: m.leads_f_ended,
  method: m.leads_f_method,
  productName: m.leads_f_product_name,
  producerName: m.leads_f_producer_name,
  plannedMonth: m.leads_f_planned,
  budget: m.leads_budget,
  contractNumber: m.leads_f_contract_number,
  contractedOn: m.leads_f_contracted,
  amount: m.leads_f_amount,
  quantity: m.leads_quantity,
  acceptedOn: m.leads_f_accepted,
  evidence: m.leads_f_evidence,
};

/** Whether the form that was sent still stands on the page. */
function formStands(lead: LeadDetail, intent: string): boolean {
  if (intent === 'letter') return mayWriteLetters(lead.state);
  const { first, others } = stepsOf(lead);
  return first === intent || others.some((other) => other === intent);
}

/** Someone else moved the lead: what they did, and what became of what was typed. */
export function Conflict({ lead, answer }: { lead: LeadDetail; answer: Answer }) {
  const seen = answer.seenVersion;
  const meanwhile = lead.events.filter(
    (event) => event.kind !== 'message' && seen !== undefined && event.version > seen,
  );
  const stands = formStands(lead, answer.intent);
  const typed = Object.entries(answer.values).flatMap(([name, value]) => {
    const label = own(fieldLabels, name);
    return label && typeof value === 'string' && value ? [{ label: label(), value }] : [];
  });
  return (
    <Notice tone="warn" title={m.leads_conflict_title()} live>
      {meanwhile.length > 0 ? (
        <>
          <p>{m.leads_conflict_meanwhile()}</p>
          <ul>
            {meanwhile.map((event) => (
              <li key={event.id}>
                <Dated
                  text={m.leads_conflict_event({
                    date: formatDateTime(event.at),
                    what: [leadEventText(event, lead), event.actor].filter(Boolean).join('　'),
                  })}
                />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {answer.conflict === 'another-open' ? m.leads_conflict_another_open() : m.leads_conflict_nothing()}
        </p>
      )}
      {stands ? <p>{m.leads_conflict_kept()}</p> : null}
      {!stands && typed.length > 0 ? (
        <>
          <p>{m.leads_conflict_kept_below()}</p>
          <Facts facts={typed} />
        </>
      ) : null}
    </Notice>
  );
}
