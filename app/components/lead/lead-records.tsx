import type { LeadDetail } from '~/domain/leads/lead-detail';
import { termLabel } from '~/domain/terms';
import { dayOf } from '~/format';
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

const nameMatchText = (match: boolean | null) =>
  match === null
    ? m.leads_purchase_names_unknown()
    : match
      ? m.leads_purchase_names_same()
      : m.leads_purchase_names_differ();

/** A mark of the whole city went to this record or left it. */
function markMoveText({ kind, gained }: { kind: 'purchase' | 'use'; gained: boolean }): string {
  if (kind === 'purchase') return gained ? m.leads_mark_purchase_gained() : m.leads_mark_purchase_lost();
  return gained ? m.leads_mark_use_gained() : m.leads_mark_use_lost();
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
            label: m.leads_purchase_window(),
            value: purchase.inWindow ? m.leads_purchase_in_window() : m.leads_purchase_outside(),
          },
          {
            label: m.leads_purchase_names(),
            value: (
              <>
                {nameMatchText(purchase.nameMatch)}
                {purchase.nameMatch === false ? (
                  <p className="small">{[purchase.productName, purchase.producerName].join('　')}</p>
                ) : null}
              </>
            ),
          },
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
          {
            label: m.leads_purchase_marks(),
            value: purchase.moves.length
              ? purchase.moves.map((move) => (
                  <p key={`${move.kind}-${String(move.at)}`} className="small">
                    <DateText on={dayOf(move.at)} /> {markMoveText(move)}
                  </p>
                ))
              : null,
          },
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
