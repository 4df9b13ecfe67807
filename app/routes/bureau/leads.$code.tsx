import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Facts } from '~/components/facts';
import { LeadContacts } from '~/components/lead/lead-contacts';
import { LeadFacts } from '~/components/lead/lead-facts';
import { LeadHead } from '~/components/lead/lead-head';
import { LeadPurchaseFacts, LeadTrials } from '~/components/lead/lead-records';
import { LeadStages } from '~/components/lead/lead-stages';
import { LeadTimeline } from '~/components/lead/lead-timeline';
import { LeadTurn } from '~/components/lead/lead-turn';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Panel } from '~/components/panel';
import { Section } from '~/components/section';
import { todayOn } from '~/domain/calendar';
import { findLeadForBureau } from '~/domain/leads/find-lead.server';
import { titleWords } from '~/domain/title-words';
import { formatNumber } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: m.common_title({ page: m.bureau_lead_title({ code: data?.lead.code ?? '' }) }) },
];

export const loader = guard('bureau', async ({ params }) => {
  const lead = await findLeadForBureau(params.code ?? '');
  if (!lead) throw notFound();
  return { lead, titleWords: titleWords(lead.product.name), today: todayOn() };
});

export default function BureauLeadPage() {
  const { lead, titleWords: title, today } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.bureau_nav_leads(), href: paths.bureauLeads() }, { label: lead.code }]}
      />
      <LeadHead lead={lead} title={title} />
      <div className="stack loose mb-6">
        <LeadStages lead={lead} />
        <LeadTurn lead={lead} todayOn={today} />
      </div>
      <div className="with-side">
        <div className="sections">
          <Section
            title={m.leads_letters()}
            sub={m.leads_letters_count({ count: formatNumber(lead.events.length) })}
          >
            <div className="mt-4">
              <LeadTimeline lead={lead} />
            </div>
          </Section>
        </div>
        <aside className="side" aria-label={m.bureau_facts()}>
          <Panel title={m.bureau_lead_parties()}>
            <Facts
              facts={(['buyer', 'enterprise'] as const).map((side) => ({
                label: side === 'buyer' ? m.domain_side_buyer() : m.domain_side_enterprise(),
                value: (
                  <Link href={paths.bureauOrganisation(lead[side].code)}>
                    <OrganisationName name={lead[side].name} />
                  </Link>
                ),
              }))}
            />
          </Panel>
          <LeadContacts lead={lead} />
          <LeadFacts lead={lead} />
          <LeadPurchaseFacts lead={lead} />
          <LeadTrials lead={lead} />
        </aside>
      </div>
    </>
  );
}
