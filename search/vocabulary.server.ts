import { setImmediate as breathe } from 'node:timers/promises';
import { asc, count, gt, max } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, searchWords } from '#db/schema';
import type { ItemType } from './item.server';
import { allSources } from './sources.server';
import { knownTerms } from './synonyms';
import { fold, isHan, pinyinOf, quickPinyinOf, segment, wordsOf } from './text.server';

/** A name that can be completed while it is typed. */
export type Name = {
  type: ItemType;
  id: string;
  code: string;
  label: string;
  folded: string;
  full: string;
  initials: string;
};

const longestTerm = 12;
const wordPart = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);

/**
 * What the corpus says: how many items hold each word, the names, and the terms that a query is cut into. Kept in
 * memory; loaded from `search_words` once and kept in step by the outbox worker.
 */
export class Vocabulary {
  size = 0;
  readonly names = new Map<string, Name>();
  /** Terms that queries are cut into: the thesaurus and the short names of organisations. */
  readonly cuts = new Set<string>(knownTerms);
  /** Those and the words of names: what pinyin may stand for. */
  private readonly terms = new Set<string>();
  private readonly frequency = new Map<string, number>();
  private readonly byPinyin = new Map<string, Set<string>>();
  private readonly byInitials = new Map<string, Set<string>>();

  constructor() {
    for (const term of knownTerms) this.learn(term);
  }

  /** Adds a term that pinyin may stand for. */
  learn(term: string) {
    if (this.terms.has(term) || term.length < 2 || term.length > longestTerm * 3) return;
    this.terms.add(term);
    if (!isHan(term) || term.length > longestTerm) return;
    const { full, initials, syllables } = pinyinOf(term);
    put(this.byPinyin, full, term);
    if (syllables.length >= 2) put(this.byInitials, initials, term);
  }

  /** Notes that an item's words changed; `undefined` is an item that was not there or is no more. */
  replace(before: readonly string[] | undefined, after: readonly string[] | undefined) {
    for (const word of before ?? []) {
      const left = (this.frequency.get(word) ?? 0) - 1;
      if (left > 0) this.frequency.set(word, left);
      else this.frequency.delete(word);
    }
    for (const word of after ?? []) this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1);
    this.size += (after ? 1 : 0) - (before ? 1 : 0);
  }

  name(type: ItemType, id: string, item: { code: string; title: string }) {
    const folded = fold(item.title);
    this.names.set(id, { type, id, code: item.code, label: item.title, folded, ...quickPinyinOf(folded) });
    const words = segment(folded).filter((word) => word.length >= 2 || isHan(word));
    words.forEach((word, i) => {
      this.learn(word);
      const next = words[i + 1];
      if (next && isHan(word) && isHan(next) && folded.includes(word + next)) this.learn(word + next);
    });
  }

  forget(id: string) {
    this.names.delete(id);
  }

  /** The longest term that begins at `at`, not breaking a Latin word. */
  cutAt(text: string, at: number): string | undefined {
    if (wordPart(text[at - 1]) && wordPart(text[at])) return undefined;
    for (let length = Math.min(longestTerm * 3, text.length - at); length >= 2; length--) {
      const term = text.slice(at, at + length);
      if (this.cuts.has(term) && !(wordPart(term.at(-1)) && wordPart(text[at + length]))) return term;
    }
    return undefined;
  }

  /** About how many items hold the term: the rarest of its words. */
  count(term: string): number {
    const words = wordsOf(term, 'asked');
    if (!words.length) return 0;
    return Math.min(...words.map((word) => this.frequency.get(word) ?? 0));
  }

  /** Terms of the corpus that are read like this, the most common first. */
  readAs(latin: string): string[] {
    return this.present(this.byPinyin.get(latin));
  }

  /** Terms of the corpus whose syllables begin with these letters, the most common first. */
  abbreviatedAs(latin: string): string[] {
    return this.present(this.byInitials.get(latin));
  }

  private present(terms: Iterable<string> | undefined): string[] {
    const known = [...(terms ?? [])]
      .map((term) => ({ term, count: this.count(term) }))
      .filter((one) => one.count > 0);
    return known
      .sort((a, b) => Number(knownTerms.has(b.term)) - Number(knownTerms.has(a.term)) || b.count - a.count)
      .map((one) => one.term);
  }
}

const put = (map: Map<string, Set<string>>, key: string, value: string) => {
  const there = map.get(key);
  if (there) there.add(value);
  else map.set(key, new Set([value]));
};

type State = {
  loading?: Promise<Vocabulary>;
  loaded?: Vocabulary;
  generation: number;
  /** The table as the vocabulary knows it; undefined when something was written while it was being read. */
  mark?: string;
  writes: number;
};
// Held on globalThis: in development the module is evaluated again after each change.
const held = globalThis as typeof globalThis & { __searchVocabulary?: State };
const state = (held.__searchVocabulary ??= { generation: 0, writes: 0 });

/** Grows with every change of what can be found: answers kept from before it are stale. */
export const generation = () => state.generation;
export const touched = () => void state.generation++;

async function stamp() {
  const [row] = await db.select({ rows: count(), last: max(searchWords.seq) }).from(searchWords);
  return `${row?.rows} ${row?.last}`;
}

async function load(): Promise<Vocabulary> {
  const vocabulary = new Vocabulary();
  const writes = state.writes;
  const mark = await stamp();
  for (let after = 0; ;) {
    const rows = await db
      .select({ seq: searchWords.seq, words: searchWords.words })
      .from(searchWords)
      .where(gt(searchWords.seq, after))
      .orderBy(asc(searchWords.seq))
      .limit(500);
    for (const row of rows) vocabulary.replace(undefined, row.words.split(' '));
    await breathe();
    const last = rows.at(-1);
    if (!last) break;
    after = last.seq;
  }
  for (const one of await db.select({ name: organisations.shortName }).from(organisations)) {
    const name = fold(one.name);
    vocabulary.learn(name);
    if (name.length >= 2) vocabulary.cuts.add(name);
  }
  for (const source of allSources) {
    for (let after = ''; ;) {
      const ids = await source.idsAfter(after, 500);
      if (!ids.length) break;
      for (const [id, item] of await source.published(ids)) vocabulary.name(source.type, id, item);
      after = ids.at(-1)!;
      await breathe();
    }
  }
  state.mark = state.writes === writes ? mark : undefined;
  state.loaded = vocabulary;
  touched();
  return vocabulary;
}

/** The vocabulary, loaded at the first call. */
export function vocabulary(): Promise<Vocabulary> {
  state.loading ??= load().catch((error: unknown) => {
    state.loading = undefined;
    throw error;
  });
  return state.loading;
}

/** The vocabulary if it has been loaded, so that the outbox worker need not load it. */
export const loadedVocabulary = () => state.loaded;

/** Notes that this process has itself brought the vocabulary up to date with the table. */
export async function vocabularyKept() {
  state.writes++;
  if (state.loaded && state.mark !== undefined) state.mark = await stamp();
  touched();
}

/** Loads again if another process (an import) changed the table. */
export async function refreshVocabulary() {
  if (state.loaded && (await stamp()) !== state.mark) await (state.loading = load());
}

/** Forgets everything: for tests. */
export function resetVocabulary() {
  state.loading = state.loaded = state.mark = undefined;
  touched();
}
