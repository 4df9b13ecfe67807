import { Form, useActionData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { RadioGroup } from '~/components/choice-field';
import { TextAreaField } from '~/components/form-field';
import { FormKey } from '~/components/form-key';
import { ErrorSummary, FormActions } from '~/components/form-parts';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { useActionForm } from '~/forms/use-action-form';
import { formatPriceRange } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { action, Loaded } from './route';

/** The products that cannot be put forward now, each with the reason and the way to mend it. */
function NotReady({ products }: { products: Loaded['products'] }) {
  const answered = products.filter(({ answeredBy }) => answeredBy !== null);
  const without = products.filter(({ answeredBy, hasTerms }) => answeredBy === null && !hasTerms);
  if (answered.length === 0 && without.length === 0) return null;
  return (
    <div className="field">
      <p className="hint">{m.account_respond_others()}</p>
      <ul className="small">
        {answered.map((product) => (
          <li key={product.code}>
            {product.name}{' '}
            <Link href={`${paths.accountResponses()}#${product.answeredBy}`}>
              {m.account_respond_answered({ code: product.answeredBy ?? '' })}
            </Link>
          </li>
        ))}
        {without.map((product) => (
          <li key={product.code}>
            {product.name}{' '}
            <Link href={paths.accountOffering(product.code)}>{m.account_offering_publish()}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function RespondForm({ products, chosen }: { products: Loaded['products']; chosen: string }) {
  const actionData = useActionData<typeof action>();
  const ready = products.filter(({ hasTerms, answeredBy }) => hasTerms && answeredBy === null);
  const form = useActionForm({
    actionData,
    values: { product: chosen || (ready.length === 1 ? ready[0]?.code : undefined) },
    rules: {
      product: (text) => (text ? undefined : m.account_respond_product_required()),
      message: (text) => (text.trim().length >= 10 ? undefined : m.account_respond_message_required()),
    },
  });
  if (ready.length === 0)
    return (
      <>
        <Notice tone="warn" title={m.account_respond_nothing()}>
          {m.account_respond_nothing_text()}
        </Notice>
        <NotReady products={products} />
        <div className="actions">
          <LinkButton tone="act" href={paths.accountProductNew()}>
            {m.account_product_new()}
          </LinkButton>
          <LinkButton href={paths.accountProducts()}>{m.account_nav_products()}</LinkButton>
        </div>
      </>
    );
  return (
    <>
      <ErrorSummary {...form.summary} />
      <Form {...form.props} className="form">
        <FormKey />
        <RadioGroup
          {...form.field('product')}
          label={m.account_respond_product()}
          hint={m.account_respond_product_hint()}
          options={ready.map((product) => ({
            value: product.code,
            label: product.name,
            hint: formatPriceRange(product.priceMin, product.priceMax, product.priceUnit),
          }))}
        />
        <NotReady products={products} />
        <TextAreaField
          {...form.field('message')}
          label={m.account_respond_message()}
          hint={m.account_respond_message_hint()}
          rows={7}
        />
        <FormActions>
          <Button tone="commit" busy={form.isSubmitting}>
            {m.account_respond_send()}
          </Button>
        </FormActions>
        <p className="hint">{m.account_respond_seen_by()}</p>
      </Form>
    </>
  );
}
