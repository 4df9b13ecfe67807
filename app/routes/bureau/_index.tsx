import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BlockedButton, LinkButton } from '~/components/button';
import { DateText, DayText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Figures } from '~/components/figures';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Table, type Column } from '~/components/table';
import { Tabs } from '~/components/tabs';
import { dayOf, todayOn } from '~/domain/calendar';
import { countDesk } from '~/domain/desk/count-desk.server';
import { leadStateLabel } from '~/domain/leads/lead';
import { publicationKindLabel, type PublishingRefusal } from '~/domain/publications/publication';
import {
  countRecentlyPublished,
  listBureauQueue,
  type QueueItem,
} from '~/domain/publications/bureau-queue.server';
import { workingDaysBetween } from '~/domain/working-days';
import { env } from '~/env.server';
import { daysUntil } from '~/format';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { wordOf } from './query.server';

const kinds = ['publication', 'draft', 'dispute', 'lead'] as const;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_nav_desk() }) }];

export const loader = guard('bureau', async ({ request, viewer }) => {
  const show = wordOf(new URL(request.url), 'show', kinds);
  const today = todayOn();
  const items = await listBureauQueue(viewer);
  const { total, ...counts } = await countDesk(viewer);
  return {
    show,
    today,
    organisation: viewer.organisationName,
    name: viewer.name,
    role: viewer.role,
    total,
    counts,
    stalledAfter: env.LEAD_BUREAU_DAYS,
    mayPublish: items.filter((item) => item.kind === 'publication' && !item.blocked).length,
    recentlyPublished: await countRecentlyPublished(),
    rows: items
      .filter((item) => !show || item.kind === show)
      .map((item) => ({
        ...item,
        sinceOn: dayOf(item.since),
        waitedDays: -daysUntil(dayOf(item.since), today),
        workingDays: workingDaysBetween(dayOf(item.since), today),
      })),
  };
});
type Row = QueueItem & { sinceOn: string; waitedDays: number; workingDays: number };

export default function BureauDeskPage() {
  const desk = useLoaderData<typeof loader>();
  const rows: Row[] = desk.rows;
  return (
    <>
      <PageHead
        title={desk.total ? m.bureau_desk_title({ n: desk.total }) : m.bureau_nav_desk()}
        meta={
          <>
            <span>{desk.organisation}</span>
            <span>
              {desk.name} {roleLabel(desk.role)}
            </span>
            <DateText on={desk.today} />
          </>
        }
      />
      <div className="mb-6">
        <Figures
          figures={[
            { label: m.bureau_figure_may_publish(), value: desk.mayPublish, unit: m.bureau_unit_items() },
            { label: m.bureau_figure_drafts(), value: desk.counts.draft, unit: m.bureau_unit_items() },
            {
              label: m.bureau_figure_stalled({ days: desk.stalledAfter }),
              value: desk.counts.lead,
              unit: m.bureau_unit_items(),
              late: desk.counts.lead > 0,
            },
            {
              label: m.bureau_figure_published(),
              value: desk.recentlyPublished,
              unit: m.bureau_unit_lists(),
            },
          ]}
        />
      </div>
      <div className="mb-4">
        <Tabs
          label={m.bureau_desk_tabs()}
          tabs={[
            { label: m.bureau_tab_all(), href: paths.bureau(), count: desk.total, current: !desk.show },
            ...kinds.map((kind) => ({
              label: kindTab(kind),
              href: withQuery(paths.bureau(), { show: kind }),
              count: desk.counts[kind],
              current: desk.show === kind,
            })),
          ]}
        />
      </div>
      {rows.length ? (
        <Table
          variant="queue"
          label={m.bureau_desk_table()}
          columns={columns()}
          rows={rows}
          rowKey={(row) => `${row.kind}-${row.code}`}
        />
      ) : (
        <Empty
          title={m.bureau_desk_empty_title()}
          actions={
            <LinkButton tone="act" href={paths.bureauPublicationNew()}>
              {m.bureau_publication_new()}
            </LinkButton>
          }
        >
          {m.bureau_desk_empty()}
        </Empty>
      )}
    </>
  );
}

function columns(): Column<Row>[] {
  return [
    { key: 'kind', head: m.bureau_col_matter(), className: 'nowrap', cell: (row) => kindLabel(row) },
    {
      key: 'what',
      // No name before it where the table is shown as cards.
      head: <>{m.bureau_col_content()}</>,
      cell: (row) => (
        <>
          <Link className="t" href={hrefOf(row)}>
            {row.title}
          </Link>
          <br />
          <span className="small soft">{particulars(row)}</span>
        </>
      ),
    },
    {
      key: 'received',
      head: m.bureau_col_received(),
      className: 'nowrap',
      cell: (row) => <DayText on={row.sinceOn} />,
    },
    {
      key: 'waited',
      head: m.bureau_col_waited(),
      numeric: true,
      cell: (row) =>
        row.kind === 'lead'
          ? m.bureau_working_days({ n: row.workingDays })
          : m.bureau_days({ n: row.waitedDays }),
    },
    {
      key: 'act',
      head: m.bureau_col_act(),
      hideHead: true,
      className: 'go',
      cell: (row) => <Act row={row} />,
    },
  ];
}

function Act({ row }: { row: Row }) {
  if (row.kind === 'publication' && row.blocked) {
    return (
      <BlockedButton small reason={refusalText(row.blocked)}>
        {m.bureau_act_publish()}
      </BlockedButton>
    );
  }
  return (
    <LinkButton
      small
      href={row.kind === 'publication' ? paths.bureauPublicationPublish(row.code) : hrefOf(row)}
    >
      {{
        publication: m.bureau_act_publish,
        draft: m.bureau_act_continue,
        dispute: m.bureau_act_view,
        lead: m.bureau_act_view,
      }[row.kind]()}
      <span className="vh"> {row.title}</span>
    </LinkButton>
  );
}

function hrefOf(row: Row): string {
  return row.kind === 'publication' || row.kind === 'draft'
    ? paths.bureauPublication(row.code)
    : paths.bureauLead(row.code);
}

function particulars(row: Row): string {
  switch (row.kind) {
    case 'publication':
      return [publicationKindLabel(row.listKind), row.author ? m.bureau_drafted_by({ name: row.author }) : '']
        .filter(Boolean)
        .join(' · ');
    case 'draft':
      return row.returnedFor
        ? m.bureau_returned_for({ reason: row.returnedFor })
        : `${publicationKindLabel(row.listKind)} · ${m.bureau_drafted_by_you()}`;
    case 'dispute':
      return [m.bureau_between({ buyer: row.buyer, enterprise: row.enterprise }), row.note ?? '']
        .filter(Boolean)
        .join(' · ');
    case 'lead':
      return [
        leadStateLabel(row.state),
        row.awaiting === 'buyer'
          ? m.bureau_waits_for({ name: row.buyer })
          : row.awaiting === 'enterprise'
            ? m.bureau_waits_for({ name: row.enterprise })
            : '',
      ]
        .filter(Boolean)
        .join(' · ');
  }
}

function kindLabel(row: Row): string {
  if (row.kind === 'draft' && row.returnedFor) return m.bureau_kind_returned();
  return {
    publication: m.bureau_kind_publication,
    draft: m.bureau_kind_draft,
    dispute: m.bureau_kind_dispute,
    lead: m.bureau_kind_lead,
  }[row.kind]();
}

function kindTab(kind: (typeof kinds)[number]): string {
  return {
    publication: m.bureau_kind_publication,
    draft: m.bureau_tab_drafts,
    dispute: m.bureau_kind_dispute,
    lead: m.bureau_kind_lead,
  }[kind]();
}

function refusalText(reason: PublishingRefusal): string {
  return {
    author: m.bureau_refused_author,
    role: m.bureau_refused_role,
    state: m.bureau_refused_state,
  }[reason]();
}

const roleLabel = (role: string) =>
  role === 'publisher' ? m.domain_role_publisher() : m.domain_role_reviewer();
