import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { PageHead } from '~/components/page-head';
import { rowCounts, ScenarioForm } from '~/components/scenario-form';
import { findPublicationForBureau } from '~/domain/publications/bureau-publications.server';
import { listBuyerChoices } from '~/domain/scenarios/bureau-scenarios.server';
import { addScenario } from '~/domain/scenarios/save-scenario.server';
import { scenarioForm, scenarioFormLists } from '~/domain/scenarios/scenario-form';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.bureau_title({ page: m.bureau_scenario_add() }) }];

const listCode = (request: Request) => new URL(request.url).searchParams.get('publication') ?? '';

export const loader = guard('bureau', async ({ request, viewer }) => {
  const list = await findPublicationForBureau(listCode(request));
  if (!list || list.kind !== 'scenario-list' || list.authorId !== viewer.userId) throw notFound();
  if (list.state !== 'draft')
    throw redirectTo(withQuery(paths.bureauPublication(list.code), { done: 'closed' }));
  return { code: list.code, title: list.title, owners: await listBuyerChoices() };
});

export const action = guard('bureau', async ({ request, viewer }) => {
  const code = listCode(request);
  const values = formValues(await request.formData(), scenarioFormLists);
  const adding = String(values.intent ?? '');
  if (adding.startsWith('add-')) return data({ values, errors: undefined, rows: rowCounts(values, adding) });
  const form = parseValues(values, scenarioForm);
  if (!form.ok) return data({ values, errors: form.errors, rows: rowCounts(values) }, { status: 422 });
  const saved = await addScenario(viewer, code, form.data);
  if (!saved) throw notFound();
  if (saved.ok) return redirectTo(withQuery(paths.bureauScenario(saved.code), { done: 'added' }));
  if (saved.reason === 'state')
    return redirectTo(withQuery(paths.bureauPublication(code), { done: 'closed' }));
  const owner =
    saved.reason === 'ambiguous' ? m.bureau_scenario_owner_ambiguous() : m.bureau_scenario_owner_unknown();
  return data({ values, errors: { owner }, rows: rowCounts(values) }, { status: 422 });
});

export default function NewScenarioPage() {
  const list = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
          { label: list.title, href: paths.bureauPublication(list.code) },
          { label: m.bureau_scenario_add() },
        ]}
      />
      <PageHead title={m.bureau_scenario_add()} lede={m.bureau_scenario_new_lede({ title: list.title })} />
      <ScenarioForm
        values={{ deadlineGranularity: 'day' }}
        actionData={actionData}
        owners={list.owners}
        submitLabel={m.bureau_scenario_save_to_list()}
        backHref={paths.bureauPublication(list.code)}
      />
    </>
  );
}
