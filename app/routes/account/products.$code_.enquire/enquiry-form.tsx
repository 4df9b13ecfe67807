import { Form, useActionData } from '@remix-run/react';
import { Button } from '~/components/button';
import { RadioGroup } from '~/components/choice-field';
import { DateField, MoneyField, NumberField, SelectField, TextAreaField } from '~/components/form-field';
import { ErrorSummary } from '~/components/form-parts';
import { Link } from '~/components/link';
import { priceUnits, termLabel } from '~/domain/terms';
import { useActionForm } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { action, Page } from './route';

/** What the buyer writes. */
export function EnquiryForm({ page, today }: { page: Page; today: string }) {
  const answer = useActionData<typeof action>();
  const form = useActionForm({
    actionData: answer && 'errors' in answer ? answer : undefined,
    values: { unit: page.offering?.priceUnit },
    rules: {
      purpose: (value) => (value.trim() ? undefined : m.leads_purpose_missing()),
      quantity: (value) => (value.trim() ? undefined : m.leads_quantity_missing()),
      unit: (value) => (value ? undefined : m.leads_unit_missing()),
      budgetKind: (value) => (value ? undefined : m.leads_budget_choose()),
      neededBy: (value) => (value.trim() ? undefined : m.leads_month_wrong()),
    },
  });
  const units: readonly string[] = priceUnits;
  const own = page.offering?.priceUnit;
  const unitWords = own && !units.includes(own) ? [own, ...units] : units;
  return (
    <>
      <ErrorSummary {...form.summary} />
      <Form {...form.props} className="form">
        <TextAreaField
          {...form.field('purpose')}
          label={m.leads_purpose()}
          hint={m.leads_purpose_hint()}
          rows={5}
          maxLength={2000}
        />
        <NumberField {...form.field('quantity')} label={m.leads_quantity()} />
        <SelectField
          {...form.field('unit')}
          label={m.leads_unit()}
          placeholder={m.leads_f_reason_choose()}
          width="s"
          options={unitWords.map((unit) => ({ value: unit, label: termLabel(unit) }))}
        />
        <RadioGroup
          {...form.field('budgetKind')}
          label={m.leads_budget()}
          options={[
            {
              value: 'known',
              label: m.leads_budget_known(),
              children: <MoneyField {...form.field('budget')} label={m.leads_budget_amount()} unit="wan" />,
            },
            { value: 'open', label: m.leads_budget_open(), hint: m.leads_budget_open_hint() },
          ]}
        />
        <DateField
          {...form.field('neededBy')}
          label={m.leads_needed_by()}
          hint={m.leads_needed_by_hint()}
          month
          min={today.slice(0, 7)}
        />
        {page.scenarios.length > 0 ? (
          <SelectField
            {...form.field('scenario')}
            label={m.leads_scenario()}
            hint={m.leads_scenario_hint()}
            placeholder={m.leads_scenario_none()}
            width="full"
            optional
            options={page.scenarios.map(({ code, title }) => ({ value: code, label: title }))}
          />
        ) : null}
        <p className="hint">
          {page.enterpriseIsAway
            ? m.leads_enquire_what_away()
            : m.leads_enquire_what({ name: page.product.organisation })}
        </p>
        <div className="actions">
          <Button tone="commit" busy={form.isSubmitting}>
            {m.leads_enquire_commit()}
          </Button>
          <Link href={paths.product(page.product.code)}>{m.leads_enquire_back()}</Link>
        </div>
      </Form>
    </>
  );
}
