import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DeadlineText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Money } from '~/components/price';
import { Table } from '~/components/table';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { listOwnedScenarios } from '~/domain/responses/owned-scenarios.server';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.account_nav_scenarios() }) }];

export const loader = guard('buyer', async ({ viewer }) => {
  const rows = await listOwnedScenarios(viewer.organisationId, todayOn());
  return {
    scenarios: rows.map((row) => ({
      code: row.code,
      title: row.title,
      category: row.category,
      status: row.status,
      deadlineOn: row.deadlineOn,
      deadlineGranularity: row.deadlineGranularity,
      budget: row.budget,
      responses: row.responses,
      fresh: row.fresh,
    })),
  };
});

export default function OwnedScenariosPage() {
  const { scenarios } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.account_nav_scenarios()} lede={m.account_scenarios_lede()} />
      {scenarios.length === 0 ? (
        <Empty
          title={m.account_scenarios_empty()}
          actions={
            <LinkButton tone="act" href={paths.products()}>
              {m.account_find_products()}
            </LinkButton>
          }
        >
          {m.account_scenarios_empty_text()}
        </Empty>
      ) : (
        <Table
          variant="cards"
          label={m.account_nav_scenarios()}
          rows={scenarios}
          rowKey={(row) => row.code}
          columns={[
            {
              key: 'title',
              // Not a plain text: on phones this cell carries no label.
              head: <>{m.account_col_scenario()}</>,
              cell: (row) => (
                <>
                  <Link className="t strong" href={paths.accountScenarioResponses(row.code)}>
                    {row.title}
                  </Link>
                  <br />
                  <span className="small soft">
                    {termLabel(row.category)} · <span className="num">{row.code}</span>
                  </span>
                </>
              ),
            },
            {
              key: 'state',
              head: m.account_col_state(),
              className: 'nowrap',
              cell: (row) => (
                <Tag tone={row.status === 'open' ? 'ok' : 'neutral'}>{scenarioStatusLabel(row.status)}</Tag>
              ),
            },
            {
              key: 'due',
              head: m.account_col_deadline(),
              className: 'nowrap',
              cell: (row) =>
                row.deadlineOn ? (
                  <DeadlineText on={row.deadlineOn} granularity={row.deadlineGranularity} />
                ) : (
                  '—'
                ),
            },
            {
              key: 'budget',
              head: m.account_col_budget(),
              numeric: true,
              cell: (row) => <Money fen={row.budget} />,
            },
            {
              key: 'responses',
              head: m.account_col_responses(),
              numeric: true,
              cell: (row) =>
                row.fresh
                  ? m.account_responses_fresh({ count: row.responses, fresh: row.fresh })
                  : row.responses,
            },
          ]}
        />
      )}
    </>
  );
}
