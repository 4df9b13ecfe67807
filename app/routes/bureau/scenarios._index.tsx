import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { SelectField, TextField } from '~/components/form-field';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Pagination } from '~/components/pagination';
import { Money } from '~/components/price';
import { Table } from '~/components/table';
import { todayOn } from '~/domain/calendar';
import {
  listPublicationChoices,
  listScenariosForBureau,
  scenarioPageSize,
} from '~/domain/scenarios/bureau-scenarios.server';
import { scenarioStates, scenarioStatus, scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { pageOf, queryOf, wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.bureau_title({ page: m.bureau_nav_scenarios() }) }];

export const loader = guard('bureau', async ({ request }) => {
  const url = new URL(request.url);
  const query = {
    state: wordOf(url, 'state', scenarioStates),
    publication: url.searchParams.get('publication')?.slice(0, 40) || undefined,
    q: queryOf(url),
  };
  const page = pageOf(url);
  const { rows, states, all, total } = await listScenariosForBureau({ ...query, page });
  return {
    ...query,
    page,
    pageSize: scenarioPageSize,
    rows,
    states,
    all,
    total,
    lists: await listPublicationChoices(),
    today: todayOn(),
  };
});

export default function BureauScenariosPage() {
  const list = useLoaderData<typeof loader>();
  const { state, publication, q } = list;
  return (
    <>
      <PageHead title={m.bureau_nav_scenarios()} lede={m.bureau_scenarios_lede()} />
      <Form method="get" className="filter mb-5" key={`${state}-${publication}-${q}`}>
        <TextField name="words" type="search" label={m.bureau_search_scenarios()} defaultValue={q} />
        <SelectField
          name="state"
          label={m.bureau_col_state()}
          defaultValue={state}
          placeholder={m.bureau_any_state({ n: list.all })}
          options={scenarioStates
            .filter((each) => each === state || list.states[each])
            .map((each) => ({
              value: each,
              label: `${scenarioStatusLabel(each)} ${list.states[each] ?? 0}`,
            }))}
          width="full"
        />
        <SelectField
          name="publication"
          label={m.bureau_col_publication()}
          defaultValue={publication}
          placeholder={m.bureau_any_list()}
          options={list.lists.map((each) => ({ value: each.code, label: each.title }))}
          width="full"
        />
        <Button>{m.bureau_filter()}</Button>
      </Form>
      <p className="small soft mb-3">{m.bureau_found({ n: list.total })}</p>
      {list.rows.length ? (
        <Table
          variant="cards"
          label={m.bureau_nav_scenarios()}
          rows={list.rows}
          rowKey={(row) => row.code}
          columns={[
            {
              key: 'title',
              // No name before it where the table is shown as cards.
              head: <>{m.bureau_col_scenario()}</>,
              cell: (row) => (
                <>
                  <Link className="t" href={paths.bureauScenario(row.code)}>
                    {row.title}
                  </Link>
                  <br />
                  <span className="small soft">
                    <span className="num">{row.code}</span> · {termLabel(row.category)} ·{' '}
                    <OrganisationName name={row.owner} />
                  </span>
                </>
              ),
            },
            {
              key: 'list',
              head: m.bureau_col_publication(),
              className: 'nowrap',
              cell: (row) =>
                row.publicationCode ? (
                  <Link href={paths.bureauPublication(row.publicationCode)}>{row.publicationCode}</Link>
                ) : (
                  m.bureau_none()
                ),
            },
            {
              key: 'amount',
              head: m.bureau_scenario_budget(),
              numeric: true,
              className: 'nowrap',
              cell: (row) => <Money fen={row.budget} />,
            },
            {
              key: 'due',
              head: m.bureau_scenario_deadline(),
              className: 'nowrap',
              cell: (row) => (row.deadlineOn ? <DateText on={row.deadlineOn} /> : m.bureau_none()),
            },
            {
              key: 'state',
              head: m.bureau_col_state(),
              className: 'nowrap',
              cell: (row) => scenarioStatusLabel(scenarioStatus(row.state, row.deadlineOn, list.today)),
            },
          ]}
        />
      ) : (
        <Empty
          title={m.bureau_nothing_found()}
          actions={<Link href={paths.bureauScenarios()}>{m.bureau_clear_filter()}</Link>}
        >
          {m.bureau_nothing_found_text()}
        </Empty>
      )}
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => paths.bureauScenarios({ words: q, state, publication, page })}
      />
    </>
  );
}
