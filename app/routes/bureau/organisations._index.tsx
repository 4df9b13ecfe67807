import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ListFilter } from '~/components/bureau/list-filter';
import { Listing, NothingFound } from '~/components/bureau/listing';
import { RowTitle, titleHead } from '~/components/bureau/row-title';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
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

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_nav_organisations() }) }];

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
      <ListFilter label={m.bureau_search_organisations()} words={q} state={`${q}-${kind}`}>
        {kind ? <input type="hidden" name="kind" value={kind} /> : null}
      </ListFilter>
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
      <Listing
        label={m.bureau_nav_organisations()}
        rows={list.rows}
        columns={[
          {
            ...titleHead(m.bureau_col_organisation()),
            cell: (row) => (
              <RowTitle
                name={<OrganisationName name={row.name} />}
                href={paths.bureauOrganisation(row.code)}
                code={row.code}
              />
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
                .join(' ') || m.bureau_none(),
          },
          {
            key: 'credit',
            head: m.bureau_credit_code(),
            className: 'num',
            cell: (row) => row.creditCode ?? m.bureau_none(),
          },
        ]}
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => paths.bureauOrganisations({ kind, words: q, page })}
        empty={<NothingFound href={paths.bureauOrganisations()} />}
      />
    </>
  );
}
