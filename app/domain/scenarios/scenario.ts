import * as m from '~/paraglide/messages';
export { deadlineGranularities, publicScenarioStates, scenarioStates } from '#db/schema/words';
import { publicScenarioStates } from '#db/schema/words';
import type { deadlineGranularities, scenarioStates } from '#db/schema/words';

export type ScenarioState = (typeof scenarioStates)[number];
export type DeadlineGranularity = (typeof deadlineGranularities)[number];
/** What a reader sees: a published scenario with a deadline is open until it has passed, then closed (derived). */
export type ScenarioStatus = ScenarioState | 'open' | 'closed';

/** The status on `todayOn`; one without a deadline is neither open nor closed, just published. */
export function scenarioStatus(
  state: ScenarioState,
  deadlineOn: string | null,
  todayOn: string,
): ScenarioStatus {
  if (state !== 'published' || !deadlineOn) return state;
  return deadlineOn < todayOn ? 'closed' : 'open';
}

export const scenarioStatusLabel = (status: ScenarioStatus) =>
  ({
    draft: m.domain_state_draft,
    submitted: m.domain_state_submitted,
    in_review: m.domain_state_in_review,
    returned: m.domain_state_returned,
    approved: m.domain_state_approved,
    published: m.domain_state_published,
    open: m.domain_scenario_open,
    closed: m.domain_scenario_closed,
    matched: m.domain_scenario_matched,
    implementing: m.domain_scenario_implementing,
    accepted: m.domain_scenario_accepted,
    demonstrated: m.domain_scenario_demonstrated,
    rejected: m.domain_state_rejected,
    withdrawn: m.domain_state_withdrawn,
    cancelled: m.domain_state_cancelled,
  })[status]();

/** The public code's middle part for each category: S-AI-04. */
export const categoryCodes: Record<string, string> = {
  人工智能: 'AI',
  无人系统: 'UXV',
  网络安全: 'SEC',
  智慧工厂: 'FAC',
  智慧园区: 'PRK',
  智慧康养: 'CARE',
  自动驾驶: 'AD',
  新能源: 'NE',
};

export type WithdrawalRefusal = 'state' | 'role';

/** Why this person may not withdraw a scenario in this state; undefined when they may. */
export function withdrawalRefusal(
  state: ScenarioState,
  person: { role: string },
): WithdrawalRefusal | undefined {
  if (!(publicScenarioStates as readonly ScenarioState[]).includes(state)) return 'state';
  return person.role === 'publisher' ? undefined : 'role';
}

/** Whether a scenario's text may still be changed: it and its list are drafts. */
export const isEditableDraft = (scenario: { state: ScenarioState; publicationState: string | null }) =>
  scenario.publicationState === 'draft' && (scenario.state === 'draft' || scenario.state === 'returned');
