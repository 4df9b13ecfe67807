import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { InstantText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Seal } from '~/components/seal';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { findOwnOffering } from '~/domain/offerings/publish-offering.server';
import { findOwnProduct } from '~/domain/products/own-products.server';
import { productStateLabel } from '~/domain/products/product';
import { withdrawProduct } from '~/domain/products/save-product.server';
import { titleWords } from '~/domain/title-words';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import { refusalIn } from '~/forms/unavailable';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { Done } from './done';
import { Terms } from './terms';
import { ProductFacts } from './product-facts';

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
    titleWords: titleWords(product.name),
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

export type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

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
  const { product, titleWords: title, offering, done, asksToWithdraw } = useLoaderData<typeof loader>();
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
        title={title}
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
        <LinkButton
          // Without terms the one main act is to give them.
          tone={isPublic && !offering ? undefined : 'act'}
          href={paths.accountProductEdit(product.code)}
        >
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
          <ProductFacts product={product} />
        </div>
        <aside className="side">
          <Terms offering={offering} code={product.code} isPublic={isPublic} />
        </aside>
      </div>
    </>
  );
}
