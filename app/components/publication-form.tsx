import { Form } from '@remix-run/react';
import { publicationKindLabel, publicationKinds } from '~/domain/publications/publication';
import { useActionForm, type ActionAnswer } from '~/forms/use-action-form';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { RadioGroup } from './choice-field';
import { DateField, NumberField, TextField } from './form-field';
import { FormKey } from './form-key';
import { ErrorSummary, FormActions } from './form-parts';
import { Link } from './link';

export interface PublicationFormProps {
  values: Readonly<Record<string, string>>;
  actionData?: ActionAnswer | null;
  /** The kind of a list that exists stays. */
  fixedKind?: boolean;
  sequenceHint?: string;
  titleHint: string;
  submitLabel: string;
  backHref: string;
}

/** The head of a list or catalogue, for a new one and for a draft. */
export function PublicationForm(props: PublicationFormProps) {
  const { values, actionData, fixedKind = false, sequenceHint, titleHint, submitLabel, backHref } = props;
  const needed = (error: () => string) => (value: string) => (value.trim() ? undefined : error());
  const form = useActionForm({
    actionData,
    values,
    rules: {
      year: needed(m.bureau_year_error),
      sequence: needed(m.bureau_sequence_error),
      authority: needed(m.bureau_authority_error),
      issuedOn: needed(m.bureau_issued_on_error),
    },
  });
  return (
    <div className="stack loose">
      <ErrorSummary {...form.summary} />
      <Form {...form.props} className="form">
        <FormKey />
        {values.version ? <input type="hidden" name="version" value={values.version} /> : null}
        {fixedKind ? (
          <input type="hidden" name="kind" value={values.kind} />
        ) : (
          <RadioGroup
            {...form.field('kind')}
            label={m.bureau_publication_kind()}
            options={publicationKinds.map((kind) => ({ value: kind, label: publicationKindLabel(kind) }))}
          />
        )}
        <NumberField {...form.field('year')} label={m.bureau_year()} affix={m.bureau_year_affix()} />
        <NumberField
          {...form.field('sequence')}
          label={m.bureau_sequence()}
          hint={sequenceHint}
          affix={m.bureau_sequence_affix()}
        />
        <TextField {...form.field('title')} label={m.bureau_publication_title()} hint={titleHint} optional />
        <TextField
          {...form.field('documentNumber')}
          label={m.bureau_document_number()}
          hint={m.bureau_document_number_hint()}
          width="m"
          optional
        />
        <TextField {...form.field('authority')} label={m.bureau_authority()} />
        <DateField {...form.field('issuedOn')} label={m.bureau_issued_on()} />
        <FormActions>
          <Button tone="act" busy={form.isSubmitting}>
            {submitLabel}
          </Button>
          <Link href={backHref}>{m.bureau_cancel()}</Link>
        </FormActions>
      </Form>
    </div>
  );
}
