import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { stepForm } from '~/domain/publications/publication-form';
import { findScenarioForBureau } from '~/domain/scenarios/bureau-scenarios.server';
import { removeScenario } from '~/domain/scenarios/save-scenario.server';
import {
  isEditableDraft,
  publicScenarioStates,
  scenarioStatus,
  scenarioStatusLabel,
  withdrawalRefusal,
} from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import { titleWords } from '~/domain/title-words';
import { parseForm } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { badRequest, notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { doneOf } from '../query.server';
import { Messages } from './messages';
import { Text } from './text';
import { NextStep } from './next-step';
import { FactsOf } from './facts';

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction<typeof loader> = ({ data: scenario }) => [
  { title: m.common_title({ page: scenario?.title ?? m.bureau_nav_scenarios() }) },
];

export const loader = guard('bureau', async ({ request, params, viewer }) => {
  const found = await findScenarioForBureau(params.code ?? '');
  if (!found) throw notFound();
  const { authorId, ...scenario } = found;
  return {
    ...scenario,
    titleWords: titleWords(found.title),
    status: scenarioStatus(found.state, found.deadlineOn, todayOn()),
    editable: authorId === viewer.userId && isEditableDraft(found),
    isPublic: [...publicScenarioStates, 'withdrawn'].includes(found.state),
    refused: withdrawalRefusal(found.state, viewer),
    done: doneOf(request),
  };
});

/** Takes a scenario off its draft list. */
export const action = guard('bureau', async ({ request, params, viewer }) => {
  const form = await parseForm(request, stepForm);
  if (!form.ok || form.values.intent !== 'remove') throw badRequest();
  const removed = await removeScenario(viewer, params.code ?? '', form.data.version);
  if (!removed) throw notFound();
  if (!removed.ok) return data({ refused: removed.reason }, { status: 409 });
  return redirectTo(
    withQuery(paths.bureauPublication(removed.publicationCode), { done: 'scenario-removed' }),
  );
});
export type Scenario = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BureauScenarioPage() {
  const scenario = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          ...(scenario.publicationCode
            ? [
                { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
                {
                  label: scenario.publicationTitle ?? '',
                  href: paths.bureauPublication(scenario.publicationCode),
                },
              ]
            : [{ label: m.bureau_nav_scenarios(), href: paths.bureauScenarios() }]),
          { label: scenario.code },
        ]}
      />
      <PageHead
        title={scenario.titleWords}
        before={
          <>
            <Tag tone={scenario.isPublic && scenario.state !== 'withdrawn' ? 'ok' : 'neutral'}>
              {scenarioStatusLabel(scenario.status)}
            </Tag>
            {scenario.isMajorDemonstration ? <Tag tone="info">{m.bureau_scenario_major_tag()}</Tag> : null}
          </>
        }
        meta={
          <>
            <span className="num">{scenario.code}</span>
            <span>{termLabel(scenario.category)}</span>
            <span>
              <OrganisationName name={scenario.ownerName} />
            </span>
          </>
        }
      />
      <Messages scenario={scenario} refused={actionData?.refused !== undefined} />
      <div className="with-side act-first">
        <Text scenario={scenario} />
        <aside className="side" aria-label={m.bureau_next_step()}>
          <Panel title={m.bureau_next_step()} act>
            <NextStep scenario={scenario} />
          </Panel>
          <Panel title={m.bureau_facts()}>
            <FactsOf scenario={scenario} />
          </Panel>
        </aside>
      </div>
    </>
  );
}
