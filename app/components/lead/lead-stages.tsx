import type { ReactNode } from 'react';
import { leadStateLabel } from '~/domain/leads/lead';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { workingDaysBetween } from '~/domain/working-days';
import { dayOf } from '~/format';
import * as m from '~/paraglide/messages';
import { DayText } from '../date-text';
import { Stages } from '../stages';
import { Tag, type TagTone } from '../tag';

const tones: Partial<Record<LeadDetail['state'], TagTone>> = {
  awaiting_reply: 'warn',
  delivered: 'ok',
  contracted: 'ok',
  declined: 'danger',
  terminated: 'danger',
};

/** The state of a lead in a word. */
export function LeadStateTag({ state }: { state: LeadDetail['state'] }) {
  return <Tag tone={tones[state] ?? 'neutral'}>{leadStateLabel(state)}</Tag>;
}

/** 已 4 个工作日, 今天 */
export function daysSince(at: Date, todayOn: string): string {
  const since = dayOf(at);
  if (since >= todayOn) return m.leads_days_today();
  return m.leads_days({ days: workingDaysBetween(since, todayOn) });
}

/** How far the lead has come, with the days. */
export function LeadStages({ lead }: { lead: LeadDetail }) {
  return (
    <Stages
      label={m.leads_progress()}
      stages={lead.stages.map((stage) => ({
        label: leadStateLabel(stage.stage),
        state: stage.status,
        note: stageNote(stage),
      }))}
    />
  );
}

function stageNote({ stage, status, on, trialResult }: LeadDetail['stages'][number]): ReactNode {
  if (status === 'now') return m.leads_stage_now();
  if (status === 'skipped') return m.leads_stage_skipped();
  if (status === 'ahead') return stage === 'trial' ? m.leads_stage_optional() : null;
  return (
    <>
      {on ? <DayText on={dayOf(on)} /> : null}{' '}
      {trialResult ? (trialResult === 'passed' ? m.leads_trial_passed() : m.leads_trial_failed()) : null}
    </>
  );
}
