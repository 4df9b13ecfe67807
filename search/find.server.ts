import { LRUCache } from 'lru-cache';
import { explain, explained, unexplained, type Answer, type Question } from './answer.server';
import { answerByEngine } from './ask-engine.server';
import { engineStatus, EngineDown, logSearch } from './engine.server';
import { answerByDatabase } from './fallback.server';
import { searchAnswered } from './figures.server';
import { clausesOf, type Filters, type Sort } from './filters.server';
import type { Item, ItemType } from './item.server';
import { ofField } from './named-field.server';
import { indexesPrepared } from './rebuild.server';
import { strongTerms, understand, type Understanding } from './query.server';
import { readQuantityWord } from './quantity';
import { sources } from './sources.server';
import { generation, vocabulary, type Vocabulary } from './vocabulary.server';
import { inferredFilters } from './conditions';
import type { Found, Inferred } from './found';

export type { Filters, Sort } from './filters.server';
export type { ItemType } from './item.server';
export type { Found, Idea, Inferred, Reason, Segment } from './found';

export type FindInput = {
  type: ItemType;
  q?: string;
  filters?: Filters;
  sort?: Sort;
  limit?: number;
  offset?: number;
  /** conditions read out of the query that somebody has taken off */
  without?: readonly Inferred['key'][];
  /** only to compare the two: the database answers although the engine could */
  by?: 'database' | 'meilisearch';
  /** false: the caller reads the rows itself and leaves out what is not public any more */
  check?: boolean;
  /** another vocabulary than the one in force: to try a draft of it */
  words?: Vocabulary;
};

const most = { limit: 100, offset: 100_000 };
const kept = new Map<string, { at: number; generation: number; engine: Found['engine']; answer: Answer }>();
const keep = { entries: 500, ms: 20_000 };

/** Who answers searches now: the engine only when it is up and its indexes are filled. */
export const searchStatus = (): 'up' | 'down' =>
  engineStatus() === 'up' && indexesPrepared() ? 'up' : 'down';

async function answer(
  question: Question,
  by?: FindInput['by'],
): Promise<{ engine: Found['engine']; answer: Answer; isKept?: boolean }> {
  const { meaning, ...rest } = question;
  const status = by === 'database' ? 'down' : searchStatus();
  const key = JSON.stringify([
    status,
    meaning?.folded,
    meaning?.units.map((unit) => [unit.text, ...unit.spellings.map((one) => one.text)]),
    rest,
  ]);
  const before = kept.get(key);
  if (before && before.generation === generation() && Date.now() - before.at < keep.ms)
    return { ...before, isKept: true };
  const now = { at: Date.now(), generation: generation() };
  let result: { engine: Found['engine']; answer: Answer } | undefined;
  if (status === 'up') {
    try {
      result = { engine: 'meilisearch', answer: await answerByEngine(question) };
    } catch (error) {
      if (!(error instanceof EngineDown)) logSearch('warn', `Meilisearch: ${(error as Error).message}`);
    }
  }
  result ??= { engine: 'database', answer: await answerByDatabase(question) };
  kept.delete(key);
  if (status === 'down' || result.engine === 'meilisearch') kept.set(key, { ...result, ...now });
  if (kept.size > keep.entries) kept.delete(kept.keys().next().value!);
  return result;
}

const understood = new LRUCache<string, Understanding>({ max: 200 });

/** What a query means in the vocabulary in force; one page asks several times. */
async function meaningOf(q: string, off: readonly string[]): Promise<Understanding> {
  const words = await vocabulary();
  const key = JSON.stringify([generation(), q, off]);
  const before = understood.get(key);
  if (before) return before;
  const now = understand(q, words, new Set(off));
  understood.set(key, now);
  return now;
}

const nothing: Answer = { ids: [], total: 0, facets: {}, ...unexplained };

/** Filters of the query itself under those that somebody chose. */
const together = (inferred: readonly Inferred[], chosen: Filters): Filters =>
  Object.assign(
    {},
    ...inferred.filter((one) => one.applied).map((one) => one.filters),
    stated(chosen),
  ) as Filters;
const stated = (filters: Filters) =>
  Object.fromEntries(
    Object.entries(filters).filter(([, value]) =>
      Array.isArray(value) ? value.length : value !== undefined,
    ),
  );

/** What people give up most easily comes first. */
const dearest: readonly Inferred['key'][] = [
  'amount',
  'year',
  'batch',
  'deadline',
  'recognised',
  'status',
  'zone',
  'district',
  'kind',
];
/** What is left of a score when a condition was let go. */
const unmet = 0.3;
/** Which conditions to let go, one choice after the other: each alone, then all. */
function toLetGo(inferred: readonly Inferred[]): Inferred['key'][][] {
  const applied = dearest.filter((key) => inferred.some((one) => one.applied && one.key === key));
  return [...applied.map((key) => [key]), ...(applied.length > 1 ? [applied] : [])];
}

/**
 * Finds public products or scenarios. An empty `q` lists everything. In another order than relevance only what meets
 * most of the query is found. Conditions that the query speaks of (雁塔区, 在有效期, 500万以内) are applied and named in
 * `inferred`; where nothing at all fits them, the one that is in the way is let go, all of them only if that does not
 * help. Answered by Meilisearch, or by the database while that is down; ids are looked up in the database again, so that
 * what was withdrawn is gone at once.
 */
export async function find(input: FindInput): Promise<Found> {
  const started = performance.now();
  const { type, q = '', sort = 'relevance', by } = input;
  const chosen = stated(input.filters ?? {}) as Filters;
  const limit = Math.min(Math.max(0, Math.trunc(input.limit ?? 20)), most.limit);
  const offset = Math.min(Math.max(0, Math.trunc(input.offset ?? 0)), most.offset);
  const without = input.without ?? [];
  const off = new Set<string>(without);
  const said = !q.trim()
    ? undefined
    : input.words
      ? understand(q, input.words, off)
      : await meaningOf(q, without);
  const meaning = said?.saysNothing ? undefined : said;
  // without ranking nothing puts what meets a third of the query behind what meets all of it
  const asked = meaning && sort !== 'relevance' ? { ...meaning, wanted: meaning.surely } : meaning;
  let inferred = inferredFilters(type, said?.said ?? [], chosen, off);
  const ask = () =>
    answer({ type, meaning: asked, filters: together(inferred, chosen), sort, limit, offset }, by);
  const impossible = meaning && !meaning.wanted;
  const status = by === 'database' ? 'down' : searchStatus();
  let found = impossible
    ? { engine: status === 'up' ? ('meilisearch' as const) : ('database' as const), answer: nothing }
    : await ask();
  if (!impossible && meaning && !found.answer.total) {
    const said = inferred;
    for (const keys of toLetGo(said)) {
      inferred = said.map((one) =>
        one.applied && keys.includes(one.key) ? { ...one, applied: false, letGo: true } : one,
      );
      found = await ask();
      if (found.answer.total) break;
    }
  }
  const check = input.check ?? true;
  const now =
    check && found.answer.ids.length
      ? await sources[type].published(found.answer.ids)
      : new Map<string, unknown>();
  const ids = check ? found.answer.ids.filter((id) => now.has(id)) : found.answer.ids;
  const tookMs = Math.round((performance.now() - started) * 10) / 10;
  // what only counts, or is remembered, says nothing of how quick searches are
  if (limit > 0 && !impossible && !found.isKept) searchAnswered(found.engine, tookMs);
  const { scores, reasons } = found.answer;
  const letGo = inferred.filter((one) => one.letGo);
  // what does not meet a condition that was asked for stands behind what does
  const meets = letGo.length > 0 ? unmet : 1;
  const lacked = unmetBy(type, letGo.length && ids.length ? await sources[type].items(ids) : [], letGo);
  const ofShown = <T>(all: Record<string, T>) =>
    Object.fromEntries(ids.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])));
  return {
    ids,
    total: found.answer.total - (found.answer.ids.length - ids.length),
    facets: found.answer.facets,
    engine: found.engine,
    tookMs,
    marked: meaning ? strongTerms(meaning) : [],
    expanded: (meaning?.units ?? []).map(({ typed, text, how, spellings }) => ({
      typed,
      text,
      how,
      spellings: spellings.map((one) => one.text).filter((one) => !readQuantityWord(one)),
    })),
    excluded: (meaning?.excluded ?? []).map((unit) => unit.typed),
    inferred,
    field: namedFor(type, meaning),
    asks: said?.asks,
    scores: Object.fromEntries(ids.map((id) => [id, (scores[id] ?? 0) * meets])),
    reasons: ofShown(reasons),
    partly: ofShown(joined(found.answer.missing, lacked)),
  };
}

/**
 * What of a search these items lack, by id: pieces of its words, and conditions that the words set. Asked of items that a
 * search has found before, whoever answers searches now. At most five statements.
 */
export async function lackedBy(
  { type, q = '', filters = {}, without = [] }: Pick<FindInput, 'type' | 'q' | 'filters' | 'without'>,
  ids: readonly string[],
): Promise<Lacks> {
  if (!q.trim() || ids.length === 0) return {};
  const said = await meaningOf(q, without);
  const items = await sources[type].items(ids);
  const { missing } = explain(ids, explained(items, { type, meaning: said.saysNothing ? undefined : said }));
  const set = inferredFilters(type, said.said, stated(filters), new Set(without)).filter(
    (one) => one.applied,
  );
  return joined(missing, unmetBy(type, items, set));
}

/** The field that the words name, when things of this type have one. */
function namedFor(type: ItemType, meaning: Understanding | undefined): Found['field'] {
  if (!meaning?.field || !ofField(type, meaning.field)) return undefined;
  const { facet, name } = meaning.field;
  return { facet, name };
}

type Lacks = Record<string, string[]>;
/** Which of these conditions each item does not meet, in the words that set them. */
const unmetBy = (type: ItemType, items: readonly Item[], conditions: readonly Inferred[]): Lacks =>
  Object.fromEntries(
    items.flatMap((item) => {
      const lacks = conditions
        .filter((one) => !clausesOf(type, one.filters).every((clause) => clause.test(item)))
        .map((one) => one.said);
      return lacks.length > 0 ? [[item.id, lacks]] : [];
    }),
  );
/** Pieces of the words that are lacked, then conditions. */
const joined = (pieces: Lacks, conditions: Lacks): Lacks =>
  Object.fromEntries(
    [...new Set([pieces, conditions].flatMap(Object.keys))].map((id) => [
      id,
      [...(pieces[id] ?? []), ...(conditions[id] ?? [])],
    ]),
  );

/** Which type of result the words of a query speak of, if they do. */
export const asksFor = async (q: string): Promise<ItemType | undefined> =>
  q.trim() ? (await meaningOf(q, [])).asks : undefined;

/** How many products and scenarios a query finds: for tabs. */
export async function counts(q: string): Promise<Record<ItemType, number>> {
  const [product, scenario] = await Promise.all([
    find({ type: 'product', q, limit: 0 }),
    find({ type: 'scenario', q, limit: 0 }),
  ]);
  return { product: product.total, scenario: scenario.total };
}
