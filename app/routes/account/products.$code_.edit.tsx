import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Diff } from '~/components/diff';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { ProductForm } from '~/components/product-form';
import { todayOn } from '~/domain/calendar';
import { findOwnProduct } from '~/domain/products/own-products.server';
import { productKindLabel, productStateLabel, productKinds } from '~/domain/products/product';
import type { ChangedField } from '~/domain/products/save-product.server';
import { suggestProcurementItems, updateProduct } from '~/domain/products/save-product.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { readProductForm, valuesOfProduct, withBlankRows } from './product-input.server';

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => [
  { title: m.common_title({ page: `${m.account_product_edit()}${facts ? ` ${facts.name}` : ''}` }) },
];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('enterprise', async ({ params, viewer }) => {
  const product = await findOwnProduct(viewer.organisationId, params.code ?? '', todayOn());
  if (!product) throw notFound();
  return {
    code: product.code,
    name: product.name,
    state: product.state,
    version: product.version,
    isRecognised: product.isRecognised,
    itemName: product.procurementItemName,
    organisationName: product.organisationName,
    values: valuesOfProduct(product),
  };
});

type Answer = {
  values: Awaited<ReturnType<typeof readProductForm>>['values'];
  errors: Record<string, string>;
  items: { code: string; name: string }[];
  version: number;
  /** Somebody else has saved meanwhile. */
  conflict: boolean;
  changes: ChangedField[];
};

export const action = guard('enterprise', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const { intent, version, values, form } = await readProductForm(request);
  const answer: Answer = { values, errors: {}, items: [], version, conflict: false, changes: [] };
  if (intent === 'add-row') return data({ ...answer, values: withBlankRows(values) });
  if (intent === 'preview') return data(answer);
  if (!form.ok) return data({ ...answer, errors: form.errors }, { status: 422 });
  const saved = await updateProduct(viewer, code, version, form.data, intent === 'publish');
  if (!saved) throw notFound();
  if (saved.ok)
    return redirectTo(
      withQuery(paths.accountProduct(code), { done: saved.published ? 'published' : 'draft' }),
    );
  if (saved.reason === 'changed')
    return data(
      { ...answer, version: saved.version, conflict: true, changes: saved.changes },
      { status: 409 },
    );
  const items = await suggestProcurementItems(form.data.procurementItemCode ?? '');
  return data(
    { ...answer, errors: { procurementItemCode: m.account_product_item_unknown() }, items },
    { status: 422 },
  );
});

const fieldLabels: Record<ChangedField['field'], () => string> = {
  name: m.account_product_name,
  model: m.account_product_model,
  aliases: m.account_product_aliases,
  englishName: m.account_product_english,
  keywords: m.account_product_keywords,
  kind: m.account_product_kind,
  industry: m.account_product_industry,
  procurementItemCode: m.account_product_item,
  composition: m.account_product_composition,
  summary: m.account_product_summary,
  innovation: m.account_product_innovation,
  specifications: m.account_product_specs,
  trl: m.account_product_trl,
  maturity: m.account_product_maturity,
  inventionPatents: m.account_product_inventions,
  utilityModels: m.account_product_utility_models,
  softwareCopyrights: m.account_product_copyrights,
  intendedCategories: m.account_product_categories,
};

/** A stored word as it is shown. */
function shown({ field }: ChangedField, text: string) {
  const kind = field === 'kind' ? productKinds.find((word) => word === text) : undefined;
  return kind ? productKindLabel(kind) : text || m.account_empty();
}

function Changed({ changes }: { changes: readonly ChangedField[] }) {
  return (
    <Notice tone="warn" live title={m.account_changed_title()}>
      <p>{changes.length ? m.account_changed_text() : m.account_changed_same()}</p>
      {changes.length ? (
        <Diff
          changes={changes.map((change) => ({
            field: fieldLabels[change.field](),
            was: shown(change, change.stored),
            now: shown(change, change.typed),
          }))}
        />
      ) : null}
    </Notice>
  );
}

export default function EditProductPage() {
  const facts = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const item = actionData?.values.procurementItemCode ?? facts.values.procurementItemCode;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.account_nav_products(), href: paths.accountProducts() },
          { label: facts.name, href: paths.accountProduct(facts.code) },
          { label: m.account_product_edit() },
        ]}
      />
      <PageHead
        title={m.account_product_edit()}
        meta={
          <>
            <span>{facts.name}</span>
            <span>{productStateLabel(facts.state)}</span>
          </>
        }
      />
      {actionData?.conflict ? <Changed changes={actionData.changes} /> : null}
      <ProductForm
        values={facts.values}
        actionData={actionData}
        items={actionData?.items}
        itemName={item === facts.values.procurementItemCode ? facts.itemName : null}
        version={actionData?.version ?? facts.version}
        isPublic={facts.state === 'published'}
        isRecognised={facts.isRecognised}
        organisationName={facts.organisationName}
        cancelHref={paths.accountProduct(facts.code)}
      />
    </>
  );
}
