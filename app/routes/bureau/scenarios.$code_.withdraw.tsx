import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { TextAreaField } from '~/components/form-field';
import { ErrorSummary } from '~/components/form-parts';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { reasonForm } from '~/domain/publications/publication-form';
import { findScenarioForBureau } from '~/domain/scenarios/bureau-scenarios.server';
import { scenarioStatusLabel, withdrawalRefusal } from '~/domain/scenarios/scenario';
import { withdrawScenario } from '~/domain/scenarios/withdraw-scenario.server';
import { parseForm } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_scenario_withdraw() }) }];

export const loader = guard('bureau', async ({ params, viewer }) => {
  const scenario = await findScenarioForBureau(params.code ?? '');
  if (!scenario) throw notFound();
  return {
    code: scenario.code,
    title: scenario.title,
    owner: scenario.ownerName,
    state: scenario.state,
    version: scenario.version,
    responses: scenario.responses,
    leads: scenario.leads,
    refused: withdrawalRefusal(scenario.state, viewer),
  };
});

export const action = guard('bureau', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const form = await parseForm(request, reasonForm);
  if (!form.ok)
    return data({ values: form.values, errors: form.errors, refused: undefined }, { status: 422 });
  const done = await withdrawScenario(viewer, code, form.data.version, form.data.reason);
  if (!done) throw notFound();
  if (done.ok) return redirectTo(withQuery(paths.bureauScenario(code), { done: 'withdrawn' }));
  const status = done.reason === 'role' ? 403 : 409;
  return data({ values: form.values, errors: undefined, refused: done.reason }, { status });
});

export default function WithdrawScenarioPage() {
  const scenario = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const typed = actionData?.values.reason;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_scenarios(), href: paths.bureauScenarios() },
          { label: scenario.title, href: paths.bureauScenario(scenario.code) },
          { label: m.bureau_scenario_withdraw() },
        ]}
      />
      {scenario.refused ? (
        <>
          <PageHead title={m.bureau_withdraw_refused({ title: scenario.title })} />
          <div className="stack">
            <Notice tone="warn" live>
              {scenario.refused === 'role'
                ? m.bureau_refused_role()
                : m.bureau_refused_now({ state: scenarioStatusLabel(scenario.state) })}
            </Notice>
            <LinkButton href={paths.bureauScenario(scenario.code)}>{m.bureau_back_to_scenario()}</LinkButton>
          </div>
        </>
      ) : (
        <div className="stack loose">
          {actionData?.refused ? (
            <Notice tone="danger" live title={m.bureau_refused_title()}>
              {m.bureau_changed_text()}
            </Notice>
          ) : null}
          <ErrorSummary errors={actionData?.errors} focusKey={actionData} />
          <ConfirmPage
            title={m.bureau_withdraw_question({ title: scenario.title })}
            confirmLabel={m.bureau_withdraw_confirm()}
            backHref={paths.bureauScenario(scenario.code)}
            tone="danger"
            fields={{ version: String(scenario.version) }}
            inputs={
              <TextAreaField
                name="reason"
                label={m.bureau_withdraw_reason()}
                hint={m.bureau_withdraw_reason_hint()}
                error={actionData?.errors?.reason}
                defaultValue={typeof typed === 'string' ? typed : undefined}
                rows={3}
              />
            }
          >
            {m.bureau_withdraw_what({ owner: scenario.owner, n: scenario.responses, leads: scenario.leads })}
          </ConfirmPage>
        </div>
      )}
    </>
  );
}
