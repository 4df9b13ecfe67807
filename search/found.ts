/** The shape of an answer of `find()`: what pages, the API and feeds may rely on. No code, so that anyone may import it. */
import type { Filters } from './filters.server';
import type { TextField } from './item.server';

/** How a piece of the query was read. */
export type Reading = 'typed' | 'code' | 'pinyin' | 'initials' | 'slip' | 'quantity' | 'organisation';
/** How what was found stands to what was read: the same word, one of equal meaning, a nearer or wider one, a part. */
export type Relation = 'same' | 'synonym' | 'related' | 'part';

/**
 * A condition read out of the query and applied as a filter, until it is taken off by naming its `key` in
 * `FindInput.without`. A filter that somebody chose for the same facet goes before it.
 */
export type Inferred = {
  key: 'kind' | 'district' | 'zone' | 'recognised' | 'status' | 'batch' | 'deadline' | 'amount' | 'year';
  /** the words of the query that say so */
  said: string;
  /** what it means for this type of result: `{ district: ['雁塔区'] }`, `{ priceMax: 500000000 }` (fen) */
  filters: Filters;
  /** false when it was taken off, another filter goes before it, or nothing at all fits it */
  applied: boolean;
  /** nothing at all fits it with the rest, so it was let go */
  letGo?: true;
};

/** One idea of the query: what was typed, what it was read as, and the spellings that were searched for. */
export type Idea = { typed: string; text: string; how: Reading; spellings: string[] };

/** Why a hit is there: in which field stands which word for which piece of the query. */
export type Reason = { typed: string; word: string; field: TextField; how: Reading; relation: Relation };

/** A piece of a name; `mark` says that it is what was searched for. */
export type Segment = { text: string; mark: boolean };

export type Found = {
  /** public items of this page, in order */
  ids: string[];
  total: number;
  /** facet → value → how many there would be; a facet's own choice does not lessen its counts */
  facets: Record<string, Record<string, number>>;
  engine: 'meilisearch' | 'database';
  tookMs: number;
  /** the words to be marked in names, as `highlight()` takes them */
  marked: string[];
  /** how the query was understood */
  expanded: Idea[];
  /** words the query asks to leave out (不要摄像头) */
  excluded: string[];
  /** conditions read out of the query, applied or not */
  inferred: Inferred[];
  /** the industry or category that the query is the name of */
  field: { facet: 'industry' | 'category'; name: string } | undefined;
  /** which type the query speaks of, when it says so (…的场景, …厂家) */
  asks: 'product' | 'scenario' | undefined;
  scores: Record<string, number>;
  /** id → why it matches, the strongest first; nothing for a plain list */
  reasons: Record<string, Reason[]>;
  /** id → the pieces of the query and the conditions let go that it does not meet; absent when it meets all of them */
  partly: Record<string, string[]>;
};
