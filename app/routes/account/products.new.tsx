import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { PageHead } from '~/components/page-head';
import { ProductForm } from '~/components/product-form';
import { createProduct, suggestProcurementItems } from '~/domain/products/save-product.server';
import { answerOnce } from '~/forms/answer-once.server';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { readProductForm, withBlankRows } from './product-input.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.account_product_new() }) }];

export const loader = guard('enterprise', ({ viewer }) => ({
  organisationName: viewer.organisationName,
  values: withBlankRows({}),
}));

export const action = guard('enterprise', async ({ request, viewer }) => {
  const { intent, values, form } = await readProductForm(request);
  if (intent === 'add-row') return data({ values: withBlankRows(values), errors: {}, items: [] });
  if (intent === 'preview') return data({ values, errors: {}, items: [] });
  if (!form.ok) return data({ values, errors: form.errors, items: [] }, { status: 422 });
  const saved = await answerOnce({ request, viewer }, { ...values, intent }, async () => {
    const made = await createProduct(viewer, form.data, intent === 'publish');
    return made.ok
      ? withQuery(paths.accountProduct(made.code), { done: made.published ? 'published' : 'draft' })
      : made;
  });
  if (typeof saved === 'string') return redirectTo(saved);
  const items = await suggestProcurementItems(form.data.procurementItemCode ?? '');
  return data(
    { values, errors: { procurementItemCode: m.account_product_item_unknown() }, items },
    { status: 422 },
  );
});

export default function NewProductPage() {
  const { organisationName, values } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.account_nav_products(), href: paths.accountProducts() },
          { label: m.account_product_new() },
        ]}
      />
      <PageHead title={m.account_product_new()} lede={m.account_product_new_lede()} />
      <ProductForm
        values={values}
        actionData={actionData}
        items={actionData?.items}
        isPublic={false}
        isRecognised={false}
        organisationName={organisationName}
        cancelHref={paths.accountProducts()}
      />
    </>
  );
}
