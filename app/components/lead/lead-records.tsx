import type { LeadDetail } from '~/domain/leads/lead-detail';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { DateText } from '../date-text';
import { Facts } from '../facts';
import { Panel } from '../panel';
import { Money } from '../price';
import { Tag } from '../tag';
import { Quantity } from './lead-facts';

const confirmationTones = { unconfirmed: 'warn', confirmed: 'ok', disputed: 'danger' } as const;
const confirmationLabels = {
  unconfirmed: m.domain_confirmation_unconfirmed,
  confirmed: m.domain_confirmation_confirmed,
  disputed: m.domain_confirmation_disputed,
};

/** Whether both sides stand by a purchase record. */
export function ConfirmationTag({
  confirmation,
}: {
  confirmation: 'unconfirmed' | 'confirmed' | 'disputed';
}) {
  return <Tag tone={confirmationTones[confirmation]}>{confirmationLabels[confirmation]()}</Tag>;
}

/** The procurement record that came of the lead. */
export function LeadPurchaseFacts({ lead }: { lead: LeadDetail }) {
  const { purchase } = lead;
  if (!purchase) return null;
  return (
    <Panel title={m.leads_purchase()}>
      <Facts
        facts={[
          { label: m.leads_purchase_code(), value: <span className="num">{purchase.code}</span> },
          { label: m.leads_purchase_contract(), value: purchase.contractNumber },
          { label: m.leads_purchase_signed(), value: <DateText on={purchase.contractedOn} /> },
          { label: m.leads_purchase_amount(), value: <Money fen={purchase.amount} /> },
          { label: m.leads_fact_method(), value: termLabel(purchase.method) },
          {
            label: m.leads_fact_need(),
            value: purchase.quantity ? <Quantity quantity={purchase.quantity} unit={purchase.unit} /> : null,
          },
          {
            label: m.leads_purchase_state(),
            value: (
              <>
                <ConfirmationTag confirmation={purchase.confirmation} />
                {purchase.disputeNote ? <p className="small">{purchase.disputeNote}</p> : null}
                {purchase.state === 'terminated' ? (
                  <p className="small soft">{m.leads_purchase_terminated()}</p>
                ) : null}
              </>
            ),
          },
          {
            label: m.leads_purchase_accepted(),
            value: purchase.acceptedOn ? <DateText on={purchase.acceptedOn} /> : null,
          },
          { label: m.leads_f_evidence(), value: purchase.acceptanceEvidence },
        ]}
      />
    </Panel>
  );
}

/** The trials within the lead. */
export function LeadTrials({ lead }: { lead: LeadDetail }) {
  if (lead.trials.length === 0) return null;
  return (
    <Panel title={m.leads_trials()}>
      <Facts
        facts={lead.trials.map((trial) => ({
          label: trial.site,
          value: (
            <>
              <DateText on={trial.startedOn} />
              {trial.endedOn ? (
                <>
                  {' – '}
                  <DateText on={trial.endedOn} />
                </>
              ) : null}{' '}
              <Tag
                tone={
                  trial.result === 'passed'
                    ? 'ok'
                    : trial.result === 'failed'
                      ? 'danger'
                      : trial.endedOn
                        ? 'neutral'
                        : 'info'
                }
              >
                {trial.result === 'passed'
                  ? m.leads_trial_passed()
                  : trial.result === 'failed'
                    ? m.leads_trial_failed()
                    : trial.endedOn
                      ? m.leads_trial_no_result()
                      : m.leads_trial_running()}
              </Tag>
            </>
          ),
        }))}
      />
    </Panel>
  );
}
