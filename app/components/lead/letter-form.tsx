import { Form } from '@remix-run/react';
import * as m from '~/paraglide/messages';
import { Button } from '../button';
import { TextAreaField } from '../form-field';
import { FormKey } from '../form-key';
import { type StepProps, stepFieldId } from './lead-step';

/** A letter to the other side. */
export function LeadLetterForm({ lead, answer }: Omit<StepProps, 'todayOn'>) {
  const other = lead.side === 'buyer' ? lead.enterprise : lead.buyer;
  const own = answer?.intent === 'letter' ? answer : undefined;
  const typed = own?.values?.body;
  return (
    <Form
      method="post"
      className="letter-form stack mb-5"
      noValidate
      aria-label={m.leads_letter_to({ name: other.shortName })}
    >
      <input type="hidden" name="intent" value="letter" />
      <FormKey />
      <TextAreaField
        name="body"
        id={stepFieldId('letter', 'body')}
        label={m.leads_letter_to({ name: other.shortName })}
        rows={3}
        maxLength={4000}
        error={own?.errors?.body}
        defaultValue={typeof typed === 'string' ? typed : undefined}
      />
      <div className="actions mt-3">
        <Button tone="act">{m.leads_letter_send()}</Button>
        <span className="small soft end">{m.leads_letter_seen()}</span>
      </div>
    </Form>
  );
}
