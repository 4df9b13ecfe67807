import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { DateText, InstantText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Price } from '~/components/price';
import { Seal } from '~/components/seal';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { trialPolicyLabel } from '~/domain/offerings/offering';
import { findOwnOffering } from '~/domain/offerings/publish-offering.server';
import { own } from '~/domain/pick';
import { findOwnProduct } from '~/domain/products/own-products.server';
import { productKindLabel, productStateLabel } from '~/domain/products/product';
import { withdrawProduct } from '~/domain/products/save-product.server';
import { termLabel } from '~/domain/terms';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import { refusalIn } from '~/forms/unavailable';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  { title: m.common_title({ page: facts?.product.name ?? m.account_nav_products() }) },
];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('enterprise', async ({ request, params, viewer }) => {
  const today = todayOn();
  const code = params.code ?? '';
  const [product, offering] = await Promise.all([
    findOwnProduct(viewer.organisationId, code, today),
    findOwnOffering(viewer.organisationId, code),
  ]);
  if (!product) throw notFound();
  const search = new URL(request.url).searchParams;
  return {
    today,
    done: search.get('done'),
    asksToWithdraw: search.get('ask') === 'withdraw' && product.state === 'published',
    product,
    offering: offering?.code
      ? {
          code: offering.code,
          priceMin: offering.priceMin,
          priceMax: offering.priceMax,
          priceUnit: offering.priceUnit,
          leadTimeDays: offering.leadTimeDays,
          trialPolicy: offering.trialPolicy,
          trialNote: offering.trialNote,
          warranty: offering.warranty,
          serviceAreas: offering.serviceAreas ?? [],
          capacity: offering.capacity,
          validUntilOn: offering.validUntilOn,
          hasEnded: offering.validUntilOn !== null && offering.validUntilOn < today,
        }
      : null,
  };
});

export const action = guard('enterprise', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const form = await request.formData();
  if (form.get('intent') !== 'withdraw') return data({ refused: true }, { status: 400 });
  const result = await withdrawProduct(viewer, code, Number(form.get('version')));
  if (!result) throw notFound();
  if (result.ok) return redirectTo(withQuery(paths.accountProduct(code), { done: 'withdrawn' }));
  return data({ refused: true }, { status: 409 });
});

/** What has just been done, for the words the page knows. */
function Done({ done }: { done: string | null }) {
  const words: Record<string, () => string> = {
    published: m.account_done_published,
    draft: m.account_done_draft,
    withdrawn: m.account_done_withdrawn,
    offering: m.account_done_offering,
    'offering-withdrawn': m.account_done_offering_withdrawn,
  };
  const text = own(words, done);
  return text ? (
    <Notice tone="ok" live>
      {text()}
    </Notice>
  ) : null;
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Terms({
  offering,
  code,
  isPublic,
}: {
  offering: Loaded['offering'];
  code: string;
  isPublic: boolean;
}) {
  if (!offering)
    return (
      <Panel title={m.account_offering()} act>
        <p>{isPublic ? m.account_offering_none() : m.account_offering_needs_public()}</p>
        <div className="actions">
          {isPublic ? (
            <LinkButton tone="act" wide href={paths.accountOffering(code)}>
              {m.account_offering_publish()}
            </LinkButton>
          ) : null}
        </div>
      </Panel>
    );
  return (
    <Panel title={m.account_offering()} act>
      <p className="price">
        <Price minFen={offering.priceMin} maxFen={offering.priceMax} unit={offering.priceUnit} />
      </p>
      {offering.hasEnded ? (
        <p className="mt-2">
          <Tag tone="warn">{m.account_offering_ended()}</Tag>
        </p>
      ) : null}
      <div className="mt-3">
        <Facts
          ruled
          facts={[
            {
              label: m.account_valid_until(),
              value: offering.validUntilOn ? <DateText on={offering.validUntilOn} /> : m.account_valid_open(),
            },
            {
              label: m.account_lead_time(),
              value: offering.leadTimeDays ? m.account_lead_time_days({ days: offering.leadTimeDays }) : null,
            },
            {
              label: m.account_trial(),
              value: offering.trialPolicy
                ? `${trialPolicyLabel(offering.trialPolicy)}${offering.trialNote ? ` · ${offering.trialNote}` : ''}`
                : null,
            },
            { label: m.account_warranty(), value: offering.warranty },
            { label: m.account_service_areas(), value: offering.serviceAreas.map(termLabel).join(' · ') },
            { label: m.account_capacity(), value: offering.capacity },
          ]}
        />
      </div>
      <div className="actions">
        <LinkButton wide href={paths.accountOffering(code)}>
          {m.account_offering_change()}
        </LinkButton>
      </div>
    </Panel>
  );
}

function Withdraw({ product }: { product: Loaded['product'] }) {
  return (
    <ConfirmPage
      title={m.account_withdraw_title({ name: product.name })}
      confirmLabel={m.account_withdraw()}
      backHref={paths.accountProduct(product.code)}
      tone="danger"
      fields={{ intent: 'withdraw', version: String(product.version) }}
    >
      {m.account_withdraw_text()}
    </ConfirmPage>
  );
}

const tones = { draft: 'warn', published: 'ok', withdrawn: 'neutral' } as const;

export default function OwnProductPage() {
  const { product, offering, done, asksToWithdraw } = useLoaderData<typeof loader>();
  const refused = refusalIn(useActionData<typeof action>());
  const isPublic = product.state === 'published';
  const conflict = refused ? (
    <Notice tone="warn" live>
      {m.account_withdraw_refused()}
    </Notice>
  ) : null;
  if (asksToWithdraw)
    return (
      <>
        {conflict}
        <Withdraw product={product} />
      </>
    );
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.account_nav_products(), href: paths.accountProducts() }, { label: product.name }]}
      />
      <Done done={done} />
      {conflict}
      <PageHead
        title={product.name}
        seal={product.isRecognised ? <Seal kind={product.kind} size="l" /> : undefined}
        meta={
          <>
            <span>
              <Tag tone={tones[product.state]}>{productStateLabel(product.state)}</Tag>
            </span>
            <span>{product.isRecognised ? m.account_recognised() : m.account_not_recognised()}</span>
            <span className="num">{product.code}</span>
            <span>
              {m.account_saved()} <InstantText at={product.updatedAt} brief />
            </span>
          </>
        }
      />
      <div className="actions">
        <LinkButton tone="act" href={paths.accountProductEdit(product.code)}>
          {isPublic ? m.account_product_edit() : m.account_product_edit_draft()}
        </LinkButton>
        {isPublic ? (
          <LinkButton href={paths.product(product.code)}>{m.account_public_page()}</LinkButton>
        ) : null}
        {isPublic ? (
          <LinkButton tone="quiet" href={withQuery(paths.accountProduct(product.code), { ask: 'withdraw' })}>
            {m.account_withdraw()}
          </LinkButton>
        ) : null}
      </div>
      <div className="with-side">
        <div className="stack loose">
          <Section title={m.account_product_about()}>
            <div className="prose">
              <p>{product.summary}</p>
              {product.innovation ? <p>{product.innovation}</p> : null}
            </div>
          </Section>
          <Section title={m.account_product_facts()}>
            <Facts
              facts={[
                { label: m.account_product_kind(), value: productKindLabel(product.kind) },
                { label: m.account_product_model(), value: product.model },
                { label: m.account_product_industry(), value: termLabel(product.industry) },
                {
                  label: m.account_product_item(),
                  value: product.procurementItemCode
                    ? `${product.procurementItemCode} ${product.procurementItemName ?? ''}`
                    : null,
                },
                {
                  label: m.account_product_composition(),
                  value: product.composition ? termLabel(product.composition) : null,
                },
                ...product.specifications.map(({ name, value, unit }) => ({
                  label: name,
                  value: unit ? `${value}\u00a0${unit}` : value,
                })),
                { label: m.account_product_aliases(), value: product.aliases.join(' · ') },
                { label: m.account_product_english(), value: product.englishName },
                { label: m.account_product_keywords(), value: product.keywords.join(' · ') },
                { label: m.account_product_trl(), value: product.trl },
                {
                  label: m.account_product_maturity(),
                  value: product.maturity ? termLabel(product.maturity) : null,
                },
                { label: m.account_product_inventions(), value: product.inventionPatents },
                { label: m.account_product_utility_models(), value: product.utilityModels },
                { label: m.account_product_copyrights(), value: product.softwareCopyrights },
                {
                  label: m.account_product_categories(),
                  value: product.intendedCategories.map(termLabel).join(' · '),
                },
              ]}
            />
          </Section>
        </div>
        <aside className="side">
          <Terms offering={offering} code={product.code} isPublic={isPublic} />
        </aside>
      </div>
    </>
  );
}
