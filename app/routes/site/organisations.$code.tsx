import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Facts } from '~/components/facts';
import { IntentionRow } from '~/components/intention-row';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { ProductRow } from '~/components/product-row';
import { Rows } from '~/components/rows';
import { ScenarioRow } from '~/components/scenario-row';
import { Section } from '~/components/section';
import { todayOn } from '~/domain/calendar';
import { findPublicOrganisation } from '~/domain/organisations/organisations.server';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ params }) => {
  const today = todayOn();
  const organisation = await findPublicOrganisation(params.code ?? '', today);
  if (!organisation) throw notFound();
  return { today, organisation };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? m.common_title({ page: data.organisation.name }) : m.common_site_name() },
];

export default function OrganisationPage() {
  const { today, organisation: o } = useLoaderData<typeof loader>();
  const place = [o.district, o.zone]
    .filter((name) => name !== null)
    .map(termLabel)
    .join(' ');
  const listHref = o.kind === 'enterprise' ? paths.products() : paths.scenarios();
  return (
    <>
      <Breadcrumbs
        items={[
          o.kind === 'enterprise'
            ? { label: m.common_nav_products(), href: listHref }
            : { label: m.common_nav_scenarios(), href: listHref },
          { label: o.name },
        ]}
      />
      <header className="page-head">
        <h1>
          <OrganisationName name={o.name} />
        </h1>
        <p className="meta">
          <span>{kindLabel(o.kind)}</span>
          {place ? <span>{place}</span> : null}
        </p>
        {o.description ? <p className="lede">{o.description}</p> : null}
      </header>
      <div className="sections">
        {o.reported ? (
          <Notice title={m.catalogue_reported_title()}>
            <p>{m.catalogue_reported_organisation()}</p>
            {o.source ? <p className="small">{m.catalogue_reported_source({ source: o.source })}</p> : null}
          </Notice>
        ) : null}
        <Facts
          ruled
          facts={[
            {
              label: m.catalogue_credit_code(),
              value: o.creditCode ? <span className="num">{o.creditCode}</span> : null,
            },
            {
              label: m.catalogue_category(),
              value: o.category && o.category !== '企业' ? termLabel(o.category) : null,
            },
            { label: m.catalogue_col_industry(), value: o.industry ? termLabel(o.industry) : null },
            {
              label: m.catalogue_founded(),
              value: o.foundedYear ? m.catalogue_year({ year: o.foundedYear }) : null,
            },
            {
              label: m.catalogue_qualifications(),
              value: o.qualifications.join(m.catalogue_list_comma()) || null,
            },
          ]}
        />
        {o.kind === 'enterprise' ? (
          <Section
            title={m.catalogue_organisation_products()}
            sub={m.catalogue_items({ count: formatNumber(o.productTotal) })}
          >
            {o.products.length === 0 ? (
              <p className="soft">{m.catalogue_organisation_products_none()}</p>
            ) : (
              <Rows rule="line">
                {o.products.map((product) => (
                  <ProductRow
                    key={product.code}
                    url={paths.product(product.code)}
                    name={product.name}
                    kind={product.recognition?.kind}
                    inForce={product.recognition?.inForce}
                    state={product.recognition?.onNotice ? m.catalogue_on_notice() : null}
                    place={termLabel(product.industry)}
                    maturity={product.maturity ? termLabel(product.maturity) : null}
                    code={product.code}
                    specs={product.specs}
                    firsts={product.firsts}
                    buyers={product.buyers}
                    users={product.users}
                    priceMinFen={product.priceMin}
                    priceMaxFen={product.priceMax}
                    priceUnit={product.priceUnit}
                    validUntilOn={product.recognition?.validUntilOn}
                  />
                ))}
              </Rows>
            )}
          </Section>
        ) : null}
        {o.kind !== 'enterprise' && (o.scenarioTotal > 0 || o.kind === 'buyer') ? (
          <Section
            title={m.catalogue_organisation_scenarios()}
            sub={m.catalogue_items({ count: formatNumber(o.scenarioTotal) })}
          >
            {o.scenarios.length === 0 ? (
              <p className="soft">{m.catalogue_organisation_scenarios_none()}</p>
            ) : (
              <Rows rule="line">
                {o.scenarios.map((scenario) => (
                  <ScenarioRow
                    key={scenario.code}
                    url={paths.scenario(scenario.code)}
                    title={scenario.title}
                    place={scenario.district ? termLabel(scenario.district) : null}
                    field={termLabel(scenario.category)}
                    mode={scenario.cooperationMode ? termLabel(scenario.cooperationMode) : null}
                    code={scenario.code}
                    open={scenario.status === 'open'}
                    state={
                      scenario.status === 'open' ? null : { label: scenarioStatusLabel(scenario.status) }
                    }
                    budgetFen={scenario.budget}
                    deadlineOn={scenario.deadlineOn}
                    deadlineGranularity={scenario.deadlineGranularity}
                    todayOn={today}
                  />
                ))}
              </Rows>
            )}
          </Section>
        ) : null}
        {o.intentions.length > 0 ? (
          <Section
            title={m.common_nav_intentions()}
            sub={m.catalogue_items({ count: formatNumber(o.intentions.length) })}
          >
            <Rows rule="line">
              {o.intentions.map((plan) => (
                <IntentionRow
                  key={plan.code}
                  url={paths.intention(plan.code)}
                  title={plan.title}
                  method={plan.method ? termLabel(plan.method) : null}
                  code={plan.code}
                  budgetFen={plan.budget}
                  expectedMonth={plan.expectedMonth}
                  state={{ label: termLabel(plan.stage) }}
                />
              ))}
            </Rows>
          </Section>
        ) : null}
        {o.kind === 'bureau' ? (
          <div className="actions">
            <LinkButton href={paths.publications()}>{m.catalogue_publications()}</LinkButton>
          </div>
        ) : null}
      </div>
    </>
  );
}

const kindLabel = (kind: 'enterprise' | 'buyer' | 'bureau') =>
  ({
    enterprise: m.domain_organisation_enterprise,
    buyer: m.domain_organisation_buyer,
    bureau: m.domain_organisation_bureau,
  })[kind]();
