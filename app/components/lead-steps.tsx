import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { leadMove, type LeadMove } from '~/domain/leads/lead';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { lossReasons, procurementMethodNames, termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { Button, type ButtonTone } from './button';
import { FieldGroup, RadioGroup } from './choice-field';
import { DateField, MoneyField, NumberField, SelectField, TextAreaField, TextField } from './form-field';
import { Panel } from './panel';

/** What the action said about one of the forms: what was typed there, and what is wrong with it. */
export interface StepAnswer {
  intent?: string;
  values?: Readonly<Record<string, string | string[] | undefined>>;
  errors?: Readonly<Record<string, string | undefined>>;
}

type Intent = Exclude<LeadMove, 'offer' | 'lapse'> | 'confirm' | 'dispute';
interface StepProps {
  lead: LeadDetail;
  todayOn: string;
  answer?: StepAnswer | null;
}

/** The id of a field on the lead page, where several forms stand beside each other. */
export const stepFieldId = (intent: string, name: string) => `${intent}-${name}`;

/** The form that comes first for each state and side, and those that stand behind it. */
export function stepsOf(lead: LeadDetail): { first: Intent | undefined; others: Intent[] } {
  if (lead.side === 'bureau') return { first: undefined, others: [] };
  const side = lead.side;
  const wanted: Intent[] = [
    'accept',
    'decline',
    'withdraw',
    'record_trial',
    'record_contract',
    'record_delivery',
    'start_procuring',
    'start_trial',
    'close_lost',
    'terminate',
    lead.contactsShared ? 'reopen' : 'reopen_enquiry',
  ];
  const open = wanted.filter((intent) => {
    if (intent.startsWith('reopen') && lead.reopenedBefore) return false;
    return leadMove(intent as LeadMove, lead.state, side).ok;
  });
  if (side === 'enterprise' && lead.purchase && ['contracted', 'delivered'].includes(lead.state)) {
    if (lead.purchase.confirmation === 'unconfirmed') open.unshift('confirm', 'dispute');
    if (lead.purchase.confirmation === 'disputed') open.unshift('confirm');
  }
  const leading = open[0] && !['withdraw', 'close_lost', 'terminate'].includes(open[0]) ? open[0] : undefined;
  return { first: leading, others: open.filter((intent) => intent !== leading) };
}

const labels: Record<Intent, () => string> = {
  accept: m.leads_step_accept,
  decline: m.leads_step_decline,
  withdraw: m.leads_step_withdraw,
  start_trial: m.leads_step_start_trial,
  record_trial: m.leads_step_record_trial,
  start_procuring: m.leads_step_start_procuring,
  record_contract: m.leads_step_record_contract,
  record_delivery: m.leads_step_record_delivery,
  close_lost: m.leads_step_close_lost,
  terminate: m.leads_step_terminate,
  reopen: m.leads_step_reopen,
  reopen_enquiry: m.leads_step_reopen,
  confirm: m.leads_step_confirm,
  dispute: m.leads_step_dispute,
};
const statements: Record<Intent, (named: { name: string }) => string> = {
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
};

/** The next step with its form, and the other steps behind a click each. Works without scripts. */
export function LeadSteps({ lead, todayOn, answer }: StepProps) {
  const { first, others } = stepsOf(lead);
  const title = first
    ? m.leads_next_title({ step: first === 'confirm' ? m.leads_step_confirm_title() : labels[first]() })
    : m.leads_next();
  return (
    <Panel title={title} act>
      {first ? (
        <StepForm intent={first} tone="commit" {...{ lead, todayOn, answer }} />
      ) : (
        <p className="soft">{idleText(lead)}</p>
      )}
      {others.length > 0 ? (
        <>
          <hr />
          <div className="stack">
            {others.map((intent) => (
              <details key={intent} open={answer?.intent === intent || undefined}>
                <summary>{labels[intent]()}</summary>
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
    <Form method="post" className="form" noValidate aria-label={labels[intent]()}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={lead.version} />
      <StepFields {...{ intent, lead, todayOn, field }} />
      <div className="actions">
        <Button tone={tone} wide>
          {labels[intent]()}
        </Button>
        <p className="small soft">{statements[intent]({ name: other.shortName })}</p>
      </div>
    </Form>
  );
}

type FieldOf = (
  name: string,
  given?: string | null,
) => { name: string; id: string; error: string | undefined; defaultValue: string | undefined };
interface FieldsProps {
  intent: Intent;
  lead: LeadDetail;
  todayOn: string;
  field: FieldOf;
}

function StepFields({ intent, lead, todayOn, field }: FieldsProps): ReactNode {
  switch (intent) {
    case 'decline':
    case 'close_lost':
      return (
        <>
          <SelectField
            {...field('reason')}
            label={m.leads_f_reason()}
            placeholder={m.leads_f_reason_choose()}
            options={lossReasons.map((reason) => ({ value: reason, label: termLabel(reason) }))}
          />
          <TextAreaField
            {...field('note')}
            label={m.leads_f_note()}
            hint={m.leads_f_note_other_hint()}
            rows={3}
            maxLength={500}
            optional
          />
        </>
      );
    case 'terminate':
      return <TextAreaField {...field('note')} label={m.leads_f_note()} rows={3} maxLength={500} />;
    case 'dispute':
      return <TextAreaField {...field('note')} label={m.leads_f_dispute()} rows={3} maxLength={500} />;
    case 'start_trial':
      return (
        <>
          <TextField {...field('site')} label={m.leads_f_site()} maxLength={100} />
          <DateField {...field('startedOn', todayOn)} label={m.leads_f_started()} />
        </>
      );
    case 'record_trial':
      return (
        <>
          <RadioGroup
            {...field('result')}
            label={m.leads_f_result()}
            options={[
              { value: 'passed', label: m.leads_trial_passed() },
              { value: 'failed', label: m.leads_trial_failed() },
            ]}
          />
          <DateField {...field('endedOn')} label={m.leads_f_ended()} max={todayOn} />
          <TextAreaField {...field('note')} label={m.leads_f_note()} rows={3} maxLength={2000} optional />
        </>
      );
    case 'start_procuring':
      return (
        <>
          <MethodField {...field('method')} />
          <DateField
            {...field('plannedMonth', lead.neededBy)}
            label={m.leads_f_planned()}
            month
            min={todayOn.slice(0, 7)}
          />
          <MoneyField {...field('budget', wanText(lead.budget))} label={m.leads_budget()} unit="wan" />
        </>
      );
    case 'record_contract':
      return <ContractFields {...{ lead, todayOn, field }} />;
    case 'record_delivery':
      return (
        <>
          <DateField
            {...field('acceptedOn')}
            label={m.leads_f_accepted()}
            min={lead.purchase?.contractedOn}
            max={todayOn}
          />
          <TextAreaField
            {...field('evidence')}
            label={m.leads_f_evidence()}
            hint={m.leads_f_evidence_hint()}
            rows={3}
            maxLength={1000}
          />
        </>
      );
    default:
      return null;
  }
}

const wanText = (fen: number | null) => (fen === null ? undefined : String(fen / 1_000_000));

function MethodField(field: ReturnType<FieldOf>) {
  return (
    <SelectField
      {...field}
      label={m.leads_f_method()}
      placeholder={m.leads_f_reason_choose()}
      options={procurementMethodNames.map((method) => ({ value: method, label: termLabel(method) }))}
    />
  );
}

function ContractFields({ lead, todayOn, field }: Omit<FieldsProps, 'intent'>) {
  const amount = field('amount');
  const unit = field('amountUnit', 'wan');
  return (
    <>
      <TextField {...field('contractNumber')} label={m.leads_f_contract_number()} maxLength={60} />
      <DateField {...field('contractedOn')} label={m.leads_f_contracted()} max={todayOn} />
      <FieldGroup id={`${amount.id}-group`} label={m.leads_f_amount()} error={amount.error}>
        <label className="vh" htmlFor={amount.id}>
          {m.leads_f_amount()}
        </label>
        <input
          className={amount.error ? 'input w-s n-in wrong' : 'input w-s n-in'}
          id={amount.id}
          name={amount.name}
          defaultValue={amount.defaultValue}
          inputMode="decimal"
          autoComplete="off"
          aria-required
          aria-invalid={amount.error ? true : undefined}
          aria-describedby={amount.error ? `${amount.id}-group-error` : undefined}
        />
        <label className="vh" htmlFor={unit.id}>
          {m.leads_f_amount_unit()}
        </label>
        <select className="input w-xs" id={unit.id} name={unit.name} defaultValue={unit.defaultValue}>
          <option value="wan">{m.common_unit_wan()}</option>
          <option value="yuan">{m.common_unit_yuan()}</option>
        </select>
      </FieldGroup>
      <MethodField {...field('method', lead.method)} />
      <NumberField
        {...field('quantity', lead.quantity === null ? undefined : String(lead.quantity))}
        label={m.leads_quantity()}
        affix={lead.unit ?? undefined}
        optional
      />
    </>
  );
}

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
