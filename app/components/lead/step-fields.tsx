import type { ReactNode } from 'react';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { lossReasons, procurementMethodNames, terminationReasons, termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { FieldGroup, RadioGroup } from '../choice-field';
import { DateField, MoneyField, NumberField, SelectField, TextAreaField, TextField } from '../form-field';
import type { Intent } from './lead-step';

/** Makes the properties of a field: its name, what was typed or `given`, and what is wrong with it. */
export type FieldOf = (
  name: string,
  given?: string | null,
) => { name: string; id: string; error: string | undefined; defaultValue: string | undefined };
interface FieldsProps {
  intent: Intent;
  lead: LeadDetail;
  todayOn: string;
  field: FieldOf;
}

/** The fields that a step asks for. */
export function StepFields({ intent, lead, todayOn, field }: FieldsProps): ReactNode {
  switch (intent) {
    case 'decline':
    case 'close_lost':
    case 'terminate':
      return (
        <>
          <SelectField
            {...field('reason')}
            label={m.leads_f_reason()}
            placeholder={m.leads_f_reason_choose()}
            options={(intent === 'terminate' ? terminationReasons : lossReasons).map((reason) => ({
              value: reason,
              label: termLabel(reason),
            }))}
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
    case 'correct':
      return (
        <>
          <ContractFields {...{ lead, todayOn, field }} recorded={lead.purchase} />
          <TextAreaField {...field('note')} label={m.leads_f_correction()} rows={3} maxLength={500} />
        </>
      );
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

/** The fields of a contract, filled with what was `recorded` of it or else with what the lead knows. */
function ContractFields({
  lead,
  todayOn,
  field,
  recorded,
}: Omit<FieldsProps, 'intent'> & { recorded?: LeadDetail['purchase'] }) {
  const amount = field('amount', wanText(recorded?.amount ?? null));
  const quantity = recorded ? recorded.quantity : lead.quantity;
  const unit = field('amountUnit', 'wan');
  return (
    <>
      <TextField
        {...field('contractNumber', recorded?.contractNumber)}
        label={m.leads_f_contract_number()}
        maxLength={60}
      />
      <DateField
        {...field('contractedOn', recorded?.contractedOn)}
        label={m.leads_f_contracted()}
        max={todayOn}
      />
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
      <MethodField {...field('method', recorded?.method ?? lead.method)} />
      <NumberField
        {...field('quantity', quantity === null ? undefined : String(quantity))}
        label={m.leads_quantity()}
        affix={lead.unit ? termLabel(lead.unit) : undefined}
        optional
      />
      <TextField
        {...field('productName', recorded ? recorded.productName : lead.product.name)}
        label={m.leads_f_product_name()}
        hint={m.leads_f_names_hint()}
        maxLength={200}
        optional
      />
      <TextField
        {...field('producerName', recorded ? recorded.producerName : lead.enterprise.name)}
        label={m.leads_f_producer_name()}
        maxLength={200}
        optional
      />
    </>
  );
}
