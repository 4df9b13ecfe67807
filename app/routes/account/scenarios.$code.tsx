import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button, LinkButton } from '~/components/button';
import { DateText, DeadlineText, InstantText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Money, Price } from '~/components/price';
import { Row, Rows } from '~/components/rows';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { leadStateLabel } from '~/domain/leads/lead';
import { openLead } from '~/domain/leads/open-lead.server';
import { trialPolicyLabel } from '~/domain/offerings/offering';
import { productKindLabel } from '~/domain/products/product';
import { findOwnedScenario, findStandingResponse } from '~/domain/responses/owned-scenarios.server';
import { publicScenarioStates, scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import { titleWords } from '~/domain/title-words';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import { refusalIn } from '~/forms/unavailable';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  { title: m.common_title({ page: facts?.scenario.title ?? m.account_nav_scenarios() }) },
];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('buyer', async ({ params, viewer }) => {
  const scenario = await findOwnedScenario(viewer.organisationId, params.code ?? '', todayOn());
  if (!scenario) throw notFound();
  const { status } = scenario;
  const isPublic =
    status === 'open' || status === 'closed' || (publicScenarioStates as readonly string[]).includes(status);
  return { scenario, titleWords: titleWords(scenario.title), isPublic };
});

export const action = guard('buyer', async ({ request, params, viewer }) => {
  const form = await request.formData();
  const answer = await findStandingResponse(
    viewer.organisationId,
    params.code ?? '',
    String(form.get('response') ?? ''),
  );
  if (!answer) return data({ reason: 'response-withdrawn' as const }, { status: 409 });
  const lead = await openLead({ viewer, origin: 'response', responseId: answer.id });
  if (!lead) throw notFound();
  if (lead.ok) return redirectTo(paths.accountLead(lead.code));
  return data({ reason: lead.reason }, { status: 409 });
});

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Answer = Loaded['scenario']['responses'][number];

function AnswerRow({ row }: { row: Answer }) {
  return (
    <Row
      title={<Link href={paths.product(row.productCode)}>{row.productName}</Link>}
      figure={
        <>
          <b>
            <Price minFen={row.priceMin} maxFen={row.priceMax} unit={row.priceUnit} />
          </b>
          <span>
            {row.validUntilOn ? (
              <>
                {m.account_offering_until()} <DateText on={row.validUntilOn} />
              </>
            ) : null}
          </span>
          {row.termsHold ? null : <Tag tone="warn">{m.account_terms_over()}</Tag>}
        </>
      }
    >
      <p className="meta" id={row.code}>
        <span>
          <Link href={paths.organisation(row.enterpriseCode)}>
            <OrganisationName name={row.enterpriseName} />
          </Link>
        </span>
        <span>{productKindLabel(row.productKind)}</span>
        {row.leadTimeDays ? <span>{m.account_lead_time_days({ days: row.leadTimeDays })}</span> : null}
        {row.trialPolicy ? <span>{trialPolicyLabel(row.trialPolicy)}</span> : null}
        <span>
          <InstantText at={row.createdAt} brief />
        </span>
      </p>
      <div className="letter mt-3">
        {row.message.split(/\n+/).map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
      <Form method="post" className="actions mt-3">
        {row.leadCode && row.leadState ? (
          <LinkButton href={paths.accountLead(row.leadCode)}>
            {m.account_response_lead({ code: row.leadCode, state: leadStateLabel(row.leadState) })}
          </LinkButton>
        ) : null}
        {row.hasOpenLead ? null : (
          <Button
            tone="commit"
            name="response"
            value={row.code}
            aria-label={m.account_open_lead_with({ name: row.enterpriseName })}
          >
            {m.account_open_lead()}
          </Button>
        )}
      </Form>
    </Row>
  );
}

function Refused({ reason }: { reason: string }) {
  return (
    <Notice tone="warn" live>
      {reason === 'response-withdrawn' || reason === 'not-published'
        ? m.account_open_lead_gone()
        : m.account_open_lead_refused()}
    </Notice>
  );
}

export default function OwnedScenarioPage() {
  const { scenario, titleWords: title, isPublic } = useLoaderData<typeof loader>();
  const refused = refusalIn(useActionData<typeof action>());
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.account_nav_scenarios(), href: paths.accountScenarios() },
          { label: scenario.title },
        ]}
      />
      <PageHead
        title={title}
        meta={
          <>
            <span>
              <Tag tone={scenario.status === 'open' ? 'ok' : 'neutral'}>
                {scenarioStatusLabel(scenario.status)}
              </Tag>
            </span>
            <span>{termLabel(scenario.category)}</span>
            <span className="num">{scenario.code}</span>
          </>
        }
      />
      {refused ? <Refused reason={refused.reason} /> : null}
      <Facts
        ruled
        facts={[
          { label: m.account_col_budget(), value: <Money fen={scenario.budget} /> },
          {
            label: m.account_col_deadline(),
            value: scenario.deadlineOn ? (
              <DeadlineText on={scenario.deadlineOn} granularity={scenario.deadlineGranularity} />
            ) : null,
          },
          {
            label: m.account_public_page(),
            value: isPublic ? <Link href={paths.scenario(scenario.code)}>{scenario.title}</Link> : null,
          },
        ]}
      />
      <Section title={m.account_responses_count({ count: scenario.responses.length })}>
        {scenario.responses.length ? (
          <>
            <p className="small soft mb-3">{m.account_open_lead_hint()}</p>
            <Rows rule="line">
              {scenario.responses.map((row) => (
                <AnswerRow key={row.code} row={row} />
              ))}
            </Rows>
          </>
        ) : (
          <Empty
            title={m.account_no_responses()}
            actions={
              <LinkButton href={paths.search({ q: scenario.title, type: 'product' })}>
                {m.account_find_products()}
              </LinkButton>
            }
          >
            {m.account_no_responses_text()}
          </Empty>
        )}
      </Section>
    </>
  );
}
