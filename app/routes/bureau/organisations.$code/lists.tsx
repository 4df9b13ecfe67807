import { RowTitle, titleHead } from '~/components/bureau/row-title';
import { deadlineColumn, statusColumn } from '~/components/bureau/scenario-columns';
import { OrganisationName } from '~/components/organisation-name';
import { Section } from '~/components/section';
import { Table } from '~/components/table';
import { productKindLabel, productStateLabel } from '~/domain/products/product';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Organisation } from './route';

const roleLabels: Readonly<Record<string, () => string>> = {
  owner: m.domain_role_owner,
  editor: m.domain_role_editor,
  handler: m.domain_role_handler,
  approver: m.domain_role_approver,
  reviewer: m.domain_role_reviewer,
  publisher: m.domain_role_publisher,
};

export function Products({ organisation }: { organisation: Organisation }) {
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

export function Scenarios({ organisation }: { organisation: Organisation }) {
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

export function Members({ organisation }: { organisation: Organisation }) {
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
