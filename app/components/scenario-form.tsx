import { Form } from '@remix-run/react';
import { deadlineGranularities } from '~/domain/scenarios/scenario';
import { districts, scenarioCategories, scenarioScales, termLabel, zones } from '~/domain/terms';
import { useActionForm, type ActionAnswer } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { CheckboxField, RadioGroup } from './choice-field';
import { DateField, SelectField, TextAreaField, TextField } from './form-field';
import { FormKey } from './form-key';
import { ErrorSummary, FormActions } from './form-parts';
import { Link } from './link';
import { options, MeansFields } from './scenario-form-fields';
import { RequirementRows, ResourceRows } from './scenario-form-rows';

export type ScenarioFormValues = Readonly<Record<string, string | readonly string[]>>;

export interface ScenarioFormProps {
  values: ScenarioFormValues;
  actionData?: (ActionAnswer & { rows?: RowCounts }) | null;
  owners: readonly { code: string; name: string; category: string | null }[];
  submitLabel: string;
  backHref: string;
}

export interface RowCounts {
  requirements: number;
  resources: number;
}

const leastRows: RowCounts = { requirements: 3, resources: 2 };

/** How many lines to show: what is filled and one to spare, at least a few; one more when asked for. */
export function rowCounts(values: ScenarioFormValues, adding?: string): RowCounts {
  const requirements = Math.max(leastRows.requirements, listOf(values.requirement).length);
  const resources = Math.max(leastRows.resources, listOf(values.resourceText).length);
  return {
    requirements: requirements + (adding === 'add-requirement' ? 1 : 0),
    resources: resources + (adding === 'add-resource' ? 1 : 0),
  };
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : [];

function granularityLabel(granularity: (typeof deadlineGranularities)[number]): string {
  return {
    day: m.bureau_granularity_day,
    month: m.bureau_granularity_month,
    quarter: m.bureau_granularity_quarter,
    'half-year': m.bureau_granularity_half_year,
  }[granularity]();
}

/** A scenario on a draft list, for a new one and for one that exists. */
export function ScenarioForm({ values, actionData, owners, submitLabel, backHref }: ScenarioFormProps) {
  const typed = actionData?.values ?? values;
  const rows = actionData?.rows ?? rowCounts(typed as ScenarioFormValues);
  const needed = (error: () => string) => (value: string) => (value.trim() ? undefined : error());
  const form = useActionForm({
    actionData,
    values,
    rules: {
      title: needed(m.bureau_scenario_title_error),
      category: needed(m.bureau_scenario_category_error),
      owner: needed(m.bureau_scenario_owner_error),
      background: needed(m.bureau_scenario_background_error),
      requirement: needed(m.bureau_scenario_requirement_error),
      deadlineGranularity: needed(m.bureau_scenario_granularity_error),
      deadlineOn: needed(m.bureau_scenario_deadline_error),
      contactName: needed(m.bureau_scenario_contact_name_error),
      contactPhone: needed(m.bureau_scenario_contact_phone_error),
    },
  });
  const choose = m.bureau_choose();
  return (
    <div className="stack loose">
      <ErrorSummary {...form.summary} />
      <Form {...form.props} className="form">
        <FormKey />
        {typeof values.version === 'string' ? (
          <input type="hidden" name="version" value={values.version} />
        ) : null}
        <TextField {...form.field('title')} label={m.bureau_scenario_title()} />
        <SelectField
          {...form.field('category')}
          label={m.bureau_scenario_category()}
          placeholder={choose}
          options={options(scenarioCategories)}
        />
        <SelectField
          {...form.field('scale')}
          label={m.bureau_scenario_scale()}
          placeholder={choose}
          options={options(scenarioScales)}
          optional
        />
        <TextField
          {...form.field('owner')}
          label={m.bureau_scenario_owner()}
          hint={m.bureau_scenario_owner_hint()}
          list="owners"
          autoComplete="off"
        />
        <datalist id="owners">
          {owners.map((owner) => (
            <option key={owner.code} value={owner.name}>
              {[owner.code, owner.category ? termLabel(owner.category) : ''].filter(Boolean).join(' ')}
            </option>
          ))}
        </datalist>
        <TextField
          {...form.field('supervisingDepartment')}
          label={m.bureau_scenario_supervising()}
          optional
        />
        <SelectField
          {...form.field('district')}
          label={m.bureau_scenario_district()}
          placeholder={choose}
          options={options(districts)}
          optional
        />
        <SelectField
          {...form.field('zone')}
          label={m.bureau_scenario_zone()}
          placeholder={choose}
          options={options(zones)}
          optional
        />
        <TextField {...form.field('site')} label={m.bureau_scenario_site()} optional />
        <TextAreaField
          {...form.field('background')}
          label={m.bureau_scenario_background()}
          hint={m.bureau_scenario_background_hint()}
          rows={6}
        />
        <TextAreaField {...form.field('outcome')} label={m.bureau_scenario_outcome()} optional />
        <RequirementRows
          lines={listOf(typed.requirement)}
          rows={rows.requirements}
          error={form.field('requirement').error ?? firstError(form.errors, 'requirement')}
        />
        <ResourceRows
          kinds={listOf(typed.resourceKind)}
          lines={listOf(typed.resourceText)}
          rows={rows.resources}
          error={firstError(form.errors, 'resource')}
        />
        <MeansFields form={form} modes={listOf(typed.cooperationMode)} />
        <DateField
          {...form.field('openOn')}
          label={m.bureau_scenario_open_on()}
          hint={m.bureau_scenario_open_on_hint()}
          optional
        />
        <RadioGroup
          {...form.field('deadlineGranularity')}
          label={m.bureau_scenario_granularity()}
          options={deadlineGranularities.map((each) => ({ value: each, label: granularityLabel(each) }))}
        />
        <DateField
          {...form.field('deadlineOn')}
          label={m.bureau_scenario_deadline()}
          hint={m.bureau_scenario_deadline_hint()}
        />
        <TextField
          {...form.field('contactDepartment')}
          label={m.bureau_scenario_contact_department()}
          optional
        />
        <TextField {...form.field('contactName')} label={m.bureau_scenario_contact_name()} width="m" />
        <TextField
          {...form.field('contactPhone')}
          label={m.bureau_scenario_contact_phone()}
          hint={m.bureau_scenario_contact_phone_hint()}
          type="tel"
          width="m"
        />
        <CheckboxField
          name="isMajorDemonstration"
          label={m.bureau_scenario_major()}
          hint={m.bureau_scenario_major_hint()}
          defaultChecked={typed.isMajorDemonstration === 'on'}
        />
        <FormActions>
          <Button tone="act" name="intent" value="save" busy={form.isSubmitting}>
            {submitLabel}
          </Button>
          <Link href={backHref}>{m.bureau_cancel()}</Link>
        </FormActions>
      </Form>
    </div>
  );
}

/** The error of a repeated field, whichever of its lines it is about. */
function firstError(errors: Readonly<Record<string, string>>, prefix: string): string | undefined {
  return Object.entries(errors).find(([name]) => name.startsWith(prefix))?.[1];
}
