import { Form, useLocation } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import { compositions, industries, maturities, scenarioCategories, termLabel } from '~/domain/terms';
import { productKindLabel, productKinds } from '~/domain/products/product';
import { useActionForm, type ActionAnswer } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { CheckboxGroup, RadioGroup } from './choice-field';
import { NumberField, SelectField, TextAreaField, TextField } from './form-field';
import { FormKey } from './form-key';
import { ErrorSummary, FormActions, OptionalMark } from './form-parts';
import { Link } from './link';
import { ProductPreview } from './product-preview';

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

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

const list = (value: Values[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

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
          <SelectField
            {...form.field('trl')}
            label={m.account_product_trl()}
            hint={m.account_product_trl_hint()}
            optional
            width="s"
            placeholder={m.account_choose()}
            options={Array.from({ length: 9 }, (_, index) => ({
              value: String(index + 1),
              label: String(index + 1),
            }))}
          />
          <SelectField
            {...form.field('maturity')}
            label={m.account_product_maturity()}
            optional
            placeholder={m.account_choose()}
            options={maturities.map((word) => ({ value: word, label: termLabel(word) }))}
          />
          <NumberField
            {...form.field('inventionPatents')}
            label={m.account_product_inventions()}
            optional
            width="xs"
            affix={m.account_unit_items()}
          />
          <NumberField
            {...form.field('utilityModels')}
            label={m.account_product_utility_models()}
            optional
            width="xs"
            affix={m.account_unit_items()}
          />
          <NumberField
            {...form.field('softwareCopyrights')}
            label={m.account_product_copyrights()}
            optional
            width="xs"
            affix={m.account_unit_items()}
          />
          <CheckboxGroup
            {...form.field('intendedCategories')}
            defaultValue={list(values.intendedCategories)}
            label={m.account_product_categories()}
            hint={m.account_product_categories_hint()}
            optional
            grid
            options={scenarioCategories.map((word) => ({ value: word, label: termLabel(word) }))}
          />
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

/** Items to choose from, readable for all and offered by the browser while typing. */
function Items({ items }: { items: readonly { code: string; name: string }[] }) {
  if (items.length === 0) return null;
  return (
    <div className="field">
      <p className="hint">{m.account_product_item_maybe()}</p>
      <ul className="small">
        {items.map((item) => (
          <li key={item.code}>
            <span className="num">{item.code}</span> {item.name}
          </li>
        ))}
      </ul>
      <datalist id="procurement-items">
        {items.map((item) => (
          <option key={item.code} value={item.code}>
            {item.name}
          </option>
        ))}
      </datalist>
    </div>
  );
}

/** Rows of name, value and unit; one more row is asked of the server, so that it works without scripts. */
function Specifications({
  values,
  errors,
  formAction,
}: {
  values: Values;
  errors: Record<string, string>;
  formAction: string;
}) {
  const names = list(values.specName);
  const cells = list(values.specValue);
  const units = list(values.specUnit);
  const all = Object.entries(errors).filter(([name]) => /^spec(Name|Value)\.\d+$/.test(name));
  const wrong = (name: string) => (errors[name] ? 'input wrong' : 'input');
  return (
    <fieldset className={all.length ? 'field bad' : 'field'} id="specifications">
      <legend>
        {m.account_product_specs()}
        <OptionalMark />
      </legend>
      <p className="hint">{m.account_product_specs_hint()}</p>
      {all.map(([name, text]) => (
        <p className="err" id={`${name}-error`} key={name}>
          {text}
        </p>
      ))}
      {names.map((name, index) => (
        <div className="inline spec-line" key={index}>
          {(
            [
              ['specName', name, m.account_spec_name({ row: index + 1 }), 'w-s'],
              ['specValue', cells[index], m.account_spec_value({ row: index + 1 }), 'w-s'],
              ['specUnit', units[index], m.account_spec_unit({ row: index + 1 }), 'w-xs'],
            ] as const
          ).map(([field, value, label, width]) => {
            const id = `${field}.${index}`;
            return (
              <input
                key={field}
                id={id}
                name={field}
                className={`${wrong(id)} ${width}`}
                defaultValue={value}
                aria-label={label}
                aria-invalid={errors[id] ? true : undefined}
                aria-describedby={errors[id] ? `${id}-error` : undefined}
                placeholder={
                  field === 'specName'
                    ? m.account_spec_head_name()
                    : field === 'specValue'
                      ? m.account_spec_head_value()
                      : m.account_spec_head_unit()
                }
              />
            );
          })}
        </div>
      ))}
      <Button small name="intent" value="add-row" formNoValidate formAction={formAction}>
        {m.account_spec_add()}
      </Button>
    </fieldset>
  );
}
