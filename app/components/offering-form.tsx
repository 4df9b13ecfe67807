import { Form } from '@remix-run/react';
import { useState, type FormEvent } from 'react';
import { trialPolicies, trialPolicyLabel } from '~/domain/offerings/offering';
import { serviceAreas, termLabel } from '~/domain/terms';
import { parseAmount } from '~/forms/amount';
import { useActionForm, type ActionAnswer } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { CheckboxGroup, FieldGroup, RadioGroup } from './choice-field';
import { DateText } from './date-text';
import { Filled, SLOT } from './filled';
import { NumberField, TextAreaField, TextField } from './form-field';
import { FormKey } from './form-key';
import { ErrorSummary, FormActions } from './form-parts';
import { Link } from './link';
import { many, Amount, Unit, Preview, type Values } from './offering-form-parts';

export interface OfferingFormProps {
  values: Values;
  actionData?: (ActionAnswer & { values?: Values }) | null;
  /** The code of the terms that this form replaces; '' for none. */
  current: string;
  todayOn: string;
  cancelHref: string;
}

function read(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return {
    ...Object.fromEntries(
      [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    serviceAreas: data.getAll('serviceAreas').map(String),
  };
}

/** The terms for one product, with what a buyer will see beside them. */
export function OfferingForm({ actionData, current, todayOn, cancelHref, ...props }: OfferingFormProps) {
  const values: Values = actionData?.values ?? props.values;
  const form = useActionForm({
    actionData,
    values,
    rules: {
      priceMin: (text) => (parseAmount(text, 'yuan') === undefined ? m.account_price_min_wrong() : undefined),
      priceMax: (text) => (parseAmount(text, 'yuan') === undefined ? m.account_price_max_wrong() : undefined),
      priceUnit: (text) => (text.trim() ? undefined : m.account_price_unit_required()),
      trialPolicy: (text) => (text ? undefined : m.account_trial_required()),
      validYear: (text) => (text.trim() ? undefined : m.account_valid_until_required()),
    },
  });
  const [typed, setTyped] = useState<Values>();
  const follow = (event: FormEvent<HTMLFormElement>) => setTyped(read(event.currentTarget));
  const { errors } = form;
  const priceError = errors.priceMin ?? errors.priceMax ?? errors.priceUnit;

  return (
    <div className="with-side">
      <div className="stack loose">
        <ErrorSummary {...form.summary} />
        <Form {...form.props} className="form" onInput={follow}>
          <FormKey />
          <input type="hidden" name="current" value={current} readOnly />
          <FieldGroup id="price" label={m.account_price()} hint={m.account_price_hint()} error={priceError}>
            <Amount field={form.field('priceMin')} label={m.account_price_min()} />
            <span>{m.account_price_to()}</span>
            <Amount field={form.field('priceMax')} label={m.account_price_max()} />
            <Unit field={form.field('priceUnit')} />
          </FieldGroup>
          <NumberField
            {...form.field('leadTimeDays')}
            label={m.account_lead_time()}
            hint={m.account_lead_time_hint()}
            optional
            width="xs"
            affix={m.account_unit_days()}
          />
          <RadioGroup
            {...form.field('trialPolicy')}
            label={m.account_trial()}
            options={trialPolicies.map((policy) => ({ value: policy, label: trialPolicyLabel(policy) }))}
          />
          <TextField
            {...form.field('trialNote')}
            label={m.account_trial_note()}
            hint={m.account_trial_note_hint()}
            optional
          />
          <TextAreaField
            {...form.field('warranty')}
            label={m.account_warranty()}
            hint={m.account_warranty_hint()}
            optional
            rows={3}
          />
          <CheckboxGroup
            {...form.field('serviceAreas')}
            defaultValue={many(values.serviceAreas)}
            label={m.account_service_areas()}
            optional
            grid
            options={serviceAreas.map((word) => ({ value: word, label: termLabel(word) }))}
          />
          <TextField
            {...form.field('capacity')}
            label={m.account_capacity()}
            hint={m.account_capacity_hint()}
            optional
          />
          <FieldGroup
            id="valid"
            label={m.account_valid_until()}
            hint={
              <Filled text={m.account_valid_until_hint({ date: SLOT })}>
                <DateText on={`${todayOn.slice(0, 4)}-12-31`} />
              </Filled>
            }
            error={errors.validYear}
          >
            {(
              [
                ['validYear', m.account_year(), 'w-xs'],
                ['validMonth', m.account_month(), 'w-xs'],
                ['validDay', m.account_day(), 'w-xs'],
              ] as const
            ).map(([name, label, width]) => {
              const field = form.field(name);
              return (
                <span className="affix" key={name}>
                  <label className="vh" htmlFor={name}>
                    {label}
                  </label>
                  <input
                    id={name}
                    name={name}
                    className={`input n-in ${width}${errors.validYear ? ' wrong' : ''}`}
                    inputMode="numeric"
                    autoComplete="off"
                    defaultValue={field.defaultValue}
                    aria-invalid={errors.validYear ? true : undefined}
                    aria-describedby={errors.validYear ? 'valid-hint valid-error' : 'valid-hint'}
                  />
                  <span aria-hidden="true">{label}</span>
                </span>
              );
            })}
          </FieldGroup>
          <FormActions>
            <Button tone="act" name="intent" value="publish" busy={form.isSubmitting}>
              {current ? m.account_offering_replace() : m.account_offering_publish()}
            </Button>
            <Button name="intent" value="preview" formNoValidate>
              {m.account_preview()}
            </Button>
            <Link href={cancelHref}>{m.account_discard()}</Link>
          </FormActions>
        </Form>
      </div>
      <aside className="side" aria-label={m.account_buyers_see()}>
        <Preview values={typed ?? values} />
      </aside>
    </div>
  );
}
