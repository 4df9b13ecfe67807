/** The closed word lists of the domain, as the database checks them. Labels live in the domain. */
export const organisationKinds = ['enterprise', 'buyer', 'bureau'] as const;
export const roles = ['owner', 'editor', 'handler', 'approver', 'reviewer', 'publisher'] as const;
export const publicationKinds = ['scenario-list', 'catalogue'] as const;
export const publicationStates = ['draft', 'submitted', 'published'] as const;
export const scenarioStates = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'approved',
  'published',
  'matched',
  'implementing',
  'accepted',
  'demonstrated',
  'rejected',
  'withdrawn',
  'cancelled',
] as const;
/** States in which a visitor may read a scenario; a withdrawn one keeps its page. */
export const publicScenarioStates = [
  'published',
  'matched',
  'implementing',
  'accepted',
  'demonstrated',
] as const;
export const deadlineGranularities = ['day', 'month', 'quarter', 'half-year'] as const;
export const productKinds = ['first-unit', 'first-batch', 'first-version'] as const;
export const productStates = ['draft', 'published', 'withdrawn'] as const;
export const recognitionStates = [
  'draft',
  'submitted',
  'first_check',
  'returned',
  'expert_review',
  'public_notice',
  'recognised',
  'rejected',
  'withdrawn',
  'suspended',
  'revoked',
  'superseded',
] as const;
export const trialPolicies = ['free', 'paid', 'none'] as const;
export const offeringStates = ['draft', 'published', 'withdrawn'] as const;
export const responseStates = ['submitted', 'withdrawn'] as const;
export const leadOrigins = ['enquiry', 'response', 'introduction'] as const;
export const openLeadStates = [
  'new',
  'awaiting_reply',
  'in_contact',
  'trial',
  'procuring',
  'contracted',
] as const;
export const endedLeadStates = [
  'delivered',
  'declined',
  'withdrawn',
  'lapsed',
  'closed_lost',
  'terminated',
] as const;
export const leadStates = [...openLeadStates, ...endedLeadStates] as const;
export const leadSides = ['buyer', 'enterprise', 'bureau', 'system'] as const;
export const leadEventKinds = [
  'opened',
  'moved',
  'message',
  'confirmed',
  'disputed',
  'corrected',
  'trial_result',
] as const;
export const trialResults = ['passed', 'failed'] as const;
export const purchaseStates = [
  'planned',
  'announced',
  'awarded',
  'contracted',
  'accepted',
  'settled',
  'cancelled',
  'terminated',
  'voided',
] as const;
/** A purchase counts from its contract on, unless it was called off or found void. */
export const countedPurchaseStates = ['contracted', 'accepted', 'settled'] as const;
export const confirmations = ['unconfirmed', 'confirmed', 'disputed'] as const;
export const searchTypes = ['product', 'scenario'] as const;
/** What a search for words is counted by: the tabs of the search page. */
export const countedTypes = [...searchTypes, 'publication', 'organisation'] as const;
export type CountedType = (typeof countedTypes)[number];
/** How often a saved search tells of new hits by mail. */
export const alertFrequencies = ['at_once', 'daily', 'weekly', 'off'] as const;
export const vocabularyStates = ['draft', 'published', 'withdrawn'] as const;
export type VocabularyState = (typeof vocabularyStates)[number];
