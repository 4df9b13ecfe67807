import { cooperationModes, termLabel } from '~/domain/terms';
import type { useActionForm } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { CheckboxGroup } from './choice-field';
import { MoneyField, TextAreaField, TextField } from './form-field';

export const options = (words: readonly string[]) =>
  words.map((word) => ({ value: word, label: termLabel(word) }));

/** What it may cost, how to work together and to what effect. */
export function MeansFields({ form, modes }: { form: ScenarioFields; modes: readonly string[] }) {
  return (
    <>
      <MoneyField
        {...form.field('budget')}
        unit="wan"
        label={m.bureau_scenario_budget()}
        hint={m.bureau_scenario_budget_hint()}
        optional
      />
      <TextField
        {...form.field('fundingSource')}
        label={m.bureau_scenario_funding()}
        hint={m.bureau_scenario_funding_hint()}
        optional
      />
      <CheckboxGroup
        {...form.field('cooperationMode')}
        defaultValue={modes}
        label={m.bureau_scenario_mode()}
        options={options(cooperationModes)}
        optional
        grid
      />
      <TextField
        {...form.field('period')}
        label={m.bureau_scenario_period()}
        hint={m.bureau_scenario_period_hint()}
        width="m"
        optional
      />
      <TextAreaField {...form.field('expectedEffect')} label={m.bureau_scenario_effect()} rows={3} optional />
    </>
  );
}

type ScenarioFields = Pick<ReturnType<typeof useActionForm>, 'field'>;
