import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { ListFilter } from '~/components/bureau/list-filter';
import { Listing, NothingFound } from '~/components/bureau/listing';
import { titleHead } from '~/components/bureau/row-title';
import { Button, LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import { Table } from '~/components/table';
import { Tabs } from '~/components/tabs';
import { Tag } from '~/components/tag';
import { termLabel } from '~/domain/terms';
import { suggestGroups, type SuggestedGroup } from '~/domain/vocabulary/suggest-groups.server';
import { vocabularyStateLabel, vocabularyStates } from '~/domain/vocabulary/vocabulary';
import { listGroups, loadStartingGroups, vocabularyPageSize } from '~/domain/vocabulary/vocabulary.server';
import { formatNumber } from '~/format';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { doneOf, pageOf, queryOf, wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.vocabulary_title() }) }];

export const loader = guard('bureau', async ({ request }) => {
  const url = new URL(request.url);
  const state = wordOf(url, 'state', vocabularyStates);
  const q = queryOf(url);
  const page = pageOf(url);
  const { rows, states, all, total } = await listGroups({ words: q, state, page });
  return {
    state,
    q,
    page,
    pageSize: vocabularyPageSize,
    rows: rows.map(({ id, area, terms, narrower, state: now, updatedAt }) => ({
      code: id,
      area,
      terms,
      narrower,
      state: now,
      changedOn: updatedAt.toISOString().slice(0, 10),
    })),
    states,
    all,
    total,
    suggested: page === 1 && !q && !state ? await suggestGroups() : [],
    done: doneOf(request),
  };
});

export const action = guard('bureau', async ({ viewer }) => {
  await loadStartingGroups(viewer);
  return redirectTo(paths.bureauVocabulary({ done: 'loaded' }));
});

export default function VocabularyPage() {
  const list = useLoaderData<typeof loader>();
  const { state, q } = list;
  return (
    <>
      <PageHead title={m.vocabulary_title()} lede={m.vocabulary_lede()}>
        <div className="actions mt-4">
          <LinkButton tone="act" href={paths.bureauVocabularyNew()}>
            {m.vocabulary_new()}
          </LinkButton>
        </div>
      </PageHead>
      {list.done === 'loaded' ? <Notice tone="ok" live title={m.vocabulary_loaded()} /> : null}
      {list.suggested.length > 0 ? <Suggested rows={list.suggested} /> : null}
      <ListFilter label={m.vocabulary_search()} words={q} state={`${q}-${state}`}>
        {state ? <input type="hidden" name="state" value={state} /> : null}
      </ListFilter>
      <div className="mb-4">
        <Tabs
          label={m.vocabulary_states()}
          tabs={[
            {
              label: m.bureau_tab_all(),
              href: paths.bureauVocabulary({ words: q }),
              count: list.all,
              current: !state,
            },
            ...vocabularyStates.map((each) => ({
              label: vocabularyStateLabel(each),
              href: paths.bureauVocabulary({ state: each, words: q }),
              count: list.states[each] ?? 0,
              current: state === each,
            })),
          ]}
        />
      </div>
      <Listing
        label={m.vocabulary_title()}
        rows={list.rows}
        columns={[
          {
            ...titleHead(m.vocabulary_terms()),
            cell: (row) => (
              <>
                <Link className="t" href={paths.bureauVocabularyGroup(row.code)}>
                  {row.terms.join(m.vocabulary_comma())}
                </Link>
                {row.narrower.length > 0 ? (
                  <span className="meta">
                    {m.vocabulary_also({ words: row.narrower.join(m.vocabulary_comma()) })}
                  </span>
                ) : null}
              </>
            ),
          },
          { key: 'area', head: m.vocabulary_area(), cell: (row) => termLabel(row.area) },
          {
            key: 'state',
            head: m.vocabulary_state(),
            className: 'nowrap',
            cell: (row) => (
              <Tag tone={row.state === 'published' ? 'ok' : 'line'}>{vocabularyStateLabel(row.state)}</Tag>
            ),
          },
          { key: 'changed', head: m.vocabulary_changed_on(), cell: (row) => <DateText on={row.changedOn} /> },
        ]}
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => paths.bureauVocabulary({ state, words: q, page })}
        empty={list.all === 0 && !q ? <NothingYet /> : <NothingFound href={paths.bureauVocabulary()} />}
      />
    </>
  );
}

function NothingYet() {
  return (
    <Empty
      title={m.vocabulary_empty()}
      actions={
        <Form method="post">
          <Button tone="act">{m.vocabulary_load()}</Button>
        </Form>
      }
    >
      {m.vocabulary_empty_text()}
    </Empty>
  );
}

function Suggested({ rows }: { rows: readonly SuggestedGroup[] }) {
  return (
    <Section title={m.vocabulary_suggested()} sub={m.vocabulary_suggested_sub()}>
      <Table
        variant="cards"
        unruled
        label={m.vocabulary_suggested()}
        rows={rows}
        rowKey={({ query }) => query}
        columns={[
          { key: 'query', head: m.terms_col_term(), rowHeader: true, cell: ({ query }) => query },
          {
            key: 'unknown',
            head: m.vocabulary_unknown(),
            cell: ({ unknown }) => unknown.join(m.vocabulary_comma()),
          },
          {
            key: 'times',
            head: m.terms_col_nothing(),
            numeric: true,
            cell: ({ times }) => formatNumber(times),
          },
          {
            key: 'next',
            head: m.terms_col_next(),
            cell: ({ unknown, query }) => (
              <Link
                href={paths.bureauVocabularyNew({ terms: unknown[0] })}
                aria-label={m.vocabulary_add_of({ term: query })}
              >
                {m.vocabulary_add()}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  );
}
