import type { Filters, Sort } from './filters.server';
import type { ItemType } from './item.server';
import type { Understanding } from './query.server';

/** A question that is understood: what engine and database both answer. `meaning` is undefined for a plain list. */
export type Question = {
  type: ItemType;
  meaning: Understanding | undefined;
  filters: Filters;
  sort: Sort;
  limit: number;
  offset: number;
};

/** Ids of one page in order with their scores, how many there are, and how many each facet value would give. */
export type Answer = {
  ids: string[];
  scores: Record<string, number>;
  total: number;
  facets: Record<string, Record<string, number>>;
};

/** The first so many of the relevance order are ranked by us; what comes after is in the order of publication. */
export const rankedCandidates = 60;
