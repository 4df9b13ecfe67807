import { trialPolicies, trialPolicyLabel, type TrialPolicy } from '~/domain/offerings/offering';
import { priceUnits, termLabel } from '~/domain/terms';
import { parseAmount } from '~/forms/amount';
import type { useActionForm } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Facts } from './facts';
import { Panel } from './panel';
import { Price } from './price';

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (value: Values[string]) => (typeof value === 'string' ? value.trim() : '');

export const many = (value: Values[string]): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

type FieldOf = ReturnType<ReturnType<typeof useActionForm>['field']>;

export function Amount({ field, label }: { field: FieldOf; label: string }) {
  return (
    <>
      <label className="vh" htmlFor={field.id}>
        {label}
      </label>
      <span className="affix">
        <input
          id={field.id}
          name={field.name}
          className={`input w-s n-in${field.error ? ' wrong' : ''}`}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={field.defaultValue}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={field.error ? 'price-hint price-error' : 'price-hint'}
          onChange={field.registration.onChange}
          onBlur={field.registration.onBlur}
          ref={field.registration.ref}
        />
        <span>{m.common_unit_yuan()}</span>
      </span>
    </>
  );
}

export function Unit({ field }: { field: FieldOf }) {
  return (
    <span className="inline">
      <label className="vh" htmlFor={field.id}>
        {m.account_price_unit()}
      </label>
      <span aria-hidden="true">{m.account_price_per()}</span>
      <input
        id={field.id}
        name={field.name}
        className={`input w-xs${field.error ? ' wrong' : ''}`}
        list="price-units"
        autoComplete="off"
        placeholder={m.account_price_unit_example()}
        defaultValue={field.defaultValue}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.error ? 'price-hint price-error' : 'price-hint'}
      />
      <datalist id="price-units">
        {priceUnits.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
    </span>
  );
}

export function Preview({ values }: { values: Values }) {
  const low = parseAmount(one(values.priceMin), 'yuan');
  const high = parseAmount(one(values.priceMax), 'yuan');
  const unset = <span className="soft">{m.account_not_filled()}</span>;
  const policy = trialPolicies.find((word) => word === one(values.trialPolicy)) as TrialPolicy | undefined;
  const days = Number(one(values.leadTimeDays).normalize('NFKC'));
  const areas = many(values.serviceAreas);
  const note = one(values.trialNote);
  const known = low !== undefined && high !== undefined && low <= high;
  return (
    <Panel title={m.account_buyers_see()}>
      {known ? (
        <p className="price">
          <Price minFen={low} maxFen={high} unit={one(values.priceUnit) || undefined} />
        </p>
      ) : (
        <p className="price unset">{m.account_price_open()}</p>
      )}
      <div className="mt-3">
        <Facts
          ruled
          facts={[
            { label: m.account_lead_time(), value: days > 0 ? m.account_lead_time_days({ days }) : unset },
            {
              label: m.account_trial(),
              value: policy ? `${trialPolicyLabel(policy)}${note ? ` · ${note}` : ''}` : unset,
            },
            { label: m.account_warranty(), value: one(values.warranty) || unset },
            {
              label: m.account_service_areas(),
              value: areas.length ? areas.map(termLabel).join(' · ') : unset,
            },
            { label: m.account_capacity(), value: one(values.capacity) || null },
          ]}
        />
      </div>
    </Panel>
  );
}
