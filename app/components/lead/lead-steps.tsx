import { Form } from '@remix-run/react';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Button, LinkButton, type ButtonTone } from '../button';
import { Panel } from '../panel';
import { type Intent, type StepProps, stepFieldId, stepLabels, stepsOf, stepTitle } from './lead-step';
import { type FieldOf, StepFields } from './step-fields';

const statements: Record<Intent, (named: { name: string; days: number }) => string> = {
  accept: m.leads_step_accept_what,
  decline: m.leads_step_decline_what,
  withdraw: m.leads_step_withdraw_what,
  start_trial: m.leads_step_start_trial_what,
  record_trial: m.leads_step_record_trial_what,
  start_procuring: m.leads_step_start_procuring_what,
  record_contract: m.leads_step_record_contract_what,
  record_delivery: m.leads_step_record_delivery_what,
  close_lost: m.leads_step_close_lost_what,
  terminate: m.leads_step_terminate_what,
  reopen: m.leads_step_reopen_what,
  reopen_enquiry: m.leads_step_reopen_what,
  confirm: m.leads_step_confirm_what,
  dispute: m.leads_step_dispute_what,
  correct: m.leads_step_correct_what,
};

/** The next step with its form, and the other steps behind a click each. Works without scripts. */
export function LeadSteps({ lead, todayOn, answer }: StepProps) {
  const { first, others } = stepsOf(lead);
  const title = first ? m.leads_next_title({ step: stepTitle(first) }) : m.leads_next();
  return (
    <Panel title={title} act>
      {first ? (
        <StepForm intent={first} tone="commit" {...{ lead, todayOn, answer }} />
      ) : (
        <p className="soft">{idleText(lead)}</p>
      )}
      {!first && !lead.awaited && lead.side === 'buyer' && lead.product.isPublic ? (
        <div className="actions">
          <LinkButton wide href={paths.accountEnquire(lead.product.code)}>
            {lead.state === 'delivered' ? m.leads_next_buy_again() : m.leads_next_enquire_again()}
          </LinkButton>
          <p className="small soft">{m.leads_next_again_what()}</p>
        </div>
      ) : null}
      {others.length > 0 ? (
        <>
          <hr />
          <div className="stack">
            {others.map((intent) => (
              <details key={intent} open={answer?.intent === intent || undefined}>
                <summary>{stepLabels[intent]()}</summary>
                <StepForm
                  intent={intent}
                  tone={endings.includes(intent) ? 'danger' : 'act'}
                  {...{ lead, todayOn, answer }}
                />
              </details>
            ))}
          </div>
        </>
      ) : null}
    </Panel>
  );
}

const endings: Intent[] = ['decline', 'withdraw', 'close_lost', 'terminate', 'dispute'];

function idleText(lead: LeadDetail): string {
  if (lead.state === 'awaiting_reply') return m.leads_next_wait_reply();
  if (lead.state === 'lapsed' && lead.reopenedBefore) return m.leads_step_reopened_before();
  return lead.awaited ? m.leads_next_none() : m.leads_next_ended();
}

function StepForm({ intent, tone, lead, todayOn, answer }: StepProps & { intent: Intent; tone: ButtonTone }) {
  const own = answer?.intent === intent ? answer : undefined;
  const other = lead.side === 'buyer' ? lead.enterprise : lead.buyer;
  const field: FieldOf = (name, given) => {
    const typed = own?.values?.[name];
    return {
      name,
      id: stepFieldId(intent, name),
      error: own?.errors?.[name],
      defaultValue: typeof typed === 'string' ? typed : (given ?? undefined),
    };
  };
  return (
    <Form method="post" className="form" noValidate aria-label={stepLabels[intent]()}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={lead.version} />
      <StepFields {...{ intent, lead, todayOn, field }} />
      <div className="actions">
        <Button tone={tone} wide>
          {stepLabels[intent]()}
        </Button>
        <p className="small soft">
          {statements[intent]({ name: other.shortName, days: lead.confirmWithinDays })}
        </p>
      </div>
    </Form>
  );
}
