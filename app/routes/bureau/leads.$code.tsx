import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { DateText, InstantText, MonthText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Money } from '~/components/price';
import { Section } from '~/components/section';
import { Stages, type Stage } from '~/components/stages';
import { Timeline, type TimelineEvent } from '~/components/timeline';
import { Turn } from '~/components/turn';
import { dayOf, todayOn } from '~/domain/calendar';
import { findLeadForBureau } from '~/domain/leads/bureau-leads.server';
import {
  leadStages,
  leadStateLabel,
  openLeadStates,
  type LeadSide,
  type LeadState,
} from '~/domain/leads/lead';
import { termLabel } from '~/domain/terms';
import { daysUntil, formatDate } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: lead }) => [
  { title: m.bureau_title({ page: m.bureau_lead_title({ code: lead?.code ?? '' }) }) },
];

export const loader = guard('bureau', async ({ params }) => {
  const lead = await findLeadForBureau(params.code ?? '');
  if (!lead) throw notFound();
  const sinceOn = dayOf(lead.waitingSince);
  return { ...lead, sinceOn, waitedDays: -daysUntil(sinceOn, todayOn()) };
});
type Lead = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BureauLeadPage() {
  const lead = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.bureau_nav_leads(), href: paths.bureauLeads() }, { label: lead.code }]}
      />
      <PageHead
        title={lead.productName}
        meta={
          <>
            <span className="num">{m.bureau_lead_title({ code: lead.code })}</span>
            <span>{m.bureau_between({ buyer: lead.buyerName, enterprise: lead.enterpriseName })}</span>
            <span>
              <InstantText at={lead.createdAt} dayOnly /> {originLabel(lead.origin)}
            </span>
          </>
        }
      />
      <section className="mb-6" aria-label={m.bureau_lead_progress()}>
        <Stages stages={stagesOf(lead)} />
      </section>
      <div className="mb-6">
        <Turn title={turnTitle(lead)} mine={false}>
          {lead.awaiting
            ? m.bureau_since({ date: formatDate(lead.sinceOn), n: lead.waitedDays })
            : [lead.reason, lead.reasonNote].filter(Boolean).join('：') || m.bureau_lead_over()}
        </Turn>
      </div>
      <div className="with-side">
        <div className="sections">
          <Section title={m.bureau_lead_history()} sub={m.bureau_lead_events({ n: lead.events.length })}>
            <div className="mt-4">
              <Timeline events={lead.events.map((event) => timelineEvent(event, lead))} />
            </div>
          </Section>
        </div>
        <aside className="side" aria-label={m.bureau_facts()}>
          <Panel title={m.bureau_facts()}>
            <FactsOf lead={lead} />
          </Panel>
          {lead.trials.length ? (
            <Panel title={m.bureau_trials()}>
              <Facts
                facts={lead.trials.map((trial) => ({
                  label: trial.site,
                  value: (
                    <>
                      <DateText on={trial.startedOn} />
                      {trial.endedOn ? (
                        <>
                          –<DateText on={trial.endedOn} />
                        </>
                      ) : null}
                      {trial.result
                        ? ` ${trial.result === 'passed' ? m.bureau_trial_passed() : m.bureau_trial_failed()}`
                        : ''}
                      {trial.note ? <span className="small soft"> {trial.note}</span> : null}
                    </>
                  ),
                }))}
              />
            </Panel>
          ) : null}
          {lead.purchase ? <Purchase purchase={lead.purchase} /> : null}
        </aside>
      </div>
    </>
  );
}

function FactsOf({ lead }: { lead: Lead }) {
  return (
    <Facts
      facts={[
        {
          label: m.bureau_col_product(),
          value:
            lead.productState === 'published' ? (
              <Link href={paths.product(lead.productCode)}>{lead.productName}</Link>
            ) : (
              lead.productName
            ),
        },
        {
          label: m.bureau_col_scenario(),
          value: lead.scenarioCode && (
            <Link href={paths.bureauScenario(lead.scenarioCode)}>{lead.scenarioTitle}</Link>
          ),
        },
        {
          label: m.domain_side_buyer(),
          value: (
            <Link href={paths.bureauOrganisation(lead.buyerCode)}>
              <OrganisationName name={lead.buyerName} />
            </Link>
          ),
        },
        {
          label: m.domain_side_enterprise(),
          value: (
            <Link href={paths.bureauOrganisation(lead.enterpriseCode)}>
              <OrganisationName name={lead.enterpriseName} />
            </Link>
          ),
        },
        { label: m.bureau_lead_purpose(), value: lead.purpose },
        { label: m.bureau_lead_quantity(), value: lead.quantity && `${lead.quantity} ${lead.unit ?? ''}` },
        { label: m.bureau_scenario_budget(), value: <Money fen={lead.procurementBudget ?? lead.budget} /> },
        { label: m.bureau_lead_needed_by(), value: lead.neededBy },
        { label: m.bureau_lead_method(), value: lead.method && termLabel(lead.method) },
        {
          label: m.bureau_lead_planned(),
          value: lead.plannedMonth && <MonthText month={lead.plannedMonth} />,
        },
        {
          label: m.bureau_lead_contacts(),
          value: lead.contactsShared ? m.bureau_lead_contacts_shared() : m.bureau_lead_contacts_hidden(),
        },
      ]}
    />
  );
}

function Purchase({ purchase }: { purchase: NonNullable<Lead['purchase']> }) {
  const confirmation = {
    unconfirmed: m.domain_confirmation_unconfirmed,
    confirmed: m.domain_confirmation_confirmed,
    disputed: m.domain_confirmation_disputed,
  }[purchase.confirmation]();
  return (
    <Panel title={m.bureau_purchase()}>
      <Facts
        facts={[
          { label: m.bureau_contract_number(), value: purchase.contractNumber },
          { label: m.bureau_contract_amount(), value: <Money fen={purchase.amount} /> },
          { label: m.bureau_contracted_on(), value: <DateText on={purchase.contractedOn} /> },
          { label: m.bureau_lead_method(), value: termLabel(purchase.method) },
          {
            label: m.bureau_accepted_on(),
            value: purchase.acceptedOn && <DateText on={purchase.acceptedOn} />,
          },
          { label: m.bureau_acceptance_evidence(), value: purchase.acceptanceEvidence },
          { label: m.bureau_confirmation(), value: confirmation },
          { label: m.bureau_dispute_note(), value: purchase.disputeNote },
        ]}
      />
    </Panel>
  );
}

function stagesOf(lead: Lead): Stage[] {
  const at = (leadStages as readonly LeadState[]).indexOf(lead.state);
  const been = new Set(lead.events.map((event) => event.toState));
  return leadStages.map((stage, index) => ({
    label: leadStateLabel(stage),
    state:
      at < 0
        ? been.has(stage)
          ? 'done'
          : 'ahead'
        : index < at
          ? skipped(stage, been)
          : index === at
            ? 'now'
            : 'ahead',
    note: index === at ? <DateText on={lead.sinceOn} /> : undefined,
  }));
}

// A trial is the one stage that a lead may pass by.
const skipped = (stage: LeadState, been: ReadonlySet<string | null>) =>
  stage === 'trial' && !been.has('trial') ? 'skipped' : 'done';

function turnTitle(lead: Lead): string {
  if (lead.awaiting)
    return m.bureau_waits_for({ name: lead.awaiting === 'buyer' ? lead.buyerName : lead.enterpriseName });
  return m.bureau_lead_ended({ state: leadStateLabel(lead.state) });
}

function originLabel(origin: Lead['origin']): string {
  return {
    enquiry: m.bureau_origin_enquiry,
    response: m.bureau_origin_response,
    introduction: m.bureau_origin_introduction,
  }[origin]();
}

function timelineEvent(event: Lead['events'][number], lead: Lead): TimelineEvent {
  const side = sideName(event.side, lead);
  const base = { id: event.id, at: event.at, body: event.body ?? undefined };
  if (event.kind === 'message') return { ...base, kind: 'letter', who: event.who ?? side, role: side };
  return {
    ...base,
    kind: event.kind === 'opened' ? 'plain' : 'key',
    who: eventLabel(event),
    role: [side, event.who].filter(Boolean).join(' '),
  };
}

function eventLabel(event: Lead['events'][number]): string {
  switch (event.kind) {
    case 'opened':
      return m.bureau_event_opened();
    case 'moved':
      return m.bureau_event_moved({
        state: leadStateLabel((event.toState ?? openLeadStates[0]) as LeadState),
      });
    case 'confirmed':
      return m.bureau_event_confirmed();
    case 'disputed':
      return m.bureau_event_disputed();
    case 'trial_result':
      return m.bureau_event_trial_result();
    case 'message':
      return m.bureau_event_message();
  }
}

function sideName(side: LeadSide, lead: Lead): string {
  if (side === 'buyer') return lead.buyerName;
  if (side === 'enterprise') return lead.enterpriseName;
  return side === 'bureau' ? m.domain_side_bureau() : m.domain_side_system();
}
