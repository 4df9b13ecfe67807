import { Form, useLocation } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import { compositions, industries, termLabel } from '~/domain/terms';
import { productKindLabel, productKinds } from '~/domain/products/product';
import { useActionForm, type ActionAnswer } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { RadioGroup } from './choice-field';
import { SelectField, TextAreaField, TextField } from './form-field';
import { FormKey } from './form-key';
import { ErrorSummary, FormActions } from './form-parts';
import { Link } from './link';
import { ProductPreview } from './product-preview';
import { list, Items, Specifications, Evidence, type Values } from './product-form-parts';

export interface ProductFormProps {
  /** What the fields begin with. */
  values: Values;
  actionData?: (ActionAnswer & { values?: Values }) | null;
  /** Of the row that is edited; left out for a new one. */
  version?: number;
  /** A public product is saved in public; anything else may stay a draft. */
  isPublic: boolean;
  organisationName: string;
  isRecognised: boolean;
  cancelHref: string;
  /** Procurement items that the typed words may have meant. */
  items?: readonly { code: string; name: string }[];
  /** The name of the item whose code is given. */
  itemName?: string | null;
}

/** What the form says now, with every value of each field. */
function read(form: HTMLFormElement): Values {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string') (typed[name] ??= []).push(value);
  return Object.fromEntries(
    Object.entries(typed).map(([name, all]) => [
      name,
      name.startsWith('spec') || name === 'intendedCategories' ? all : all[0],
    ]),
  );
}

/** The form of a product, new or not, with what a buyer will see beside it. */
export function ProductForm(props: ProductFormProps) {
  const { actionData, isPublic, version } = props;
  const values: Values = actionData?.values ?? props.values;
  const form = useActionForm({
    actionData,
    values,
    rules: {
      name: (text) => (text.trim() ? undefined : m.account_product_name_required()),
      kind: (text) => (text ? undefined : m.account_product_kind_required()),
      industry: (text) => (text ? undefined : m.account_product_industry_required()),
      summary: (text) => (text.trim().length >= 20 ? undefined : m.account_product_summary_short()),
    },
  });
  const [typed, setTyped] = useState<Values>();
  const follow = (event: FormEvent<HTMLFormElement>) => setTyped(read(event.currentTarget));
  const place = useLocation().pathname;

  return (
    <div className="with-side">
      <div className="stack loose">
        <ErrorSummary {...form.summary} />
        <Form {...form.props} className="form" onInput={follow}>
          <FormKey />
          {version === undefined ? null : <input type="hidden" name="version" value={version} readOnly />}
          {/* What Enter does while typing: the first button of a form answers to it. */}
          <button
            type="submit"
            name="intent"
            value={isPublic ? 'save' : 'draft'}
            className="vh"
            tabIndex={-1}
            aria-hidden="true"
          >
            {m.account_product_save()}
          </button>
          <TextField
            {...form.field('name')}
            label={m.account_product_name()}
            hint={m.account_product_name_hint()}
          />
          <TextField {...form.field('model')} label={m.account_product_model()} optional width="m" />
          <RadioGroup
            {...form.field('kind')}
            label={m.account_product_kind()}
            hint={m.account_product_kind_hint()}
            options={productKinds.map((kind) => ({ value: kind, label: productKindLabel(kind) }))}
          />
          <SelectField
            {...form.field('industry')}
            label={m.account_product_industry()}
            placeholder={m.account_choose()}
            options={industries.map((word) => ({ value: word, label: termLabel(word) }))}
          />
          <TextField
            {...form.field('aliases')}
            label={m.account_product_aliases()}
            hint={m.account_product_aliases_hint()}
            optional
          />
          <TextField {...form.field('englishName')} label={m.account_product_english()} optional />
          <TextField
            {...form.field('keywords')}
            label={m.account_product_keywords()}
            hint={m.account_product_keywords_hint()}
            optional
          />
          <TextField
            {...form.field('procurementItemCode')}
            label={m.account_product_item()}
            hint={
              props.itemName
                ? m.account_product_item_is({ name: props.itemName })
                : m.account_product_item_hint()
            }
            optional
            width="m"
            list={props.items?.length ? 'procurement-items' : undefined}
          />
          <Items items={props.items ?? []} />
          <SelectField
            {...form.field('composition')}
            label={m.account_product_composition()}
            optional
            placeholder={m.account_choose()}
            options={compositions.map((word) => ({ value: word, label: termLabel(word) }))}
          />
          <TextAreaField
            {...form.field('summary')}
            label={m.account_product_summary()}
            hint={m.account_product_summary_hint()}
            rows={5}
          />
          <TextAreaField
            {...form.field('innovation')}
            label={m.account_product_innovation()}
            hint={m.account_product_innovation_hint()}
            optional
            rows={4}
          />
          <Specifications values={values} errors={form.errors} formAction={`${place}#specifications`} />
          <Evidence form={form} categories={list(values.intendedCategories)} />
          <FormActions>
            <Button tone="act" name="intent" value={isPublic ? 'save' : 'publish'} busy={form.isSubmitting}>
              {isPublic ? m.account_product_save_public() : m.account_product_publish()}
            </Button>
            {isPublic ? null : (
              <Button name="intent" value="draft">
                {m.account_product_save_draft()}
              </Button>
            )}
            <Button name="intent" value="preview" formNoValidate>
              {m.account_preview()}
            </Button>
            <Link href={props.cancelHref}>{m.account_discard()}</Link>
          </FormActions>
        </Form>
      </div>
      <aside className="side" aria-label={m.account_buyers_see()}>
        <ProductPreview
          values={typed ?? values}
          organisationName={props.organisationName}
          isRecognised={props.isRecognised}
        />
      </aside>
    </div>
  );
}
