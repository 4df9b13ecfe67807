import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Listing } from '~/components/bureau/listing';
import { RowTitle, titleHead } from '~/components/bureau/row-title';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Tabs } from '~/components/tabs';
import { Tag } from '~/components/tag';
import { dayOf, todayOn } from '~/domain/calendar';
import { leadPageSize, listLeadsForBureau } from '~/domain/leads/bureau-leads.server';
import {
  awaitedSideLabel,
  leadStateLabel,
  leadStates,
  openLeadStates,
  type LeadState,
} from '~/domain/leads/lead';
import { workingDaysBetween } from '~/domain/working-days';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { pageOf, wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_nav_leads() }) }];

export const loader = guard('bureau', async ({ request }) => {
  const url = new URL(request.url);
  const show = wordOf(url, 'show', ['open', 'ended', ...leadStates] as const);
  const page = pageOf(url);
  const today = todayOn();
  const { rows, counts, open, ended, total } = await listLeadsForBureau({ show, page });
  return {
    show,
    page,
    pageSize: leadPageSize,
    counts,
    open,
    ended,
    total,
    rows: rows.map(({ waitingSince, createdAt, ...row }) => ({
      ...row,
      openedOn: dayOf(createdAt),
      sinceOn: dayOf(waitingSince),
      waitedDays: workingDaysBetween(dayOf(waitingSince), today),
    })),
  };
});

export default function BureauLeadsPage() {
  const list = useLoaderData<typeof loader>();
  const { show } = list;
  const states = leadStates.filter((state) => list.counts[state]);
  return (
    <>
      <PageHead title={m.bureau_nav_leads()} lede={m.bureau_leads_lede()} />
      <div className="mb-4">
        <Tabs
          label={m.bureau_states()}
          tabs={[
            {
              label: m.bureau_tab_all(),
              href: paths.bureauLeads(),
              count: list.open + list.ended,
              current: !show,
            },
            {
              label: m.bureau_leads_open(),
              href: paths.bureauLeads({ show: 'open' }),
              count: list.open,
              current: show === 'open',
            },
            {
              label: m.bureau_leads_ended(),
              href: paths.bureauLeads({ show: 'ended' }),
              count: list.ended,
              current: show === 'ended',
            },
            ...states.map((state) => ({
              label: leadStateLabel(state),
              href: paths.bureauLeads({ show: state }),
              count: list.counts[state] ?? 0,
              current: show === state,
            })),
          ]}
        />
      </div>
      <Listing
        label={m.bureau_nav_leads()}
        rows={list.rows}
        columns={[
          {
            ...titleHead(m.bureau_col_lead()),
            cell: (row) => (
              <RowTitle name={row.product} href={paths.bureauLead(row.code)} code={row.code}>
                {row.scenario ? <span>{row.scenario}</span> : null}
              </RowTitle>
            ),
          },
          {
            key: 'buyer',
            head: m.domain_side_buyer(),
            cell: (row) => <OrganisationName name={row.buyer} />,
          },
          {
            key: 'enterprise',
            head: m.domain_side_enterprise(),
            cell: (row) => <OrganisationName name={row.enterprise} />,
          },
          {
            key: 'opened',
            head: m.bureau_opened_on(),
            className: 'nowrap',
            cell: (row) => <DateText on={row.openedOn} />,
          },
          {
            key: 'state',
            head: m.bureau_col_state(),
            className: 'nowrap',
            cell: (row) => <Tag tone={stateTone(row.state)}>{leadStateLabel(row.state)}</Tag>,
          },
          {
            key: 'waits',
            head: m.bureau_col_waits_for(),
            className: 'nowrap',
            cell: (row) =>
              row.awaiting ? (
                <>
                  {awaitedSideLabel(row.awaiting)}
                  <br />
                  <span className="small soft">
                    {row.waitedDays === 0
                      ? m.leads_days_today()
                      : m.bureau_working_days({ n: row.waitedDays })}
                  </span>
                </>
              ) : (
                <span className="soft">{m.bureau_nobody()}</span>
              ),
          },
        ]}
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => paths.bureauLeads({ show, page })}
        empty={<Empty title={m.bureau_leads_empty()}>{m.bureau_leads_empty_text()}</Empty>}
      />
    </>
  );
}

function stateTone(state: LeadState): 'info' | 'ok' | 'neutral' {
  if (state === 'delivered') return 'ok';
  return (openLeadStates as readonly LeadState[]).includes(state) ? 'info' : 'neutral';
}
