import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { InstantText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Row, Rows } from '~/components/rows';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { leadStateLabel } from '~/domain/leads/lead';
import { responseStateLabel } from '~/domain/responses/response';
import { listOwnResponses, withdrawResponse } from '~/domain/responses/responses.server';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import { refusalIn } from '~/forms/unavailable';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.account_nav_responses() }) }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('enterprise', async ({ request, viewer }) => {
  const rows = await listOwnResponses(viewer.organisationId, todayOn());
  const search = new URL(request.url).searchParams;
  return {
    done: search.get('done'),
    withdraw: search.get('withdraw'),
    responses: rows.map((row) => ({
      code: row.code,
      state: row.state,
      message: row.message,
      createdAt: row.createdAt,
      scenarioCode: row.scenarioCode,
      scenarioTitle: row.scenarioTitle,
      scenarioStatus: row.scenarioStatus,
      scenarioIsPublic: row.scenarioIsPublic,
      ownerName: row.ownerName,
      productCode: row.productCode,
      productName: row.productName,
      leadCode: row.leadCode,
      leadState: row.leadState,
      hasOpenLead: row.hasOpenLead,
    })),
  };
});

export const action = guard('enterprise', async ({ request, viewer }) => {
  const form = await request.formData();
  const result = await withdrawResponse(viewer, String(form.get('code') ?? ''));
  if (!result) throw notFound();
  if (result.ok) return redirectTo(withQuery(paths.accountResponses(), { done: 'withdrawn' }));
  return data({ reason: result.reason }, { status: 409 });
});

type Response = ReturnType<typeof useLoaderData<typeof loader>>['responses'][number];

function ResponseRow({ row }: { row: Response }) {
  return (
    <Row
      title={
        row.scenarioIsPublic ? (
          <Link href={paths.scenario(row.scenarioCode)}>{row.scenarioTitle}</Link>
        ) : (
          row.scenarioTitle
        )
      }
      figure={
        <>
          <Tag tone={row.state === 'submitted' ? 'info' : 'neutral'}>{responseStateLabel(row.state)}</Tag>
          <span>
            <InstantText at={row.createdAt} brief />
          </span>
        </>
      }
    >
      <p className="meta" id={row.code}>
        <span className="num">{row.code}</span>
        <span>
          <OrganisationName name={row.ownerName} />
        </span>
        <span>{scenarioStatusLabel(row.scenarioStatus)}</span>
        <span>
          {m.account_answered_with()}{' '}
          <Link href={paths.accountProduct(row.productCode)}>{row.productName}</Link>
        </span>
      </p>
      <p className="small mt-2">{row.message}</p>
      <p className="meta mt-2">
        {row.leadCode && row.leadState ? (
          <span>
            <Link href={paths.accountLead(row.leadCode)}>
              {m.account_response_lead({ code: row.leadCode, state: leadStateLabel(row.leadState) })}
            </Link>
          </span>
        ) : null}
        {row.state === 'submitted' && !row.hasOpenLead ? (
          <span>
            <Link
              href={withQuery(paths.accountResponses(), { withdraw: row.code })}
              aria-label={m.account_response_withdraw_of({ title: row.scenarioTitle })}
            >
              {m.account_response_withdraw()}
            </Link>
          </span>
        ) : null}
      </p>
    </Row>
  );
}

export default function ResponsesPage() {
  const { responses, done, withdraw } = useLoaderData<typeof loader>();
  const refused = refusalIn(useActionData<typeof action>());
  const asked = responses.find(({ code, state }) => code === withdraw && state === 'submitted');
  if (asked && !refused)
    return (
      <ConfirmPage
        title={m.account_response_withdraw_title()}
        confirmLabel={m.account_response_withdraw()}
        backHref={paths.accountResponses()}
        tone="danger"
        fields={{ code: asked.code }}
      >
        {m.account_response_withdraw_text({ scenario: asked.scenarioTitle, product: asked.productName })}
      </ConfirmPage>
    );
  return (
    <>
      <PageHead title={m.account_nav_responses()} lede={m.account_responses_lede()} />
      {done === 'submitted' ? (
        <Notice tone="ok" live>
          {m.account_done_response()}
        </Notice>
      ) : null}
      {done === 'withdrawn' ? (
        <Notice tone="ok" live>
          {m.account_done_response_withdrawn()}
        </Notice>
      ) : null}
      {refused ? (
        <Notice tone="warn" live>
          {refused.reason === 'in_lead' ? m.account_response_in_lead() : m.account_response_gone()}
        </Notice>
      ) : null}
      {responses.length ? (
        <Rows label={m.account_nav_responses()}>
          {responses.map((row) => (
            <ResponseRow key={row.code} row={row} />
          ))}
        </Rows>
      ) : (
        <Empty
          title={m.account_responses_empty()}
          actions={
            <LinkButton tone="act" href={paths.scenarios()}>
              {m.account_find_scenarios()}
            </LinkButton>
          }
        >
          {m.account_responses_empty_text()}
        </Empty>
      )}
    </>
  );
}
