import { setImmediate as breathe } from 'node:timers/promises';
import { asc, count, gt, max } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, searchWords } from '#db/schema';
import type { ItemType } from './item.server';
import { allSources } from './sources.server';
import { bluntReading, Readings } from './readings.server';
import { publishedThesaurus } from './thesaurus.server';
import type { Thesaurus } from './synonyms';
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
 * What the corpus says: how many items hold each word, the names, the places, and the terms that a query is cut into.
 * Kept in memory; loaded from `search_words` once and kept in step by the outbox worker.
 */
export class Vocabulary {
  size = 0;
  readonly names = new Map<string, Name>();
  readonly places = { districts: [] as string[], zones: [] as string[] };
  private readonly organisations = new Set<string>();
  /** The words of names and of organisations: what pinyin may stand for beside the thesaurus. */
  private readonly readings = new Readings();
  private readonly frequency = new Map<string, number>();

  constructor(public thesaurus: Thesaurus) {}

  /** The same corpus with another thesaurus: what a draft would change. */
  with(thesaurus: Thesaurus): Vocabulary {
    return Object.assign(Object.create(Vocabulary.prototype) as Vocabulary, this, { thesaurus });
  }

  /** Adds the short name of an organisation: a term that queries are cut into. */
  organisation(name: string) {
    this.readings.add(name);
    if (name.length >= 2) this.organisations.add(name);
  }

  isOrganisation = (term: string) => this.organisations.has(term);
  /** True of terms that queries are cut into. */
  isTerm(term: string) {
    return this.thesaurus.has(term) || this.organisations.has(term);
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
      this.readings.add(word);
      const next = words[i + 1];
      if (next && isHan(word) && isHan(next) && folded.includes(word + next)) this.readings.add(word + next);
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
      if (this.isTerm(term) && !(wordPart(term.at(-1)) && wordPart(text[at + length]))) return term;
    }
    return undefined;
  }

  /** About how many items hold the term: the rarest of its words. */
  count(term: string): number {
    const words = wordsOf(term, 'asked');
    if (!words.length) return 0;
    return Math.min(...words.map((word) => this.frequency.get(word) ?? 0));
  }

  /** Terms of the corpus that are read like this, those of the thesaurus first, then the most common. */
  readAs(latin: string): string[] {
    return this.present([...this.thesaurus.readings.readAs(latin), ...this.readings.readAs(latin)]);
  }

  /** Terms of the corpus whose syllables begin with these letters, likewise ordered. */
  abbreviatedAs(latin: string): string[] {
    return this.present([
      ...this.thesaurus.readings.abbreviatedAs(latin),
      ...this.readings.abbreviatedAs(latin),
    ]);
  }

  /** Whether a Latin token means something as it is: a word of thesaurus or corpus, pinyin or first letters. */
  knowsLatin(token: string): boolean {
    return (
      this.thesaurus.readings.knowsWord(token) ||
      this.count(token) > 0 ||
      this.readAs(token).length > 0 ||
      (token.length <= 7 && this.abbreviatedAs(token).length > 0)
    );
  }

  /** Latin words and pinyin of known terms that are a slip away. */
  nearLetters(token: string): string[] {
    return [...this.thesaurus.readings.nearLetters(token), ...this.readings.nearLetters(token)];
  }

  /** Terms that sound like what was typed, or differ in one character; the surest first. */
  soundsOrLooksLike(typed: string): string[] {
    const { full, syllables } = pinyinOf(typed);
    const both = [this.thesaurus.readings, this.readings];
    const heard = this.present(both.flatMap((one) => one.readAs(full)));
    if ([...typed].length < 3) return heard;
    const blunt = bluntReading(syllables);
    return [
      ...heard,
      ...this.present(both.flatMap((one) => one.bluntlyReadAs(blunt))),
      ...this.present(both.flatMap((one) => one.nearCharacters(typed))),
    ];
  }

  /** Of these terms the ones that the corpus or, by a synonym, the thesaurus can answer. */
  private present(terms: readonly string[]): string[] {
    const { thesaurus } = this;
    return [...new Set(terms)]
      .map((term) => ({ term, count: this.count(term), known: thesaurus.has(term) }))
      .filter(
        (one) =>
          one.count > 0 ||
          (one.known && thesaurus.synonymsOf(one.term).equal.some((other) => this.count(other) > 0)),
      )
      .sort((a, b) => Number(b.known) - Number(a.known) || b.count - a.count)
      .map((one) => one.term);
  }
}

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

const officialWords = /^(西安市?|陕西省?)|(股份|有限|责任|科技|技术|集团|公司|材料|实业)+$/gu;

/** What an organisation is called in a hurry: 西安爱生技术集团有限公司 → 爱生. */
const shortOf = (name: string) => {
  const bare = fold(name).replace(officialWords, '').replace(officialWords, '');
  return bare.length >= 2 ? bare : undefined;
};

async function loadPlaces(vocabulary: Vocabulary) {
  const rows = await db
    .select({
      name: organisations.name,
      shortName: organisations.shortName,
      district: organisations.district,
      zone: organisations.zone,
    })
    .from(organisations);
  const districts = new Set<string>();
  const zones = new Set<string>();
  for (const row of rows) {
    vocabulary.organisation(fold(row.shortName));
    const short = shortOf(row.shortName);
    if (short && !vocabulary.thesaurus.has(short)) vocabulary.organisation(short);
    if (row.district) districts.add(row.district);
    if (row.zone) zones.add(row.zone);
  }
  vocabulary.places.districts.push(...districts);
  vocabulary.places.zones.push(...zones);
}

async function load(): Promise<Vocabulary> {
  const vocabulary = new Vocabulary(await publishedThesaurus());
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
  await loadPlaces(vocabulary);
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
