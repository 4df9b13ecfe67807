import { leadStateLabel } from '~/domain/leads/lead';
import type { LeadDetail, LeadEvent } from '~/domain/leads/lead-detail';
import { termLabel } from '~/domain/terms';
import { formatDate, formatMoney, formatMonth } from '~/format';
import * as m from '~/paraglide/messages';
import { Dated } from '../date-text';
import { Stamp } from '../seal';
import { Paragraphs, Timeline, type TimelineEvent } from '../timeline';

type Named = Pick<LeadDetail, 'buyer' | 'enterprise'>;
const nameOf = (event: LeadEvent, { buyer, enterprise }: Named) =>
  event.side === 'buyer' ? buyer.shortName : event.side === 'enterprise' ? enterprise.shortName : '';

/** What an event was, in one line. */
export function leadEventText(event: LeadEvent, parties: Named): string {
  const name = nameOf(event, parties);
  const reason = event.facts.reason ? termLabel(event.facts.reason) : '';
  if (event.kind === 'message') return event.actor ?? name;
  if (event.kind === 'confirmed') return m.leads_event_confirmed({ name });
  if (event.kind === 'corrected') return m.leads_event_corrected({ name });
  if (event.kind === 'disputed') return m.leads_event_disputed({ name });
  if (event.kind === 'trial_result')
    return event.facts.result === 'passed' ? m.leads_event_trial_passed() : m.leads_event_trial_failed();
  switch (event.move) {
    case 'offer':
      return m.leads_event_offer();
    case 'accept':
      return m.leads_event_accept({ name });
    case 'decline':
      return m.leads_event_decline({ name, reason });
    case 'withdraw':
      return m.leads_event_withdraw({ name });
    case 'start_trial':
      return m.leads_event_start_trial();
    case 'start_procuring':
      return m.leads_event_start_procuring();
    case 'record_contract':
      return m.leads_event_record_contract();
    case 'record_delivery':
      return m.leads_event_record_delivery();
    case 'close_lost':
      return m.leads_event_close_lost({ reason });
    case 'terminate':
      return reason ? m.leads_event_terminate_reason({ reason }) : m.leads_event_terminate();
    case 'lapse':
      return m.leads_event_lapse();
    case 'reopen':
    case 'reopen_enquiry':
      return m.leads_event_reopen({ name });
    default:
      return event.toState && event.kind === 'moved'
        ? leadStateLabel(event.toState)
        : m.leads_event_opened_enquiry({ name });
  }
}

/** The particulars of an event that are not in its line. */
function eventFacts({ facts, move, kind }: LeadEvent): string | undefined {
  if (kind === 'trial_result' && facts.site && facts.startedOn && facts.endedOn)
    return m.leads_event_trial_span({
      site: facts.site,
      from: formatDate(facts.startedOn),
      to: formatDate(facts.endedOn),
    });
  if (move === 'start_trial' && facts.site && facts.startedOn)
    return m.leads_event_trial_at({ site: facts.site, date: formatDate(facts.startedOn) });
  if (move === 'start_procuring' && facts.method && facts.plannedMonth && facts.budget)
    return m.leads_event_procuring_facts({
      method: termLabel(facts.method),
      month: formatMonth(facts.plannedMonth),
      budget: formatMoney(facts.budget),
    });
  if (
    (move === 'record_contract' || kind === 'corrected') &&
    facts.contractNumber &&
    facts.contractedOn &&
    facts.amount &&
    facts.method
  )
    return m.leads_event_contract_facts({
      number: facts.contractNumber,
      date: formatDate(facts.contractedOn),
      amount: formatMoney(facts.amount),
      method: termLabel(facts.method),
    });
  if (move === 'record_delivery' && facts.acceptedOn)
    return m.leads_event_delivery_facts({ date: formatDate(facts.acceptedOn) });
  return undefined;
}

const isKey = (event: LeadEvent) =>
  event.kind === 'trial_result' ||
  event.kind === 'corrected' ||
  ['start_trial', 'start_procuring', 'record_contract', 'record_delivery'].includes(event.move ?? '');

function timelineEvent(event: LeadEvent, lead: LeadDetail): TimelineEvent {
  const organisation = nameOf(event, lead);
  const text =
    event.kind === 'opened' && lead.origin !== 'enquiry'
      ? lead.origin === 'response'
        ? m.leads_event_opened_response({ name: organisation })
        : m.leads_event_opened_introduction()
      : leadEventText(event, lead);
  const role =
    event.kind === 'message'
      ? event.actor
        ? organisation
        : null
      : isKey(event)
        ? event.actor
          ? m.leads_event_by({ name: organisation, actor: event.actor })
          : organisation
        : event.actor;
  const facts = eventFacts(event);
  return {
    id: event.id,
    at: event.at,
    kind: event.kind === 'message' ? 'letter' : isKey(event) ? 'key' : 'plain',
    who: (
      <>
        {text}
        {event.marks.map((mark) => (
          <span key={`${mark.kind}-${mark.scope}`}>
            {' '}
            <Stamp kind={mark.kind} scope={mark.scope} />
          </span>
        ))}
      </>
    ),
    role,
    body:
      facts || event.body ? (
        <>
          {facts ? (
            <p>
              <Dated text={facts} />
            </p>
          ) : null}
          {event.body ? <Paragraphs body={event.body} /> : null}
        </>
      ) : undefined,
  };
}

/** Letters and events of a lead, newest first. */
export function LeadTimeline({
  lead,
  events = lead.events,
}: {
  lead: LeadDetail;
  events?: readonly LeadEvent[];
}) {
  return <Timeline events={events.map((event) => timelineEvent(event, lead))} />;
}
