import { maturities, scenarioCategories, termLabel } from '~/domain/terms';
import type { useActionForm } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { CheckboxGroup } from './choice-field';
import { NumberField, SelectField } from './form-field';
import { OptionalMark } from './form-parts';

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

export const list = (value: Values[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Items to choose from, readable for all and offered by the browser while typing. */
export function Items({ items }: { items: readonly { code: string; name: string }[] }) {
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
export function Specifications({
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

/** How far it is, what protects it and what it is meant for. */
export function Evidence({ form, categories }: { form: ProductFields; categories: readonly string[] }) {
  return (
    <>
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
        defaultValue={categories}
        label={m.account_product_categories()}
        hint={m.account_product_categories_hint()}
        optional
        grid
        options={scenarioCategories.map((word) => ({ value: word, label: termLabel(word) }))}
      />
    </>
  );
}

type ProductFields = Pick<ReturnType<typeof useActionForm>, 'field'>;
