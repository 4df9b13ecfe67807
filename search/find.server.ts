import type { Answer, Question } from './answer.server';
import { answerByEngine } from './ask-engine.server';
import { engineStatus, EngineDown, logSearch } from './engine.server';
import { answerByDatabase } from './fallback.server';
import { searchAnswered } from './figures.server';
import type { Filters, Sort } from './filters.server';
import type { ItemType } from './item.server';
import { indexesPrepared } from './rebuild.server';
import { understand, type Understanding } from './query.server';
import { sources } from './sources.server';
import { highlight, isHan, fold, type Segment } from './text.server';
import { generation, vocabulary, type Name } from './vocabulary.server';

export type { Filters, Sort } from './filters.server';
export type { ItemType } from './item.server';
export type { Segment } from './text.server';

export type FindInput = {
  type: ItemType;
  q?: string;
  filters?: Filters;
  sort?: Sort;
  limit?: number;
  offset?: number;
};

export type Found = {
  /** public items of this page, in order */
  ids: string[];
  total: number;
  /** facet → value → how many there would be; a facet's own choice does not lessen its counts */
  facets: Record<string, Record<string, number>>;
  engine: 'meilisearch' | 'database';
  tookMs: number;
  /** id → the name in pieces, those that were searched for marked */
  highlights: Record<string, Segment[]>;
  /** how the query was understood: each of its ideas with the spellings that were searched for */
  expanded: { text: string; spellings: string[] }[];
  scores: Record<string, number>;
};

const most = { limit: 100, offset: 100_000 };
const kept = new Map<string, { at: number; generation: number; engine: Found['engine']; answer: Answer }>();
const keep = { entries: 500, ms: 20_000 };

/** Who answers searches now: the engine only when it is up and its indexes are filled. */
export const searchStatus = (): 'up' | 'down' =>
  engineStatus() === 'up' && indexesPrepared() ? 'up' : 'down';

async function answer(question: Question): Promise<{ engine: Found['engine']; answer: Answer }> {
  const { meaning, ...rest } = question;
  const status = searchStatus();
  const key = JSON.stringify([status, meaning?.folded, rest]);
  const before = kept.get(key);
  if (before && before.generation === generation() && Date.now() - before.at < keep.ms) return before;
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

const nothing: Answer = { ids: [], scores: {}, total: 0, facets: {} };

/** Strong spellings of a query, for marking names. */
const markedTerms = (meaning: Understanding | undefined) =>
  meaning?.units.flatMap((unit) => unit.spellings.filter((one) => one.weight > 0.4).map((one) => one.text)) ??
  [];

/**
 * Finds public products or scenarios. An empty `q` lists everything. Answered by Meilisearch, or by the database while
 * that is down; ids are looked up in the database again, so that what was withdrawn is gone at once.
 */
export async function find(input: FindInput): Promise<Found> {
  const started = performance.now();
  const { type, q = '', filters = {}, sort = 'relevance' } = input;
  const limit = Math.min(Math.max(0, Math.trunc(input.limit ?? 20)), most.limit);
  const offset = Math.min(Math.max(0, Math.trunc(input.offset ?? 0)), most.offset);
  const said = q.trim() ? understand(q, await vocabulary()) : undefined;
  const meaning = said?.saysNothing ? undefined : said;
  const impossible = meaning && !meaning.wanted;
  const found = impossible
    ? { engine: searchStatus() === 'up' ? ('meilisearch' as const) : ('database' as const), answer: nothing }
    : await answer({ type, meaning, filters, sort, limit, offset });
  const now = found.answer.ids.length
    ? await sources[type].published(found.answer.ids)
    : new Map<string, never>();
  const ids = found.answer.ids.filter((id) => now.has(id));
  const terms = markedTerms(meaning);
  const tookMs = Math.round((performance.now() - started) * 10) / 10;
  searchAnswered(found.engine, tookMs);
  return {
    ids,
    total: found.answer.total - (found.answer.ids.length - ids.length),
    facets: found.answer.facets,
    engine: found.engine,
    tookMs,
    highlights: Object.fromEntries(ids.map((id) => [id, highlight(now.get(id)!.title, terms)])),
    expanded: (meaning?.units ?? []).map((unit) => ({
      text: unit.text,
      spellings: unit.spellings.map((one) => one.text),
    })),
    scores: Object.fromEntries(ids.map((id) => [id, found.answer.scores[id] ?? 0])),
  };
}

/** How many products and scenarios a query finds: for tabs. */
export async function counts(q: string): Promise<Record<ItemType, number>> {
  const [product, scenario] = await Promise.all([
    find({ type: 'product', q, limit: 0 }),
    find({ type: 'scenario', q, limit: 0 }),
  ]);
  return { product: product.total, scenario: scenario.total };
}

export type Suggestion = { type: ItemType; label: string; code: string; id: string };

/** Names that go on as `q` begins: characters, pinyin, initials, or a word of equal meaning. At most `limit`. */
export async function suggest(q: string, limit = 8): Promise<Suggestion[]> {
  const typed = fold(q.slice(0, 60));
  if (!typed) return [];
  const words = await vocabulary();
  const latin = /^[a-z0-9 ]+$/.test(typed) ? typed.replaceAll(' ', '') : '';
  const best: { name: Name; at: number }[] = [];
  const collect = (place: (name: Name) => number) => {
    for (const name of words.names.values()) {
      const at = place(name);
      if (at < Infinity) best.push({ name, at });
    }
  };
  collect((name) => {
    if (name.folded.startsWith(typed) || name.code.toLowerCase().startsWith(typed)) return 0;
    if (name.folded.includes(typed)) return 1;
    return latin.length > 1 && (name.full.startsWith(latin) || name.initials.startsWith(latin))
      ? 2
      : Infinity;
  });
  if (best.length < limit) {
    const had = new Set(best.map((one) => one.name.id));
    const meant = markedTerms(understand(typed, words))
      .filter((term) => isHan(term) || term.length > 2)
      .slice(0, 4);
    collect((name) => {
      if (had.has(name.id)) return Infinity;
      if (meant.some((term) => name.folded.includes(term))) return 3;
      return latin.length > 2 && name.full.includes(latin) ? 4 : Infinity;
    });
  }
  best.sort(
    (a, b) =>
      a.at - b.at || a.name.label.length - b.name.label.length || (a.name.code < b.name.code ? -1 : 1),
  );
  const first = best.slice(0, limit * 2).map((one) => one.name);
  const now = new Map<string, { code: string; title: string }>();
  for (const type of ['product', 'scenario'] as const) {
    const ids = first.filter((name) => name.type === type).map((name) => name.id);
    if (ids.length) for (const [id, item] of await sources[type].published(ids)) now.set(id, item);
  }
  return first
    .filter((name) => now.has(name.id))
    .slice(0, limit)
    .map(({ type, id }) => ({ type, id, label: now.get(id)!.title, code: now.get(id)!.code }));
}
