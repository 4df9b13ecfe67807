import type { Reason } from './found';
import type { Filters, Sort } from './filters.server';
import type { ItemType } from './item.server';
import type { Understanding } from './query.server';
import { rank, type Rankable, type Ranked } from './rank.server';

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
  /** of the hits on the page: why they are there, and which pieces of the query they lack */
  reasons: Record<string, Reason[]>;
  missing: Record<string, string[]>;
  total: number;
  facets: Record<string, Record<string, number>>;
};

/** Counts of nothing yet, by values of the database: none of them is there before it was counted, not even `constructor`. */
export const tally = () => Object.create(null) as Record<string, number>;

/** The first so many of the relevance order are ranked by us; what comes after is in the order of publication. */
export const rankedCandidates = 60;

/** Hits in an order that is not ours, looked at for why they are there; nothing to say of a plain list. */
export const explained = <T extends Rankable>(
  hits: readonly T[],
  { meaning, type }: Pick<Question, 'meaning' | 'type'>,
): Ranked<T>[] => (meaning ? rank(hits, meaning, type) : []);

/** What a page tells of its hits. */
export function explain(ids: readonly string[], ranked: readonly Ranked<{ id: string }>[]) {
  const shown = new Set(ids);
  const some = ranked.filter((one) => shown.has(one.item.id));
  return {
    scores: Object.fromEntries(ranked.map((one) => [one.item.id, one.score])),
    reasons: Object.fromEntries(some.map((one) => [one.item.id, one.reasons])),
    missing: Object.fromEntries(
      some.filter((one) => one.missing.length).map((one) => [one.item.id, one.missing]),
    ),
  };
}
/** The same where there is nothing to tell. */
export const unexplained = { scores: {}, reasons: {}, missing: {} };
