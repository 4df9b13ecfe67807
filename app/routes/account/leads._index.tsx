import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Empty } from '~/components/empty';
import { askedOf } from '~/components/lead/lead-step';
import { daysSince, LeadStateTag } from '~/components/lead/lead-stages';
import { Quantity } from '~/components/lead/lead-facts';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Pagination } from '~/components/pagination';
import { Money } from '~/components/price';
import { Table, type Column } from '~/components/table';
import { Tabs } from '~/components/tabs';
import { todayOn } from '~/domain/calendar';
import { leadTabs, listLeads, type LeadTab } from '~/domain/leads/list-leads.server';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.leads_title() }) }];

const isTab = (value: string | null): value is LeadTab =>
  (leadTabs as readonly (string | null)[]).includes(value);

export const loader = guard('signed-in', async ({ request, viewer }) => {
  if (viewer.organisationKind === 'bureau') throw redirectTo(paths.bureauLeads());
  const search = new URL(request.url).searchParams;
  const asked = search.get('tab');
  const tab = isTab(asked) ? asked : 'waiting';
  const typed = Number(search.get('page') ?? 1);
  const page = Number.isSafeInteger(typed) && typed >= 1 && typed <= 10_000 ? typed : 1;
  const { counts, rows, pageSize } = await listLeads(viewer, tab, page);
  return {
    side: viewer.organisationKind,
    organisation: viewer.organisationName,
    tab,
    page,
    counts,
    rows,
    pageSize,
    today: todayOn(),
  };
});

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];
type Side = 'buyer' | 'enterprise';

const tabLabels = { waiting: m.leads_tab_waiting, open: m.leads_tab_open, ended: m.leads_tab_ended };
const emptyTitles = { waiting: m.leads_empty_waiting, open: m.leads_empty_open, ended: m.leads_empty_ended };

const confirms = (row: Row, side: Side) =>
  side === 'enterprise' &&
  (row.state === 'contracted' || row.state === 'delivered') &&
  row.confirmation === 'unconfirmed';
const isMine = (row: Row, side: Side) => row.awaited === side || confirms(row, side);

function columns(side: Side, today: string): Column<Row>[] {
  return [
    {
      key: 'content',
      head: m.leads_col_content(),
      cell: (row) => (
        <>
          <Link className="t" href={paths.accountLead(row.code)}>
            {row.product.name}
          </Link>
          <br />
          <span className="small soft">
            <OrganisationName name={row.counterpart} />
            {row.scenarioTitle ? `　${row.scenarioTitle}` : null}
          </span>
        </>
      ),
    },
    {
      key: 'kind',
      head: m.leads_col_state(),
      className: 'nowrap',
      cell: (row) => <LeadStateTag state={row.state} />,
    },
    {
      key: 'amount',
      head: m.leads_col_need(),
      numeric: true,
      cell: (row) => (
        <>
          {row.quantity ? <Quantity quantity={row.quantity} unit={row.unit} /> : null}
          <br />
          <Money fen={row.budget} />
        </>
      ),
    },
    {
      key: 'waited',
      head: m.leads_col_since(),
      className: (row) => (isMine(row, side) ? 'due soon' : undefined),
      cell: (row) =>
        row.awaited || confirms(row, side) ? (
          <>
            {confirms(row, side)
              ? m.leads_since_confirm()
              : row.awaited === side
                ? m.leads_since_us()
                : row.awaited === 'bureau'
                  ? m.leads_since_bureau()
                  : m.leads_since_them()}{' '}
            {daysSince(row.waitingSince, today)}
          </>
        ) : null,
    },
    {
      key: 'go',
      head: m.leads_col_go(),
      hideHead: true,
      className: 'go',
      cell: (row) => {
        const purchase = row.confirmation ? { confirmation: row.confirmation } : null;
        const { act, fieldId } = isMine(row, side)
          ? askedOf({ side, state: row.state, purchase })
          : { act: m.leads_go_see() };
        const page = paths.accountLead(row.code);
        return (
          <LinkButton small href={fieldId ? `${page}#${fieldId}` : page} aria-label={`${act} ${row.code}`}>
            {act}
          </LinkButton>
        );
      },
    },
  ];
}

export default function LeadsPage() {
  const { side, organisation, tab, page, counts, rows, pageSize, today } = useLoaderData<typeof loader>();
  const isBuyer = side === 'buyer';
  return (
    <>
      <PageHead
        title={m.leads_title()}
        meta={
          <span>
            <OrganisationName name={organisation} />
          </span>
        }
      />
      <Tabs
        label={m.leads_tabs()}
        tabs={(['waiting', 'open', 'ended'] as const).map((each) => ({
          label: tabLabels[each](),
          href: paths.accountLeads({ tab: each === 'waiting' ? undefined : each }),
          count: counts[each],
          current: each === tab,
        }))}
      />
      {rows.length > 0 ? (
        <Table
          variant="queue"
          label={m.leads_list_label()}
          columns={columns(isBuyer ? 'buyer' : 'enterprise', today)}
          rows={rows}
          rowKey={(row) => row.code}
        />
      ) : (
        <Empty
          title={emptyTitles[tab]()}
          actions={
            isBuyer ? (
              <LinkButton href={paths.products()}>{m.leads_find_products()}</LinkButton>
            ) : (
              <LinkButton href={paths.scenarios()}>{m.leads_find_scenarios()}</LinkButton>
            )
          }
        >
          {isBuyer ? m.leads_empty_buyer() : m.leads_empty_enterprise()}
        </Empty>
      )}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={counts[tab]}
        hrefFor={(number) => paths.accountLeads({ tab: tab === 'waiting' ? undefined : tab, page: number })}
      />
    </>
  );
}
