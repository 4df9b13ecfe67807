import { Form } from '@remix-run/react';
import { useActionForm, type ActionAnswer } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { DateField, SelectField, TextField } from './form-field';
import { FormKey } from './form-key';
import { ErrorSummary, FormActions } from './form-parts';

export interface CatalogueRowFormProps {
  choices: readonly { code: string; name: string; organisation: string }[];
  /** The catalogue's date, from which a recognition counts unless said otherwise. */
  issuedOn: string;
  actionData?: ActionAnswer | null;
}

/** 国家级, 省级, 市级 … as the sources write them. */
const levels = ['国家级', '省级', '市级', '区县级'];

/** Takes a product into a draft catalogue, with the window of its recognition (three years unless changed). */
export function CatalogueRowForm({ choices, issuedOn, actionData }: CatalogueRowFormProps) {
  const form = useActionForm({
    actionData,
    values: { validFromOn: issuedOn, validUntilOn: threeYearsOn(issuedOn), level: '市级' },
  });
  return (
    <div className="stack loose mt-4">
      <ErrorSummary {...form.summary} />
      <Form {...form.props} className="form">
        <FormKey />
        <TextField
          {...form.field('product')}
          label={m.bureau_col_product()}
          hint={m.bureau_row_product_hint()}
          list="products"
          autoComplete="off"
        />
        <datalist id="products">
          {choices.map((choice) => (
            <option key={choice.code} value={`${choice.code} ${choice.name}`}>
              {choice.organisation}
            </option>
          ))}
        </datalist>
        <SelectField
          {...form.field('level')}
          label={m.bureau_row_level()}
          options={levels.map((level) => ({ value: level, label: level }))}
        />
        <TextField
          {...form.field('certificateNumber')}
          label={m.bureau_row_certificate()}
          width="m"
          optional
        />
        <DateField {...form.field('validFromOn')} label={m.bureau_row_from()} />
        <DateField {...form.field('validUntilOn')} label={m.bureau_row_until()} />
        <FormActions>
          <Button tone="act" name="intent" value="add-product">
            {m.bureau_row_add()}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

/** The last day of the three years that begin on `on`. */
export function threeYearsOn(on: string): string {
  const at = new Date(`${on}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + 3);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}
