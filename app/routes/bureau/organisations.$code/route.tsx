import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { Facts } from '~/components/facts';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Section } from '~/components/section';
import { Paragraphs } from '~/components/timeline';
import { todayOn } from '~/domain/calendar';
import { findOrganisationForBureau } from '~/domain/organisations/bureau-organisations.server';
import { organisationKindLabel } from '~/domain/organisations/organisation-kind';
import { termLabel } from '~/domain/terms';
import { titleWords } from '~/domain/title-words';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { Products, Scenarios, Members } from './lists';

export const meta: MetaFunction<typeof loader> = ({ data: organisation }) => [
  { title: m.common_title({ page: organisation?.name ?? m.bureau_nav_organisations() }) },
];

export const loader = guard('bureau', async ({ params }) => {
  const organisation = await findOrganisationForBureau(params.code ?? '');
  if (!organisation) throw notFound();
  return { ...organisation, titleWords: titleWords(organisation.name), today: todayOn() };
});

export type Organisation = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BureauOrganisationPage() {
  const organisation = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_organisations(), href: paths.bureauOrganisations() },
          { label: organisation.code },
        ]}
      />
      <PageHead
        title={organisation.titleWords}
        meta={
          <>
            <span className="num">{organisation.code}</span>
            <span>{organisationKindLabel(organisation.kind)}</span>
            {organisation.category &&
            termLabel(organisation.category) !== organisationKindLabel(organisation.kind) ? (
              <span>{termLabel(organisation.category)}</span>
            ) : null}
          </>
        }
      />
      <div className="with-side">
        <div className="sections">
          {organisation.description ? (
            <Section title={m.bureau_organisation_about()}>
              <div className="prose mt-4">
                <Paragraphs body={organisation.description} />
              </div>
            </Section>
          ) : null}
          {organisation.kind === 'enterprise' ? <Products organisation={organisation} /> : null}
          {organisation.kind === 'buyer' ? <Scenarios organisation={organisation} /> : null}
          <Members organisation={organisation} />
        </div>
        <aside className="side" aria-label={m.bureau_facts()}>
          <Panel title={m.bureau_facts()}>
            <Facts
              facts={[
                { label: m.bureau_short_name(), value: organisation.shortName },
                {
                  label: m.bureau_credit_code(),
                  value: organisation.creditCode && (
                    <span className="num small">{organisation.creditCode}</span>
                  ),
                },
                {
                  label: m.bureau_scenario_place(),
                  value: [organisation.district, organisation.zone]
                    .filter((word) => word !== null)
                    .map(termLabel)
                    .join(' '),
                },
                {
                  label: m.bureau_industry(),
                  value: organisation.industry && termLabel(organisation.industry),
                },
                { label: m.bureau_industry_code(), value: organisation.industryCode },
                { label: m.bureau_founded(), value: organisation.foundedYear },
                { label: m.bureau_qualifications(), value: organisation.qualifications.join('、') },
                {
                  label: m.bureau_scenario_contact(),
                  value: [organisation.contactName, organisation.contactPhone].filter(Boolean).join(' '),
                },
              ]}
            />
            {organisation.kind === 'bureau' ? null : (
              <div className="actions mt-4">
                <LinkButton wide href={paths.organisation(organisation.code)}>
                  {m.bureau_see_public()}
                </LinkButton>
              </div>
            )}
          </Panel>
        </aside>
      </div>
    </>
  );
}
