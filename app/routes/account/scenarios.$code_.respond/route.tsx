import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { DeadlineText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Money } from '~/components/price';
import { todayOn } from '~/domain/calendar';
import { responseForm } from '~/domain/responses/response-form';
import {
  findScenarioToAnswer,
  listProductsToOffer,
  submitResponse,
} from '~/domain/responses/responses.server';
import { termLabel } from '~/domain/terms';
import { answerOnce } from '~/forms/answer-once.server';
import { parseForm } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { RespondForm } from './respond-form';

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  { title: m.common_title({ page: `${m.account_respond()}${facts ? ` ${facts.scenario.title}` : ''}` }) },
];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('enterprise', async ({ request, params, viewer }) => {
  const today = todayOn();
  const code = params.code ?? '';
  const [scenario, products] = await Promise.all([
    findScenarioToAnswer(code, today),
    listProductsToOffer(viewer.organisationId, code, today),
  ]);
  if (!scenario) throw notFound();
  return {
    scenario,
    products,
    chosen: new URL(request.url).searchParams.get('product') ?? '',
    organisationName: viewer.organisationName,
  };
});

export const action = guard('enterprise', async ({ request, params, viewer }) => {
  const scenarioCode = params.code ?? '';
  const form = await parseForm(request, responseForm);
  const answer = { values: form.values, errors: {} as Record<string, string>, answered: null, closed: false };
  if (!form.ok) return data({ ...answer, errors: form.errors }, { status: 422 });
  const { product: productCode, message } = form.data;
  const result = await answerOnce({ request, viewer }, form.values, async () => {
    const sent = await submitResponse(viewer, { scenarioCode, productCode, message }, todayOn());
    return sent?.ok ? `${withQuery(paths.accountResponses(), { done: 'submitted' })}#${sent.code}` : sent;
  });
  if (!result) throw notFound();
  if (typeof result === 'string') return redirectTo(result);
  if (result.reason === 'answered') return data({ ...answer, answered: result.code }, { status: 409 });
  if (result.reason === 'closed') return data({ ...answer, closed: true }, { status: 409 });
  const product =
    result.reason === 'no_offering' ? m.account_respond_no_offering() : m.account_respond_product_required();
  return data({ ...answer, errors: { product } }, { status: 422 });
});

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RespondPage() {
  const { scenario, products, chosen } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const isOpen = scenario.isOpen && !actionData?.closed;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.site_scenarios(), href: paths.scenarios() },
          { label: scenario.title, href: paths.scenario(scenario.code) },
          { label: m.account_respond() },
        ]}
      />
      <PageHead
        title={m.account_respond()}
        meta={
          <>
            <span>{scenario.title}</span>
            <span className="num">{scenario.code}</span>
          </>
        }
      />
      {actionData?.answered ? (
        <Notice tone="warn" live title={m.account_respond_already()}>
          <p>
            <Link href={`${paths.accountResponses()}#${actionData.answered}`}>
              {m.account_respond_answered({ code: actionData.answered })}
            </Link>
          </p>
        </Notice>
      ) : null}
      <div className="with-side">
        <div className="stack loose">
          {isOpen ? (
            <RespondForm products={products} chosen={chosen} />
          ) : (
            <Notice tone="warn" title={m.account_respond_closed()}>
              <p>{m.account_respond_closed_text()}</p>
              <div className="actions mt-3">
                <LinkButton href={paths.scenarios()}>{m.account_find_scenarios()}</LinkButton>
              </div>
            </Notice>
          )}
        </div>
        <aside className="side">
          <Panel title={m.account_col_scenario()}>
            <p className="strong">
              <Link href={paths.scenario(scenario.code)}>{scenario.title}</Link>
            </p>
            <div className="mt-3">
              <Facts
                ruled
                facts={[
                  { label: m.account_owner(), value: <OrganisationName name={scenario.ownerName} /> },
                  { label: m.account_col_budget(), value: <Money fen={scenario.budget} /> },
                  {
                    label: m.account_col_deadline(),
                    value: scenario.deadlineOn ? (
                      <DeadlineText on={scenario.deadlineOn} granularity={scenario.deadlineGranularity} />
                    ) : null,
                  },
                  {
                    label: m.account_cooperation(),
                    value: scenario.cooperationMode ? termLabel(scenario.cooperationMode) : null,
                  },
                ]}
              />
            </div>
            {scenario.requirements.length ? (
              <ul className="small mt-3">
                {scenario.requirements.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ) : null}
          </Panel>
        </aside>
      </div>
    </>
  );
}
