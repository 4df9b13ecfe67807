import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Figures } from '~/components/figures';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { dayOf, todayOn } from '~/domain/calendar';
import { lapseDay, listWaitingLeads } from '~/domain/leads/queue.server';
import { countDesk } from '~/domain/desk/count-desk.server';
import { listOfferingTasks } from '~/domain/offerings/offering-tasks.server';
import { listNewResponses } from '~/domain/responses/owned-scenarios.server';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { TaskTable } from './task-table';
import { tasksOf } from './tasks';

/** More than this is a list of its own. */
const shown = 50;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.account_desk_title() }) }];

export const loader = guard('signed-in', async ({ viewer }) => {
  if (viewer.organisationKind === 'bureau') throw redirectTo(paths.bureau());
  const isEnterprise = viewer.organisationKind === 'enterprise';
  const today = todayOn();
  const [leads, counts, offers, answers] = await Promise.all([
    listWaitingLeads(viewer, shown),
    countDesk(viewer),
    isEnterprise ? listOfferingTasks(viewer.organisationId, today) : [],
    isEnterprise ? [] : listNewResponses(viewer.organisationId),
  ]);
  return {
    today,
    isEnterprise,
    name: viewer.name,
    organisationName: viewer.organisationName,
    total: counts.total,
    waiting: counts.leads,
    leads: leads.map((lead) => ({
      code: lead.code,
      side: isEnterprise ? ('enterprise' as const) : ('buyer' as const),
      state: lead.state,
      purchase: lead.confirmation ? { confirmation: lead.confirmation } : null,
      productName: lead.productName,
      counterpart: lead.counterpart,
      scenarioTitle: lead.scenarioTitle,
      sinceOn: dayOf(lead.waitingSince),
      dueOn: lead.confirmByOn ?? lapseDay(lead),
    })),
    offers: offers.slice(0, shown).map(({ code, name, untilOn }) => ({ code, name, untilOn })),
    offersTotal: counts.offerings,
    offersEnding: offers.filter(({ untilOn }) => untilOn !== null).length,
    answers: answers.slice(0, shown).map((answer) => ({
      code: answer.code,
      scenarioCode: answer.scenarioCode,
      scenarioTitle: answer.scenarioTitle,
      productName: answer.productName,
      enterpriseName: answer.enterpriseName,
      sinceOn: dayOf(answer.createdAt),
    })),
    answersTotal: counts.responses,
  };
});

export type DeskFacts = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DeskPage() {
  const facts = useLoaderData<typeof loader>();
  const tasks = tasksOf(facts);
  return (
    <>
      <PageHead
        title={facts.total ? m.account_desk_title_count({ count: facts.total }) : m.account_desk_title()}
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
        <TaskTable tasks={tasks} todayOn={facts.today} />
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
