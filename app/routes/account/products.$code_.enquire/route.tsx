import { data, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { todayOn } from '~/domain/calendar';
import { findEnquiryPage } from '~/domain/leads/enquiry-page.server';
import { openLead } from '~/domain/leads/open-lead.server';
import { enquiryForm } from '~/forms/lead-forms.server';
import { parseForm, type FormErrors } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { EnquiryForm } from './enquiry-form';
import { Side } from './side';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.leads_enquire_title() }) }];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('signed-in', async ({ params, viewer }) => {
  const code = params.code ?? '';
  // Not a bare 403: who may enquire, and what this viewer may do instead.
  if (viewer.organisationKind !== 'buyer')
    return data({ page: null, code, name: viewer.organisationName, today: todayOn() }, { status: 403 });
  const page = await findEnquiryPage(viewer, code);
  if (!page) throw notFound();
  const status = page.reported ? 409 : 200;
  return data({ page, code, name: viewer.organisationName, today: todayOn() }, { status });
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

export type Page = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['page']>;

export default function EnquirePage() {
  const { page, code, name, today } = useLoaderData<typeof loader>();
  if (!page)
    return (
      <Closed
        title={m.leads_enquire_only_buyers()}
        why={m.leads_enquire_only_buyers_why({ name })}
        code={code}
      />
    );
  if (page.reported)
    return <Closed title={m.leads_enquire_title()} why={m.catalogue_enquire_reported()} code={code} />;
  return <Enquiry page={page} today={today} />;
}

function Closed({ title, why, code }: { title: string; why: string; code: string }) {
  return (
    <>
      <PageHead title={title} lede={why} />
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
  const { product, openLeads } = page;
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
        <Side page={page} />
      </div>
    </>
  );
}
