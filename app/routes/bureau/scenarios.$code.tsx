import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { BlockedButton, Button, LinkButton } from '~/components/button';
import { DateText, InstantText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { History } from '~/components/history';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Money } from '~/components/price';
import { Requirements } from '~/components/requirements';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { Paragraphs } from '~/components/timeline';
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
import { parseForm } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { badRequest, notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { doneOf } from './query.server';

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction<typeof loader> = ({ data: scenario }) => [
  { title: m.bureau_title({ page: scenario?.title ?? m.bureau_nav_scenarios() }) },
];

export const loader = guard('bureau', async ({ request, params, viewer }) => {
  const found = await findScenarioForBureau(params.code ?? '');
  if (!found) throw notFound();
  const { authorId, ...scenario } = found;
  return {
    ...scenario,
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
type Scenario = ReturnType<typeof useLoaderData<typeof loader>>;

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
        title={scenario.title}
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

function Messages({ scenario, refused }: { scenario: Scenario; refused: boolean }) {
  const done: Record<string, () => string> = {
    added: m.bureau_said_scenario_added,
    saved: m.bureau_said_saved,
    withdrawn: m.bureau_said_withdrawn,
  };
  const said = refused ? undefined : done[scenario.done ?? ''];
  const state = scenarioStatusLabel(scenario.status);
  return (
    <div className="stack mb-5">
      {refused || scenario.done === 'closed' ? (
        <Notice tone="warn" live title={m.bureau_refused_title()}>
          {m.bureau_refused_now({ state })}
        </Notice>
      ) : null}
      {said ? (
        <Notice tone="ok" live>
          {said()}
        </Notice>
      ) : null}
      {scenario.stateReason ? (
        <Notice tone="warn" title={m.bureau_scenario_reason({ state })}>
          {scenario.stateReason}
        </Notice>
      ) : null}
    </div>
  );
}

function Text({ scenario }: { scenario: Scenario }) {
  return (
    <div className="sections">
      <Section title={m.bureau_scenario_background()}>
        <div className="prose mt-4">
          <Paragraphs body={scenario.background} />
        </div>
      </Section>
      {scenario.outcome ? (
        <Section title={m.bureau_scenario_outcome()}>
          <div className="prose mt-4">
            <Paragraphs body={scenario.outcome} />
          </div>
        </Section>
      ) : null}
      {scenario.requirements.length ? (
        <Section title={m.bureau_scenario_requirements()}>
          <Requirements items={scenario.requirements} />
        </Section>
      ) : null}
      {scenario.resources.length ? (
        <Section title={m.bureau_scenario_resources()}>
          <div className="mt-4">
            <Facts
              facts={scenario.resources.map(({ kind, text }) => ({ label: termLabel(kind), value: text }))}
            />
          </div>
        </Section>
      ) : null}
      {scenario.expectedEffect ? (
        <Section title={m.bureau_scenario_effect()}>
          <div className="prose mt-4">
            <Paragraphs body={scenario.expectedEffect} />
          </div>
        </Section>
      ) : null}
      {scenario.history.length ? (
        <Section title={m.bureau_history()}>
          <History entries={scenario.history} />
        </Section>
      ) : null}
    </div>
  );
}

/** What may be done now, or why nothing. */
function NextStep({ scenario }: { scenario: Scenario }) {
  if (scenario.editable) {
    return (
      <div className="actions">
        <LinkButton tone="act" wide href={paths.bureauScenarioEdit(scenario.code)}>
          {m.bureau_scenario_edit()}
        </LinkButton>
        {scenario.publicationCode ? (
          <>
            <LinkButton wide href={paths.bureauScenarioNew(scenario.publicationCode)}>
              {m.bureau_scenario_add_another()}
            </LinkButton>
            <LinkButton wide href={paths.bureauPublication(scenario.publicationCode)}>
              {m.bureau_back_to_list()}
            </LinkButton>
          </>
        ) : null}
        <Form method="post">
          <input type="hidden" name="version" value={scenario.version} />
          <Button tone="danger" wide name="intent" value="remove">
            {m.bureau_scenario_remove()}
          </Button>
        </Form>
        <p className="small soft">{m.bureau_scenario_remove_hint({ code: scenario.code })}</p>
      </div>
    );
  }
  return (
    <div className="actions">
      {scenario.isPublic ? (
        <LinkButton wide href={paths.scenario(scenario.code)}>
          {m.bureau_see_public()}
        </LinkButton>
      ) : null}
      {scenario.refused === undefined ? (
        <LinkButton tone="danger" wide href={paths.bureauScenarioWithdraw(scenario.code)}>
          {m.bureau_scenario_withdraw()}
        </LinkButton>
      ) : scenario.refused === 'role' ? (
        <BlockedButton tone="danger" wide reason={m.bureau_refused_role()}>
          {m.bureau_scenario_withdraw()}
        </BlockedButton>
      ) : null}
      {scenario.isPublic ? (
        <p className="small soft">{m.bureau_published_fixed()}</p>
      ) : (
        <p>
          {scenario.state === 'submitted'
            ? m.bureau_scenario_waits()
            : m.bureau_only_author({ name: scenario.authorName ?? '' })}
        </p>
      )}
    </div>
  );
}

function FactsOf({ scenario }: { scenario: Scenario }) {
  return (
    <Facts
      facts={[
        {
          label: m.bureau_scenario_owner(),
          value: (
            <Link href={paths.bureauOrganisation(scenario.ownerCode)}>
              <OrganisationName name={scenario.ownerName} />
            </Link>
          ),
        },
        { label: m.bureau_scenario_supervising(), value: scenario.supervisingDepartment },
        { label: m.bureau_scenario_scale(), value: scenario.scale && termLabel(scenario.scale) },
        {
          label: m.bureau_scenario_place(),
          value: [scenario.district, scenario.zone]
            .filter((word) => word !== null)
            .map(termLabel)
            .concat(scenario.site ?? [])
            .join(' · '),
        },
        { label: m.bureau_scenario_budget(), value: <Money fen={scenario.budget} /> },
        { label: m.bureau_scenario_funding(), value: scenario.fundingSource },
        {
          label: m.bureau_scenario_mode(),
          value: scenario.cooperationMode?.split('+').map(termLabel).join(' + '),
        },
        { label: m.bureau_scenario_period(), value: scenario.period },
        { label: m.bureau_scenario_open_on(), value: scenario.openOn && <DateText on={scenario.openOn} /> },
        {
          label: m.bureau_scenario_deadline(),
          value: scenario.deadlineOn && <DateText on={scenario.deadlineOn} />,
        },
        {
          label: m.bureau_scenario_contact(),
          value: [scenario.contactDepartment, scenario.contactName, scenario.contactPhone]
            .filter(Boolean)
            .join(' '),
        },
        {
          label: m.bureau_col_publication(),
          value: scenario.publicationCode && (
            <Link href={paths.bureauPublication(scenario.publicationCode)}>{scenario.publicationTitle}</Link>
          ),
        },
        {
          label: m.bureau_scenario_answers(),
          value: m.bureau_scenario_answers_count({ n: scenario.responses, leads: scenario.leads }),
        },
        { label: m.bureau_col_author(), value: scenario.authorName ?? m.bureau_imported() },
        { label: m.bureau_publisher(), value: scenario.publisherName },
        {
          label: m.bureau_published_at(),
          value: scenario.publishedAt && <InstantText at={scenario.publishedAt} />,
        },
      ]}
    />
  );
}
