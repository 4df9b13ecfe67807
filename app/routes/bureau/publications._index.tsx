import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Listing } from '~/components/bureau/listing';
import { RowTitle, titleHead } from '~/components/bureau/row-title';
import { LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { PageHead } from '~/components/page-head';
import { Tabs } from '~/components/tabs';
import { Tag } from '~/components/tag';
import {
  listPublicationsForBureau,
  publicationPageSize,
} from '~/domain/publications/bureau-publications.server';
import {
  publicationKindLabel,
  publicationStateLabel,
  publicationStates,
  publicationTone,
} from '~/domain/publications/publication';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { pageOf, wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_nav_publications() }) }];

export const loader = guard('bureau', async ({ request }) => {
  const url = new URL(request.url);
  const state = wordOf(url, 'state', publicationStates);
  const page = pageOf(url);
  const { rows, states } = await listPublicationsForBureau({ state, page });
  const all = Object.values(states).reduce((sum, n) => sum + n, 0);
  return {
    state,
    page,
    pageSize: publicationPageSize,
    rows,
    states,
    all,
    total: state ? (states[state] ?? 0) : all,
  };
});

export default function BureauPublicationsPage() {
  const list = useLoaderData<typeof loader>();
  const here = (query: { state?: string; page?: number }) => withQuery(paths.bureauPublications(), query);
  return (
    <>
      <PageHead title={m.bureau_nav_publications()} lede={m.bureau_publications_lede()}>
        <div className="actions mt-4">
          <LinkButton tone="act" href={paths.bureauPublicationNew()}>
            {m.bureau_publication_new()}
          </LinkButton>
        </div>
      </PageHead>
      <div className="mb-4">
        <Tabs
          label={m.bureau_states()}
          tabs={[
            { label: m.bureau_tab_all(), href: here({}), count: list.all, current: !list.state },
            ...publicationStates.map((state) => ({
              label: publicationStateLabel(state),
              href: here({ state }),
              count: list.states[state] ?? 0,
              current: list.state === state,
            })),
          ]}
        />
      </div>
      <Listing
        label={m.bureau_nav_publications()}
        rows={list.rows}
        columns={[
          {
            ...titleHead(m.bureau_col_publication()),
            cell: (row) => (
              <RowTitle name={row.title} href={paths.bureauPublication(row.code)} code={row.code}>
                <span>{publicationKindLabel(row.kind)}</span>
              </RowTitle>
            ),
          },
          {
            key: 'number',
            head: m.bureau_document_number(),
            cell: (row) => row.documentNumber ?? m.bureau_none(),
          },
          {
            key: 'issued',
            head: m.bureau_issued_on(),
            className: 'nowrap',
            cell: (row) => <DateText on={row.issuedOn} />,
          },
          { key: 'rows', head: m.bureau_col_rows(), numeric: true, cell: (row) => row.rows },
          {
            key: 'author',
            head: m.bureau_col_author(),
            cell: (row) => row.authorName ?? m.bureau_imported(),
          },
          {
            key: 'state',
            head: m.bureau_col_state(),
            className: 'nowrap',
            cell: (row) => <Tag tone={publicationTone(row.state)}>{publicationStateLabel(row.state)}</Tag>,
          },
        ]}
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => here({ state: list.state, page })}
        empty={<Empty title={m.bureau_publications_empty()}>{m.bureau_publications_empty_text()}</Empty>}
      />
    </>
  );
}
