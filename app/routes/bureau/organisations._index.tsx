import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Empty } from '~/components/empty';
import { TextField } from '~/components/form-field';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Pagination } from '~/components/pagination';
import { Table } from '~/components/table';
import { Tabs } from '~/components/tabs';
import { organisationKindLabel, organisationKinds } from '~/domain/organisations/organisation-kind';
import {
  listOrganisationsForBureau,
  organisationPageSize,
} from '~/domain/organisations/bureau-organisations.server';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { pageOf, queryOf, wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.bureau_title({ page: m.bureau_nav_organisations() }) }];

export const loader = guard('bureau', async ({ request }) => {
  const url = new URL(request.url);
  const kind = wordOf(url, 'kind', organisationKinds);
  const q = queryOf(url);
  const page = pageOf(url);
  const { rows, kinds, all, total } = await listOrganisationsForBureau({ kind, q, page });
  return { kind, q, page, pageSize: organisationPageSize, rows, kinds, all, total };
});

export default function BureauOrganisationsPage() {
  const list = useLoaderData<typeof loader>();
  const { kind, q } = list;
  return (
    <>
      <PageHead title={m.bureau_nav_organisations()} lede={m.bureau_organisations_lede()} />
      <Form method="get" className="filter mb-5" key={`${q}-${kind}`}>
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
        <TextField name="words" type="search" label={m.bureau_search_organisations()} defaultValue={q} />
        <Button>{m.bureau_search()}</Button>
      </Form>
      <div className="mb-4">
        <Tabs
          label={m.bureau_organisation_kinds()}
          tabs={[
            {
              label: m.bureau_tab_all(),
              href: paths.bureauOrganisations({ words: q }),
              count: list.all,
              current: !kind,
            },
            ...organisationKinds.map((each) => ({
              label: organisationKindLabel(each),
              href: paths.bureauOrganisations({ kind: each, words: q }),
              count: list.kinds[each] ?? 0,
              current: kind === each,
            })),
          ]}
        />
      </div>
      {list.rows.length ? (
        <Table
          variant="cards"
          label={m.bureau_nav_organisations()}
          rows={list.rows}
          rowKey={(row) => row.code}
          columns={[
            {
              key: 'title',
              // No name before it where the table is shown as cards.
              head: <>{m.bureau_col_organisation()}</>,
              cell: (row) => (
                <>
                  <Link className="t" href={paths.bureauOrganisation(row.code)}>
                    <OrganisationName name={row.name} />
                  </Link>
                  <br />
                  <span className="small soft num">{row.code}</span>
                </>
              ),
            },
            {
              key: 'kind',
              head: m.bureau_organisation_kind(),
              className: 'nowrap',
              cell: (row) => organisationKindLabel(row.kind),
            },
            {
              key: 'category',
              head: m.bureau_organisation_category(),
              cell: (row) => (row.category ? termLabel(row.category) : m.bureau_none()),
            },
            {
              key: 'place',
              head: m.bureau_scenario_place(),
              cell: (row) =>
                [row.district, row.zone]
                  .filter((word) => word !== null)
                  .map(termLabel)
                  .join(' · ') || m.bureau_none(),
            },
            {
              key: 'credit',
              head: m.bureau_credit_code(),
              className: 'num',
              cell: (row) => row.creditCode ?? m.bureau_none(),
            },
          ]}
        />
      ) : (
        <Empty
          title={m.bureau_nothing_found()}
          actions={<Link href={paths.bureauOrganisations()}>{m.bureau_clear_filter()}</Link>}
        >
          {m.bureau_nothing_found_text()}
        </Empty>
      )}
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => paths.bureauOrganisations({ kind, words: q, page })}
      />
    </>
  );
}
