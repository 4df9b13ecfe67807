import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Figures } from '~/components/figures';
import { PageHead } from '~/components/page-head';
import { Table } from '~/components/table';
import { Tabs } from '~/components/tabs';
import { dayOf, todayOn } from '~/domain/calendar';
import { countDesk } from '~/domain/desk/count-desk.server';
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
import { wordOf } from '../query.server';
import { columns } from './columns';

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

export type Row = QueueItem & { sinceOn: string; waitedDays: number; workingDays: number };

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

function kindTab(kind: (typeof kinds)[number]): string {
  return {
    publication: m.bureau_kind_publication,
    draft: m.bureau_tab_drafts,
    dispute: m.bureau_kind_dispute,
    lead: m.bureau_kind_lead,
  }[kind]();
}

const roleLabel = (role: string) =>
  role === 'publisher' ? m.domain_role_publisher() : m.domain_role_reviewer();
