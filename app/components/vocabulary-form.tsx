import { Form } from '@remix-run/react';
import { termLabel } from '~/domain/terms';
import { vocabularyAreas } from '~/domain/vocabulary/vocabulary';
import { useActionForm, type ActionAnswer } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { SelectField, TextAreaField } from './form-field';
import { FormKey } from './form-key';
import { ErrorSummary, FormActions } from './form-parts';
import { Link } from './link';

export interface VocabularyFormProps {
  values: Readonly<Record<string, string>>;
  actionData?: ActionAnswer | null;
  submitLabel: string;
  backHref: string;
}

/** The words of a group, for a new one and for one that is there. */
export function VocabularyForm({ values, actionData, submitLabel, backHref }: VocabularyFormProps) {
  const form = useActionForm({
    actionData,
    values,
    rules: {
      area: (value) => (value ? undefined : m.vocabulary_area_error()),
      terms: (value) => (value.trim() ? undefined : m.vocabulary_terms_error()),
    },
  });
  return (
    <div className="stack loose">
      <ErrorSummary {...form.summary} />
      <Form {...form.props} className="form">
        <FormKey />
        {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
        <SelectField
          {...form.field('area')}
          label={m.vocabulary_area()}
          placeholder={m.vocabulary_area_choose()}
          options={vocabularyAreas.map((area) => ({ value: area, label: termLabel(area) }))}
        />
        <TextAreaField
          {...form.field('terms')}
          label={m.vocabulary_terms()}
          hint={m.vocabulary_terms_hint()}
          rows={6}
        />
        <TextAreaField
          {...form.field('narrower')}
          label={m.vocabulary_narrower()}
          hint={m.vocabulary_narrower_hint()}
          optional
          rows={3}
        />
        <TextAreaField {...form.field('note')} label={m.vocabulary_note()} optional rows={2} />
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
