import { alertFrequencies } from '#db/schema/words';
import * as m from '~/paraglide/messages';
import { openChoices, readSearchQuery, searchParams, type SearchQuery } from '../search/search-query';
import { withQuery } from '~/paths';

export { alertFrequencies };
export type AlertFrequency = (typeof alertFrequencies)[number];

/** How many searches one person may keep, and how much one may find: mail about more helps nobody. */
export const mostSavedSearches = 50;
export const mostSavedHits = 1000;
export const longestSavedLabel = 60;

export const alertFrequencyLabel = (frequency: AlertFrequency) =>
  ({
    at_once: m.searches_at_once,
    daily: m.searches_daily,
    weekly: m.searches_weekly,
    off: m.searches_off,
  })[frequency]();

/** The search in its shortest form, without order and page: two addresses of one search are the same text. */
export function savedQueryText(query: SearchQuery): string {
  const { type: _type, ...params } = searchParams({ ...query, sort: 'relevance', page: 1 }, 'search');
  return withQuery('', params).slice(1);
}

/** The search that was saved as this text. A word that nothing has any more stays: without it the search would find more. */
export function readSavedQuery(type: SearchQuery['type'], text: string): SearchQuery {
  const params = new URLSearchParams(text);
  const asSaved = Object.fromEntries(openChoices.map((name) => [name, params.getAll(name)]));
  return readSearchQuery(params, type, asSaved).query;
}

/**
 * When a search is looked at next: each day or each Monday at 08:00 in Xi'an (UTC+8, no summer time). Null for the
 * others: `at_once` goes by what changes.
 */
export function nextLook(frequency: AlertFrequency, now: Date): Date | null {
  if (frequency !== 'daily' && frequency !== 'weekly') return null;
  const dayMs = 86_400_000;
  // 08:00 in Xi'an is 00:00 UTC.
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs;
  const days = frequency === 'daily' ? 1 : (8 - new Date(midnight).getUTCDay()) % 7 || 7;
  return new Date(midnight + days * dayMs);
}
