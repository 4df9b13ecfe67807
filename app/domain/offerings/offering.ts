import * as m from '~/paraglide/messages';
export { offeringStates, trialPolicies } from '#db/schema/words';
import type { offeringStates, trialPolicies } from '#db/schema/words';

export type OfferingState = (typeof offeringStates)[number];
export type TrialPolicy = (typeof trialPolicies)[number];

export const trialPolicyLabel = (policy: TrialPolicy) =>
  ({ free: m.domain_trial_free, paid: m.domain_trial_paid, none: m.domain_trial_none })[policy]();

/** Whether terms hold on `todayOn`: published, and their last day has not passed. */
export const isOfferingOpen = (
  offering: { state: OfferingState; validUntilOn: string | null },
  todayOn: string,
) => offering.state === 'published' && (offering.validUntilOn === null || todayOn <= offering.validUntilOn);
