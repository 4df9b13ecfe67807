import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ListFilter } from '~/components/bureau/list-filter';
import { Listing, NothingFound } from '~/components/bureau/listing';
import {
  budgetColumn,
  deadlineColumn,
  scenarioTitleColumn,
  statusColumn,
} from '~/components/bureau/scenario-columns';
import { SelectField } from '~/components/form-field';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { todayOn } from '~/domain/calendar';
import {
  listPublicationChoices,
  listScenariosForBureau,
  scenarioPageSize,
} from '~/domain/scenarios/bureau-scenarios.server';
import { scenarioStates, scenarioStatusLabel } from '~/domain/scenarios/scenario';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { pageOf, queryOf, wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_nav_scenarios() }) }];

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
      <ListFilter label={m.bureau_search_scenarios()} words={q} state={`${state}-${publication}-${q}`}>
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
      </ListFilter>
      <p className="small soft mb-3">{m.bureau_found({ n: list.total })}</p>
      <Listing
        label={m.bureau_nav_scenarios()}
        rows={list.rows}
        columns={[
          scenarioTitleColumn(),
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
          budgetColumn(),
          deadlineColumn(),
          statusColumn(list.today),
        ]}
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => paths.bureauScenarios({ words: q, state, publication, page })}
        empty={<NothingFound href={paths.bureauScenarios()} />}
      />
    </>
  );
}
