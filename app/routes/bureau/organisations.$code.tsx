import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { RowTitle, titleHead } from '~/components/bureau/row-title';
import { deadlineColumn, statusColumn } from '~/components/bureau/scenario-columns';
import { LinkButton } from '~/components/button';
import { Facts } from '~/components/facts';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Section } from '~/components/section';
import { Table } from '~/components/table';
import { Paragraphs } from '~/components/timeline';
import { todayOn } from '~/domain/calendar';
import { findOrganisationForBureau } from '~/domain/organisations/bureau-organisations.server';
import { organisationKindLabel } from '~/domain/organisations/organisation-kind';
import { productKindLabel, productStateLabel } from '~/domain/products/product';
import { termLabel } from '~/domain/terms';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: organisation }) => [
  { title: m.common_title({ page: organisation?.name ?? m.bureau_nav_organisations() }) },
];

export const loader = guard('bureau', async ({ params }) => {
  const organisation = await findOrganisationForBureau(params.code ?? '');
  if (!organisation) throw notFound();
  return { ...organisation, today: todayOn() };
});
type Organisation = ReturnType<typeof useLoaderData<typeof loader>>;

const roleLabels: Readonly<Record<string, () => string>> = {
  owner: m.domain_role_owner,
  editor: m.domain_role_editor,
  handler: m.domain_role_handler,
  approver: m.domain_role_approver,
  reviewer: m.domain_role_reviewer,
  publisher: m.domain_role_publisher,
};

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
        title={organisation.name}
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

function Products({ organisation }: { organisation: Organisation }) {
  return (
    <Section title={m.bureau_nav_products()} sub={m.bureau_rows({ n: organisation.products.length })}>
      {organisation.products.length ? (
        <Table
          variant="cards"
          unruled
          label={m.bureau_nav_products()}
          rows={organisation.products}
          rowKey={(row) => row.code}
          columns={[
            {
              ...titleHead(m.bureau_col_product()),
              cell: (row) => (
                <RowTitle
                  name={row.name}
                  href={row.state === 'published' ? paths.product(row.code) : undefined}
                  code={row.code}
                />
              ),
            },
            {
              key: 'kind',
              head: m.bureau_product_kind(),
              className: 'nowrap',
              cell: (row) => productKindLabel(row.kind),
            },
            {
              key: 'state',
              head: m.bureau_col_state(),
              className: 'nowrap',
              cell: (row) => productStateLabel(row.state),
            },
          ]}
        />
      ) : (
        <p className="soft mt-4">{m.bureau_no_products()}</p>
      )}
    </Section>
  );
}

function Scenarios({ organisation }: { organisation: Organisation }) {
  return (
    <Section title={m.bureau_nav_scenarios()} sub={m.bureau_rows({ n: organisation.scenarios.length })}>
      {organisation.scenarios.length ? (
        <Table
          variant="cards"
          unruled
          label={m.bureau_nav_scenarios()}
          rows={organisation.scenarios}
          rowKey={(row) => row.code}
          columns={[
            {
              ...titleHead(m.bureau_col_scenario()),
              cell: (row) => (
                <RowTitle name={row.title} href={paths.bureauScenario(row.code)} code={row.code} />
              ),
            },
            deadlineColumn(),
            statusColumn(organisation.today),
          ]}
        />
      ) : (
        <p className="soft mt-4">{m.bureau_no_scenarios()}</p>
      )}
    </Section>
  );
}

function Members({ organisation }: { organisation: Organisation }) {
  return (
    <Section title={m.bureau_members()} sub={m.bureau_people({ n: organisation.members.length })}>
      {organisation.members.length ? (
        <Table
          variant="cards"
          unruled
          label={m.bureau_members()}
          rows={organisation.members}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'title',
              head: <>{m.bureau_member_name()}</>,
              cell: (row) => <OrganisationName name={row.name} />,
            },
            {
              key: 'role',
              head: m.bureau_member_role(),
              cell: (row) => roleLabels[row.role]?.() ?? row.role,
            },
            { key: 'email', head: m.bureau_member_email(), cell: (row) => row.email },
            {
              key: 'state',
              head: m.bureau_col_state(),
              cell: (row) => (row.isActive ? m.bureau_member_active() : m.bureau_member_inactive()),
            },
          ]}
        />
      ) : (
        <p className="soft mt-4">{m.bureau_no_members()}</p>
      )}
    </Section>
  );
}
