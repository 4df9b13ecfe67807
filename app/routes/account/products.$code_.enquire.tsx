import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button, LinkButton } from '~/components/button';
import { RadioGroup } from '~/components/choice-field';
import { DateText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { DateField, MoneyField, NumberField, SelectField, TextAreaField } from '~/components/form-field';
import { ErrorSummary } from '~/components/form-parts';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Price } from '~/components/price';
import { Seal } from '~/components/seal';
import { todayOn } from '~/domain/calendar';
import { trialPolicyLabel } from '~/domain/offerings/offering';
import { findEnquiryPage } from '~/domain/leads/enquiry-page.server';
import { openLead } from '~/domain/leads/open-lead.server';
import { priceUnits, termLabel } from '~/domain/terms';
import { enquiryForm } from '~/forms/lead-forms.server';
import { parseForm, type FormErrors } from '~/forms/parse-form.server';
import { useActionForm } from '~/forms/use-action-form';
import { formatNumber } from '~/format';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.leads_enquire_title() }) }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('signed-in', async ({ params, viewer }) => {
  const code = params.code ?? '';
  // Not a bare 403: who may enquire, and what this viewer may do instead.
  if (viewer.organisationKind !== 'buyer')
    return data({ page: null, code, name: viewer.organisationName, today: todayOn() }, { status: 403 });
  const page = await findEnquiryPage(viewer, code);
  if (!page) throw notFound();
  return data({ page, code, name: viewer.organisationName, today: todayOn() });
});

export const action = guard('buyer', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const form = await parseForm(request, enquiryForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const { purpose, quantity, unit, budget, neededBy, scenario } = form.data;
  const opened = await openLead({
    viewer,
    origin: 'enquiry',
    productCode: code,
    scenarioCode: scenario,
    purpose,
    quantity,
    unit,
    budget,
    neededBy,
  });
  if (!opened) throw notFound();
  if (opened.ok)
    return redirectTo(
      withQuery(paths.accountLead(opened.code), { done: opened.already ? 'already' : 'opened' }),
    );
  const errors: FormErrors =
    opened.reason === 'not-your-scenario'
      ? { scenario: m.leads_enquire_refused_scenario() }
      : opened.reason === 'not-published'
        ? { form: m.leads_enquire_refused_published() }
        : { form: m.leads_enquire_only_buyers() };
  return data({ values: form.values, errors }, { status: opened.reason === 'not-published' ? 409 : 422 });
});

type Page = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['page']>;

export default function EnquirePage() {
  const { page, code, name, today } = useLoaderData<typeof loader>();
  return page ? <Enquiry page={page} today={today} /> : <OnlyBuyers code={code} name={name} />;
}

function OnlyBuyers({ code, name }: { code: string; name: string }) {
  return (
    <>
      <PageHead title={m.leads_enquire_only_buyers()} lede={m.leads_enquire_only_buyers_why({ name })} />
      <p className="actions">
        <LinkButton href={paths.product(code)}>{m.leads_back_to_product()}</LinkButton>
        <LinkButton tone="quiet" href={paths.accountLeads()}>
          {m.leads_crumb()}
        </LinkButton>
      </p>
    </>
  );
}

function Enquiry({ page, today }: { page: Page; today: string }) {
  const { product, offering, openLeads } = page;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.leads_products_crumb(), href: paths.products() },
          { label: product.name, href: paths.product(product.code) },
          { label: m.leads_enquire_title() },
        ]}
      />
      <PageHead title={m.leads_enquire_title()} lede={m.leads_enquire_lede()} />
      <div className="with-side">
        <div className="stack loose">
          {openLeads.length > 0 ? (
            <Notice title={m.leads_enquire_open_title()}>
              <p>
                {m.leads_enquire_open()}
                {openLeads.map(({ code }) => (
                  <span key={code}>
                    <Link className="num" href={paths.accountLead(code)}>
                      {code}
                    </Link>{' '}
                  </span>
                ))}
              </p>
            </Notice>
          ) : null}
          <EnquiryForm page={page} today={today} />
        </div>
        <aside className="side">
          <Panel title={product.name}>
            <p className="price">
              <Price minFen={offering?.priceMin} maxFen={offering?.priceMax} unit={offering?.priceUnit} />
            </p>
            <Facts
              ruled
              facts={[
                { label: m.leads_fact_maker(), value: <OrganisationName name={product.organisation} /> },
                {
                  label: m.leads_fact_recognition(),
                  value: page.recognisedUntilOn ? (
                    <span className="stamp">
                      <Seal kind={product.kind} size="s" />
                      <DateText on={page.recognisedUntilOn} />
                    </span>
                  ) : null,
                },
                { label: m.leads_fact_industry(), value: termLabel(product.industry) },
                {
                  label: m.leads_fact_lead_time(),
                  value: offering?.leadTimeDays
                    ? m.leads_fact_lead_time_days({ days: formatNumber(offering.leadTimeDays) })
                    : null,
                },
                {
                  label: m.leads_fact_trial(),
                  value: offering?.trialPolicy ? trialPolicyLabel(offering.trialPolicy) : null,
                },
                {
                  label: m.leads_fact_valid(),
                  value: offering?.validUntilOn ? <DateText on={offering.validUntilOn} /> : null,
                },
              ]}
            />
          </Panel>
          <Panel title={m.leads_enquire_sees()}>
            <div className="stack">
              <p>{m.leads_enquire_sees_now()}</p>
              <p>{m.leads_enquire_sees_later()}</p>
              <p className="small soft">{m.leads_enquire_sees_never()}</p>
              {page.enterpriseIsAway ? <p className="small">{m.leads_enquire_away()}</p> : null}
            </div>
          </Panel>
        </aside>
      </div>
    </>
  );
}

function EnquiryForm({ page, today }: { page: Page; today: string }) {
  const answer = useActionData<typeof action>();
  const form = useActionForm({
    actionData: answer && 'errors' in answer ? answer : undefined,
    values: { unit: page.offering?.priceUnit },
    rules: {
      purpose: (value) => (value.trim() ? undefined : m.leads_purpose_missing()),
      quantity: (value) => (value.trim() ? undefined : m.leads_quantity_missing()),
      unit: (value) => (value ? undefined : m.leads_unit_missing()),
      budgetKind: (value) => (value ? undefined : m.leads_budget_choose()),
      neededBy: (value) => (value.trim() ? undefined : m.leads_month_wrong()),
    },
  });
  const units: readonly string[] = priceUnits;
  const own = page.offering?.priceUnit;
  const unitWords = own && !units.includes(own) ? [own, ...units] : units;
  return (
    <>
      <ErrorSummary {...form.summary} />
      <Form {...form.props} className="form">
        <TextAreaField
          {...form.field('purpose')}
          label={m.leads_purpose()}
          hint={m.leads_purpose_hint()}
          rows={5}
          maxLength={2000}
        />
        <NumberField {...form.field('quantity')} label={m.leads_quantity()} />
        <SelectField
          {...form.field('unit')}
          label={m.leads_unit()}
          placeholder={m.leads_f_reason_choose()}
          width="s"
          options={unitWords.map((unit) => ({ value: unit, label: unit }))}
        />
        <RadioGroup
          {...form.field('budgetKind')}
          label={m.leads_budget()}
          options={[
            {
              value: 'known',
              label: m.leads_budget_known(),
              children: <MoneyField {...form.field('budget')} label={m.leads_budget_amount()} unit="wan" />,
            },
            { value: 'open', label: m.leads_budget_open(), hint: m.leads_budget_open_hint() },
          ]}
        />
        <DateField
          {...form.field('neededBy')}
          label={m.leads_needed_by()}
          hint={m.leads_needed_by_hint()}
          month
          min={today.slice(0, 7)}
        />
        {page.scenarios.length > 0 ? (
          <SelectField
            {...form.field('scenario')}
            label={m.leads_scenario()}
            hint={m.leads_scenario_hint()}
            placeholder={m.leads_scenario_none()}
            width="full"
            optional
            options={page.scenarios.map(({ code, title }) => ({ value: code, label: title }))}
          />
        ) : null}
        <p className="hint">
          {page.enterpriseIsAway
            ? m.leads_enquire_what_away()
            : m.leads_enquire_what({ name: page.product.organisation })}
        </p>
        <div className="actions">
          <Button tone="commit" busy={form.isSubmitting}>
            {m.leads_enquire_commit()}
          </Button>
          <Link href={paths.product(page.product.code)}>{m.leads_enquire_back()}</Link>
        </div>
      </Form>
    </>
  );
}
