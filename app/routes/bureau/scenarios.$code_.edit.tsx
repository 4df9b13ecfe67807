import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { rowCounts, ScenarioForm, type ScenarioFormValues } from '~/components/scenario-form';
import { versionField } from '~/domain/publications/publication-form';
import {
  findScenarioForBureau,
  listBuyerChoices,
  type BureauScenario,
} from '~/domain/scenarios/bureau-scenarios.server';
import { updateScenario } from '~/domain/scenarios/save-scenario.server';
import { isEditableDraft } from '~/domain/scenarios/scenario';
import { scenarioForm, scenarioFormLists } from '~/domain/scenarios/scenario-form';
import { amountText } from '~/forms/amount';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { badRequest, notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_scenario_edit() }) }];

export const loader = guard('bureau', async ({ params, viewer }) => {
  const scenario = await findScenarioForBureau(params.code ?? '');
  if (!scenario || scenario.authorId !== viewer.userId) throw notFound();
  if (!isEditableDraft(scenario))
    throw redirectTo(withQuery(paths.bureauScenario(scenario.code), { done: 'closed' }));
  return {
    code: scenario.code,
    title: scenario.title,
    values: valuesOf(scenario),
    owners: await listBuyerChoices(),
  };
});

function valuesOf(scenario: BureauScenario): ScenarioFormValues {
  const { requirements, resources, budget, cooperationMode, isMajorDemonstration, version, ownerName } =
    scenario;
  const { title, category, background, deadlineGranularity } = scenario;
  return {
    version: String(version),
    title,
    category,
    background,
    deadlineGranularity,
    scale: scenario.scale ?? '',
    owner: ownerName,
    supervisingDepartment: scenario.supervisingDepartment ?? '',
    district: scenario.district ?? '',
    zone: scenario.zone ?? '',
    site: scenario.site ?? '',
    outcome: scenario.outcome ?? '',
    requirement: requirements,
    resourceKind: resources.map(({ kind }) => kind),
    resourceText: resources.map(({ text }) => text),
    budget: amountText(budget, 'wan'),
    fundingSource: scenario.fundingSource ?? '',
    cooperationMode: cooperationMode?.split('+') ?? [],
    period: scenario.period ?? '',
    expectedEffect: scenario.expectedEffect ?? '',
    openOn: scenario.openOn ?? '',
    deadlineOn: scenario.deadlineOn ?? '',
    contactDepartment: scenario.contactDepartment ?? '',
    contactName: scenario.contactName ?? '',
    contactPhone: scenario.contactPhone ?? '',
    isMajorDemonstration: isMajorDemonstration ? 'on' : '',
  };
}

export const action = guard('bureau', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const values = formValues(await request.formData(), scenarioFormLists);
  const adding = String(values.intent ?? '');
  const answer = (errors?: Record<string, string>, changed = false) => ({
    values,
    errors,
    rows: rowCounts(values, adding),
    changed,
  });
  if (adding.startsWith('add-')) return data(answer());
  const version = versionField.safeParse(values.version);
  if (!version.success) throw badRequest();
  const form = parseValues(values, scenarioForm);
  if (!form.ok) return data(answer(form.errors), { status: 422 });
  const saved = await updateScenario(viewer, code, version.data, form.data);
  if (!saved) throw notFound();
  if (saved.ok) return redirectTo(withQuery(paths.bureauScenario(code), { done: 'saved' }));
  if (saved.reason === 'state') return redirectTo(withQuery(paths.bureauScenario(code), { done: 'closed' }));
  if (saved.reason === 'changed') return data(answer(undefined, true), { status: 409 });
  const owner =
    saved.reason === 'ambiguous' ? m.bureau_scenario_owner_ambiguous() : m.bureau_scenario_owner_unknown();
  return data(answer({ owner }), { status: 422 });
});

export default function EditScenarioPage() {
  const scenario = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_scenarios(), href: paths.bureauScenarios() },
          { label: scenario.title, href: paths.bureauScenario(scenario.code) },
          { label: m.bureau_scenario_edit() },
        ]}
      />
      <PageHead title={m.bureau_scenario_edit()} meta={<span className="num">{scenario.code}</span>} />
      {actionData?.changed ? (
        <div className="mb-5">
          <Notice tone="warn" live title={m.bureau_changed_title()}>
            {m.bureau_changed_text()}
          </Notice>
        </div>
      ) : null}
      <ScenarioForm
        values={scenario.values}
        actionData={actionData}
        owners={scenario.owners}
        submitLabel={m.bureau_save()}
        backHref={paths.bureauScenario(scenario.code)}
      />
    </>
  );
}
