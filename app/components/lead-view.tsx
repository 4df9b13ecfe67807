import type { ReactNode } from 'react';
import { leadStateLabel } from '~/domain/leads/lead';
import type { LeadContact, LeadDetail, LeadEvent } from '~/domain/leads/lead-detail';
import { productKindLabel } from '~/domain/products/product';
import { termLabel } from '~/domain/terms';
import { dayOf, daysUntil, formatDate, formatMoney, formatMonth, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { DateText, DayText, MonthText } from './date-text';
import { Facts } from './facts';
import { Filled, SLOT } from './filled';
import { Link } from './link';
import { Panel } from './panel';
import { Money, Price } from './price';
import { Seal, Stamp } from './seal';
import { Stages } from './stages';
import { Tag, type TagTone } from './tag';
import { Paragraphs, Timeline, type TimelineEvent } from './timeline';
import { Turn } from './turn';

const tones: Partial<Record<LeadDetail['state'], TagTone>> = {
  awaiting_reply: 'warn',
  delivered: 'ok',
  contracted: 'ok',
  declined: 'danger',
  terminated: 'danger',
};

/** The state of a lead in a word. */
export function LeadStateTag({ state }: { state: LeadDetail['state'] }) {
  return <Tag tone={tones[state] ?? 'neutral'}>{leadStateLabel(state)}</Tag>;
}

/** 已 4 天, 今天 */
export function daysSince(at: Date, todayOn: string): string {
  const days = -daysUntil(dayOf(at), todayOn);
  return days <= 0 ? m.leads_days_today() : m.leads_days({ days: formatNumber(days) });
}

/** How far the lead has come, with the days. */
export function LeadStages({ lead }: { lead: LeadDetail }) {
  return (
    <Stages
      label={m.leads_progress()}
      stages={lead.stages.map((stage) => ({
        label: leadStateLabel(stage.stage),
        state: stage.status,
        note: stageNote(stage),
      }))}
    />
  );
}

function stageNote({ stage, status, on, trialResult }: LeadDetail['stages'][number]): ReactNode {
  if (status === 'now') return m.leads_stage_now();
  if (status === 'skipped') return m.leads_stage_skipped();
  if (status === 'ahead') return stage === 'trial' ? m.leads_stage_optional() : null;
  return (
    <>
      {on ? <DayText on={dayOf(on)} /> : null}{' '}
      {trialResult ? (trialResult === 'passed' ? m.leads_trial_passed() : m.leads_trial_failed()) : null}
    </>
  );
}

/** Whether the enterprise still has to say whether the recorded contract is right. */
export const awaitsConfirmation = (lead: LeadDetail) =>
  lead.state === 'contracted' && lead.purchase?.confirmation === 'unconfirmed';

/** Whose turn it is, since when, and what comes next; after the end, how it ended. */
export function LeadTurn({ lead, todayOn }: { lead: LeadDetail; todayOn: string }) {
  if (!lead.awaited) return <EndedTurn lead={lead} />;
  const confirm = awaitsConfirmation(lead) && lead.side === 'enterprise';
  const mine = confirm || lead.awaited === lead.side;
  const name = lead[lead.awaited].shortName;
  const { title, next } = confirm
    ? { title: m.leads_turn_confirm_mine(), next: m.leads_turn_confirm_next() }
    : turnWords(lead.state, mine, name);
  return (
    <Turn title={title} mine={mine}>
      <p>
        <Filled text={m.leads_turn_since({ date: SLOT, days: daysSince(lead.waitingSince, todayOn) })}>
          <DateText on={dayOf(lead.waitingSince)} />
        </Filled>
        <span className="soft">{next}</span>
      </p>
    </Turn>
  );
}

function turnWords(state: LeadDetail['state'], mine: boolean, name: string): { title: string; next: string } {
  const pick = (own: () => string, theirs: (named: { name: string }) => string) =>
    mine ? own() : theirs({ name });
  switch (state) {
    case 'trial':
      return {
        title: pick(m.leads_turn_trial_mine, m.leads_turn_trial_theirs),
        next: m.leads_turn_trial_next(),
      };
    case 'procuring':
      return {
        title: pick(m.leads_turn_contract_mine, m.leads_turn_contract_theirs),
        next: m.leads_turn_contract_next(),
      };
    case 'contracted':
      return {
        title: pick(m.leads_turn_deliver_mine, m.leads_turn_deliver_theirs),
        next: m.leads_turn_deliver_next(),
      };
    case 'in_contact':
      return {
        title: pick(m.leads_turn_talk_mine, m.leads_turn_talk_theirs),
        next: m.leads_turn_talk_next(),
      };
    case 'new':
      return { title: m.leads_turn_offer(), next: '' };
    default:
      return {
        title: pick(m.leads_turn_reply_mine, m.leads_turn_reply_theirs),
        next: m.leads_turn_reply_next(),
      };
  }
}

function EndedTurn({ lead }: { lead: LeadDetail }) {
  const end = lead.events.find((event) => event.toState === lead.state);
  return (
    <Turn title={m.leads_ended_title({ state: leadStateLabel(lead.state) })} mine={false}>
      <p>
        {end ? (
          <Filled text={m.leads_ended_on({ date: SLOT })}>
            <DateText on={dayOf(end.at)} />
          </Filled>
        ) : null}
        {lead.reason ? <span>{m.leads_ended_reason({ reason: termLabel(lead.reason) })}</span> : null}
      </p>
      {lead.reasonNote ? <p className="soft">{lead.reasonNote}</p> : null}
    </Turn>
  );
}

type Named = Pick<LeadDetail, 'buyer' | 'enterprise'>;
const nameOf = (event: LeadEvent, { buyer, enterprise }: Named) =>
  event.side === 'buyer' ? buyer.shortName : event.side === 'enterprise' ? enterprise.shortName : '';

/** What an event was, in one line. */
export function leadEventText(event: LeadEvent, parties: Named): string {
  const name = nameOf(event, parties);
  const reason = event.facts.reason ? termLabel(event.facts.reason) : '';
  if (event.kind === 'message') return event.actor ?? name;
  if (event.kind === 'confirmed') return m.leads_event_confirmed({ name });
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
      return m.leads_event_terminate();
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
    move === 'record_contract' &&
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
          {facts ? <p>{facts}</p> : null}
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

/** What the lead is about. */
export function LeadFacts({ lead }: { lead: LeadDetail }) {
  const { product } = lead;
  const newer = product.currentVersion > product.version;
  const version = { version: formatNumber(product.version) };
  return (
    <Panel title={m.leads_facts()}>
      <Facts
        facts={[
          {
            label: m.leads_fact_product(),
            value: (
              <>
                {product.isPublic ? (
                  <Link href={paths.product(product.code)}>{product.name}</Link>
                ) : (
                  product.name
                )}
                <br />
                <span className="small soft">
                  {newer ? m.leads_fact_version_newer(version) : m.leads_fact_version(version)}
                </span>
              </>
            ),
          },
          {
            label: m.leads_fact_recognition(),
            value: lead.recognisedUntilOn ? (
              <>
                <span className="stamp">
                  <Seal kind={product.kind} size="s" />
                  <span>{productKindLabel(product.kind)}</span>
                </span>
                <Filled text={m.leads_fact_recognised_until({ month: SLOT })}>
                  <MonthText month={lead.recognisedUntilOn} />
                </Filled>
              </>
            ) : null,
          },
          {
            label: m.leads_fact_scenario(),
            value: lead.scenario ? (
              <Link href={paths.scenario(lead.scenario.code)}>{lead.scenario.title}</Link>
            ) : null,
          },
          { label: m.leads_fact_purpose(), value: lead.purpose },
          { label: m.leads_fact_response(), value: lead.responseMessage },
          {
            label: m.leads_fact_need(),
            value: lead.quantity ? <Quantity quantity={lead.quantity} unit={lead.unit} /> : null,
          },
          { label: m.leads_fact_budget(), value: <Money fen={lead.budget} /> },
          {
            label: m.leads_fact_needed_by(),
            value: lead.neededBy ? <MonthText month={lead.neededBy} /> : null,
          },
          {
            label: m.leads_fact_price(),
            value: lead.offering ? (
              <Price
                minFen={lead.offering.priceMin}
                maxFen={lead.offering.priceMax}
                unit={lead.offering.priceUnit}
              />
            ) : null,
          },
          { label: m.leads_fact_method(), value: lead.method ? termLabel(lead.method) : null },
          {
            label: m.leads_fact_planned(),
            value: lead.plannedMonth ? <MonthText month={lead.plannedMonth} /> : null,
          },
          {
            label: m.leads_fact_procurement_budget(),
            value: lead.procurementBudget ? <Money fen={lead.procurementBudget} /> : null,
          },
        ]}
      />
    </Panel>
  );
}

/** 3 架 */
export function Quantity({ quantity, unit }: { quantity: number; unit: string | null }) {
  return (
    <span className="num nowrap">
      {formatNumber(quantity)}
      {unit ? `\u00a0${unit}` : ''}
    </span>
  );
}

/** Whom to reach on both sides, once the enterprise has accepted. */
export function LeadContacts({ lead }: { lead: LeadDetail }) {
  const { contacts } = lead;
  if (!contacts) {
    return (
      <Panel title={m.leads_contacts()}>
        <p className="soft">{lead.awaited ? m.leads_contacts_hidden() : m.leads_contacts_never()}</p>
      </Panel>
    );
  }
  const sides =
    lead.side === 'buyer' ? (['enterprise', 'buyer'] as const) : (['buyer', 'enterprise'] as const);
  return (
    <Panel title={m.leads_contacts()}>
      <div className="stack">
        {sides.map((side) => (
          <p key={side}>
            <b>{lead[side].shortName}</b>
            <br />
            <Contact contact={contacts[side]} />
          </p>
        ))}
      </div>
    </Panel>
  );
}

function Contact({ contact }: { contact: LeadContact }) {
  return (
    <>
      {contact.person}{' '}
      {contact.phone ? (
        <a className="num nowrap" href={`tel:${contact.phone}`}>
          {contact.phone}
        </a>
      ) : null}
      {contact.email ? (
        <>
          <br />
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </>
      ) : null}
      {contact.officeName || contact.officePhone ? (
        <>
          <br />
          <span className="small soft">
            {m.leads_contact_office()} {contact.officeName}{' '}
            <span className="num nowrap">{contact.officePhone}</span>
          </span>
        </>
      ) : null}
    </>
  );
}

const confirmationTones = { unconfirmed: 'warn', confirmed: 'ok', disputed: 'danger' } as const;
const confirmationLabels = {
  unconfirmed: m.domain_confirmation_unconfirmed,
  confirmed: m.domain_confirmation_confirmed,
  disputed: m.domain_confirmation_disputed,
};

/** Whether both sides stand by a purchase record. */
export function ConfirmationTag({
  confirmation,
}: {
  confirmation: 'unconfirmed' | 'confirmed' | 'disputed';
}) {
  return <Tag tone={confirmationTones[confirmation]}>{confirmationLabels[confirmation]()}</Tag>;
}

/** The procurement record that came of the lead. */
export function LeadPurchaseFacts({ lead }: { lead: LeadDetail }) {
  const { purchase } = lead;
  if (!purchase) return null;
  return (
    <Panel title={m.leads_purchase()}>
      <Facts
        facts={[
          { label: m.leads_purchase_code(), value: <span className="num">{purchase.code}</span> },
          { label: m.leads_purchase_contract(), value: purchase.contractNumber },
          { label: m.leads_purchase_signed(), value: <DateText on={purchase.contractedOn} /> },
          { label: m.leads_purchase_amount(), value: <Money fen={purchase.amount} /> },
          { label: m.leads_fact_method(), value: termLabel(purchase.method) },
          {
            label: m.leads_fact_need(),
            value: purchase.quantity ? <Quantity quantity={purchase.quantity} unit={purchase.unit} /> : null,
          },
          {
            label: m.leads_purchase_state(),
            value: (
              <>
                <ConfirmationTag confirmation={purchase.confirmation} />
                {purchase.disputeNote ? <p className="small">{purchase.disputeNote}</p> : null}
                {purchase.state === 'terminated' ? (
                  <p className="small soft">{m.leads_purchase_terminated()}</p>
                ) : null}
              </>
            ),
          },
          {
            label: m.leads_purchase_accepted(),
            value: purchase.acceptedOn ? <DateText on={purchase.acceptedOn} /> : null,
          },
        ]}
      />
    </Panel>
  );
}

/** The trials within the lead. */
export function LeadTrials({ lead }: { lead: LeadDetail }) {
  if (lead.trials.length === 0) return null;
  return (
    <Panel title={m.leads_trials()}>
      <Facts
        facts={lead.trials.map((trial) => ({
          label: trial.site,
          value: (
            <>
              <DateText on={trial.startedOn} />
              {trial.endedOn ? (
                <>
                  {' – '}
                  <DateText on={trial.endedOn} />
                </>
              ) : null}{' '}
              <Tag tone={trial.result === 'passed' ? 'ok' : trial.result === 'failed' ? 'danger' : 'info'}>
                {trial.result === 'passed'
                  ? m.leads_trial_passed()
                  : trial.result === 'failed'
                    ? m.leads_trial_failed()
                    : m.leads_trial_running()}
              </Tag>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
