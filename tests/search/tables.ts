import { type canaries, type hiddenStates } from './canaries';

/**
 * What each table holds. `public`: everything in it may be read by everybody. `technical`: no text that a person wrote.
 * Otherwise the canaries that lie in it and, when it has states, of which kind of record each hidden state has one;
 * `every` when no state of it is public.
 */
export type Holds =
  | 'public'
  | 'technical'
  | { words: readonly (keyof typeof canaries)[]; states?: keyof typeof hiddenStates | 'every' };

export const tables: Record<string, Holds> = {
  organisations: { words: ['organisationContact', 'organisationPhone'] },
  users: { words: ['personName', 'personEmail', 'personPhone'] },
  memberships: 'technical',
  sessions: { words: ['session'] },
  policies: 'public',
  procurement_items: 'public',
  publications: { words: [], states: 'publication' },
  scenarios: { words: ['scenarioContact', 'scenarioPhone', 'scenarioReason'], states: 'scenario' },
  products: { words: ['productNote', 'withdrawnLinkedProduct'], states: 'product' },
  product_versions: { words: ['oldVersion'] },
  product_scenarios: 'technical',
  recognitions: { words: ['draftRecognition', 'earlyDecision'], states: 'recognition' },
  offerings: { words: [], states: 'offering' },
  responses: { words: ['response', 'withdrawnResponse'], states: 'every' },
  intentions: 'public',
  leads: { words: ['leadPurpose', 'leadReason'], states: 'every' },
  lead_events: { words: ['letter', 'letterData'] },
  trials: { words: ['failedTrialSite', 'failedTrialNote', 'passedTrial', 'runningTrial'] },
  purchases: { words: ['acceptanceEvidence', 'dispute'], states: 'purchase' },
  audit: { words: ['audit'] },
  search_outbox: 'technical',
  // made of what is public, and looked through itself
  search_words: 'public',
  saved_searches: { words: ['savedSearch'] },
  saved_search_hits: 'technical',
  mails: { words: ['mail'] },
  search_terms: { words: ['searchTerm'] },
  search_opens: { words: ['openedCode'] },
  vocabulary_groups: { words: ['groupNote', 'draftReplacement'], states: 'group' },
  leases: 'technical',
  counters: 'technical',
  attempts: 'technical',
  form_keys: { words: ['formLedTo'] },
  shortlists: { words: ['shortlist'] },
  shortlist_items: { words: ['shortlistNote'] },
};
