import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { Notice } from '~/components/notice';
import { OfferingForm } from '~/components/offering-form';
import { PageHead } from '~/components/page-head';
import { todayOn } from '~/domain/calendar';
import { offeringForm, offeringFormLists } from '~/domain/offerings/offering-form';
import {
  findOwnOffering,
  publishOffering,
  withdrawOffering,
} from '~/domain/offerings/publish-offering.server';
import { answerOnce } from '~/forms/answer-once.server';
import { amountText, parseAmount } from '~/forms/amount';
import { formValues, parseValues, type FormValues } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  { title: m.common_title({ page: `${m.account_offering_title()}${facts ? ` ${facts.name}` : ''}` }) },
];

type Own = NonNullable<Awaited<ReturnType<typeof findOwnOffering>>>;

/** The terms as their form shows them; without terms the form begins empty. */
function valuesOf(own: Own): FormValues {
  const [year = '', month = '', day = ''] = own.validUntilOn?.split('-') ?? [];
  return {
    priceMin: amountText(own.priceMin, 'yuan'),
    priceMax: amountText(own.priceMax, 'yuan'),
    priceUnit: own.priceUnit ?? '',
    leadTimeDays: own.leadTimeDays === null ? '' : String(own.leadTimeDays),
    trialPolicy: own.trialPolicy ?? '',
    trialNote: own.trialNote ?? '',
    warranty: own.warranty ?? '',
    serviceAreas: own.serviceAreas ?? [],
    capacity: own.capacity ?? '',
    validYear: year,
    validMonth: month.replace(/^0/, ''),
    validDay: day.replace(/^0/, ''),
  };
}

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('enterprise', async ({ request, params, viewer }) => {
  const own = await findOwnOffering(viewer.organisationId, params.code ?? '');
  if (!own) throw notFound();
  return {
    code: own.productCode,
    name: own.productName,
    isPublic: own.productState === 'published',
    current: own.code ?? '',
    asksToWithdraw: own.code !== null && new URL(request.url).searchParams.get('ask') === 'withdraw',
    today: todayOn(),
    values: valuesOf(own),
  };
});

export const action = guard('enterprise', async ({ request, params, viewer }) => {
  const productCode = params.code ?? '';
  const { intent, current, ...values } = formValues(await request.formData(), offeringFormLists);
  const expected = typeof current === 'string' ? current : '';
  if (intent === 'withdraw') {
    const withdrawn = await withdrawOffering(viewer, productCode, expected);
    if (!withdrawn) throw notFound();
    return redirectTo(withQuery(paths.accountProduct(productCode), { done: 'offering-withdrawn' }));
  }
  const answer = { values, errors: {} as Record<string, string>, current: expected, reason: null };
  if (intent === 'preview') return data(answer);
  const form = parseValues(
    values,
    offeringForm({ todayOn: todayOn(), parseYuan: (text) => parseAmount(text, 'yuan') }),
  );
  if (!form.ok) return data({ ...answer, errors: form.errors }, { status: 422 });
  const published = await answerOnce({ request, viewer }, { ...values, current: expected }, async () => {
    const made = await publishOffering(viewer, productCode, expected, form.data);
    return made?.ok ? withQuery(paths.accountProduct(productCode), { done: 'offering' }) : made;
  });
  if (!published) throw notFound();
  if (typeof published === 'string') return redirectTo(published);
  return data({ ...answer, current: published.current, reason: published.reason }, { status: 409 });
});

/** Why the terms were not published, though nothing is wrong with what was typed. */
function Refused({ reason, code }: { reason: 'changed' | 'not_public'; code: string }) {
  if (reason === 'not_public') return <NotPublic code={code} />;
  return (
    <Notice tone="warn" live title={m.account_changed_title()}>
      <p>{m.account_offering_changed()}</p>
      <p>
        <a href={paths.accountProduct(code)} target="_blank" rel="noreferrer">
          {m.account_offering_see_current()}
        </a>
      </p>
    </Notice>
  );
}

function NotPublic({ code }: { code: string }) {
  return (
    <Notice tone="warn" title={m.account_offering_not_public()}>
      <p>{m.account_offering_needs_public()}</p>
      <div className="actions mt-3">
        <LinkButton tone="act" href={paths.accountProductEdit(code)}>
          {m.account_product_edit_draft()}
        </LinkButton>
      </div>
    </Notice>
  );
}

export default function OfferingPage() {
  const { code, name, isPublic, current, asksToWithdraw, today, values } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  if (asksToWithdraw)
    return (
      <ConfirmPage
        title={m.account_offering_withdraw_title({ name })}
        confirmLabel={m.account_offering_withdraw()}
        backHref={paths.accountOffering(code)}
        tone="danger"
        fields={{ intent: 'withdraw', current }}
      >
        {m.account_offering_withdraw_text()}
      </ConfirmPage>
    );
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.account_nav_products(), href: paths.accountProducts() },
          { label: name, href: paths.accountProduct(code) },
          { label: m.account_offering() },
        ]}
      />
      <PageHead
        title={current ? m.account_offering_change() : m.account_offering_title()}
        meta={<span>{name}</span>}
        lede={current ? m.account_offering_change_lede() : undefined}
      />
      {actionData?.reason ? <Refused reason={actionData.reason} code={code} /> : null}
      {isPublic ? (
        <OfferingForm
          values={values}
          actionData={actionData}
          current={actionData?.current ?? current}
          todayOn={today}
          cancelHref={paths.accountProduct(code)}
        />
      ) : actionData?.reason ? null : (
        <NotPublic code={code} />
      )}
      {current && isPublic ? (
        <p>
          <LinkButton tone="quiet" href={withQuery(paths.accountOffering(code), { ask: 'withdraw' })}>
            {m.account_offering_withdraw()}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
