import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DateText, DayText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Figures } from '~/components/figures';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Table } from '~/components/table';
import { dayOf, todayOn } from '~/domain/calendar';
import { leadStateLabel } from '~/domain/leads/lead';
import { countWaiting, listWaitingLeads } from '~/domain/leads/queue.server';
import { listOfferingTasks } from '~/domain/offerings/offering-tasks.server';
import { listNewResponses } from '~/domain/responses/owned-scenarios.server';
import { daysUntil, formatDaysLeft } from '~/format';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

/** More than this is a list of its own. */
const shown = 50;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.account_desk_title() }) }];

export const loader = guard('signed-in', async ({ viewer }) => {
  if (viewer.organisationKind === 'bureau') throw redirectTo(paths.bureau());
  const isEnterprise = viewer.organisationKind === 'enterprise';
  const today = todayOn();
  const [leads, waiting, offers, answers] = await Promise.all([
    listWaitingLeads(viewer, shown),
    countWaiting(viewer),
    isEnterprise ? listOfferingTasks(viewer.organisationId, today) : [],
    isEnterprise ? [] : listNewResponses(viewer.organisationId),
  ]);
  return {
    today,
    isEnterprise,
    name: viewer.name,
    organisationName: viewer.organisationName,
    waiting,
    leads: leads.map((lead) => ({
      code: lead.code,
      state: lead.state,
      productName: lead.productName,
      counterpart: lead.counterpart,
      scenarioTitle: lead.scenarioTitle,
      sinceOn: dayOf(lead.waitingSince),
    })),
    offers: offers.slice(0, shown).map(({ code, name, untilOn }) => ({ code, name, untilOn })),
    offersTotal: offers.length,
    offersEnding: offers.filter(({ untilOn }) => untilOn !== null).length,
    answers: answers.slice(0, shown).map((answer) => ({
      code: answer.code,
      scenarioCode: answer.scenarioCode,
      scenarioTitle: answer.scenarioTitle,
      productName: answer.productName,
      enterpriseName: answer.enterpriseName,
      sinceOn: dayOf(answer.createdAt),
    })),
    answersTotal: answers.length,
  };
});

type Task = {
  key: string;
  kind: string;
  title: string;
  href: string;
  detail: string;
  sinceOn: string | null;
  due: { text: string; className?: string } | null;
  act: string;
};
type Facts = ReturnType<typeof useLoaderData<typeof loader>>;

/** Everything that waits for this organisation, conversations first. */
function tasksOf(facts: Facts): Task[] {
  const leads = facts.leads.map((lead) => ({
    key: lead.code,
    kind: m.account_task_lead(),
    title: lead.scenarioTitle ? `${lead.productName}　${lead.scenarioTitle}` : lead.productName,
    href: paths.accountLead(lead.code),
    detail: `${lead.counterpart}　${leadStateLabel(lead.state)}`,
    sinceOn: lead.sinceOn,
    due: null,
    act: m.account_task_handle(),
  }));
  const answers = facts.answers.map((answer) => ({
    key: answer.code,
    kind: m.account_task_response(),
    title: answer.scenarioTitle,
    href: paths.accountScenarioResponses(answer.scenarioCode),
    detail: `${answer.enterpriseName}　${answer.productName}`,
    sinceOn: answer.sinceOn,
    due: null,
    act: m.account_task_read(),
  }));
  const offers = facts.offers.map((offer) => ({
    key: offer.code,
    kind: m.account_task_offering(),
    title: offer.name,
    href: paths.accountOffering(offer.code),
    detail: offer.untilOn ? m.account_task_offering_ends() : m.account_task_offering_none(),
    sinceOn: null,
    due: offer.untilOn
      ? {
          text: formatDaysLeft(offer.untilOn, facts.today),
          className: daysUntil(offer.untilOn, facts.today) < 0 ? 'due late' : 'due soon',
        }
      : null,
    act: offer.untilOn ? m.account_task_renew() : m.account_task_offer(),
  }));
  return [...leads, ...answers, ...offers];
}

export default function DeskPage() {
  const facts = useLoaderData<typeof loader>();
  const tasks = tasksOf(facts);
  const total = facts.waiting + facts.offersTotal + facts.answersTotal;
  return (
    <>
      <PageHead
        title={total ? m.account_desk_title_count({ count: total }) : m.account_desk_title()}
        meta={
          <>
            <span>
              <OrganisationName name={facts.organisationName} />
            </span>
            <span>{facts.name}</span>
            <span>
              <DateText on={facts.today} />
            </span>
          </>
        }
      />
      <Figures
        figures={[
          { label: m.account_figure_leads(), value: facts.waiting, unit: m.account_figure_unit() },
          ...(facts.isEnterprise
            ? [
                {
                  label: m.account_figure_no_offering(),
                  value: facts.offersTotal - facts.offersEnding,
                  unit: m.account_figure_unit(),
                },
                {
                  label: m.account_figure_ending(),
                  value: facts.offersEnding,
                  unit: m.account_figure_unit(),
                },
              ]
            : [
                {
                  label: m.account_figure_responses(),
                  value: facts.answersTotal,
                  unit: m.account_figure_unit(),
                },
              ]),
        ]}
      />
      {tasks.length ? (
        <Table
          variant="queue"
          label={m.account_desk_title()}
          rows={tasks}
          rowKey={(task) => task.key}
          columns={[
            { key: 'kind', head: m.account_col_kind(), className: 'nowrap', cell: (task) => task.kind },
            {
              key: 'what',
              // Not a plain text: on phones this cell carries no label.
              head: <>{m.account_col_content()}</>,
              cell: (task) => (
                <>
                  <Link className="t" href={task.href}>
                    {task.title}
                  </Link>
                  <br />
                  <span className="small soft">
                    <OrganisationName name={task.detail} />
                  </span>
                </>
              ),
            },
            {
              key: 'received',
              head: m.account_col_since(),
              className: 'nowrap',
              cell: (task) => (task.sinceOn ? <DayText on={task.sinceOn} /> : '—'),
            },
            {
              key: 'due',
              head: m.account_col_due(),
              className: (task) => task.due?.className,
              cell: (task) => task.due?.text,
            },
            {
              key: 'go',
              head: m.account_col_act(),
              hideHead: true,
              className: 'go',
              cell: (task) => (
                <LinkButton small href={task.href} aria-label={`${task.act} ${task.title}`}>
                  {task.act}
                </LinkButton>
              ),
            },
          ]}
        />
      ) : (
        <Empty title={m.account_desk_empty()}>
          {facts.isEnterprise ? m.account_desk_empty_enterprise() : m.account_desk_empty_buyer()}
        </Empty>
      )}
      <div className="actions">
        {facts.isEnterprise ? (
          <>
            <LinkButton tone={tasks.length ? 'plain' : 'act'} href={paths.accountProductNew()}>
              {m.account_product_new()}
            </LinkButton>
            <LinkButton href={paths.scenarios()}>{m.account_find_scenarios()}</LinkButton>
          </>
        ) : (
          <>
            <LinkButton tone={tasks.length ? 'plain' : 'act'} href={paths.products()}>
              {m.account_find_products()}
            </LinkButton>
            <LinkButton href={paths.accountScenarios()}>{m.account_nav_scenarios()}</LinkButton>
          </>
        )}
        <LinkButton href={paths.accountLeads()}>{m.account_all_leads()}</LinkButton>
      </div>
    </>
  );
}
