import { setImmediate as breathe } from 'node:timers/promises';
import { asc, count, gt, max } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, searchWords } from '#db/schema';
import { Vocabulary } from './corpus.server';
import { Dictionary } from './dictionary';
import { allSources } from './sources.server';
import { fold } from './text.server';
import { publishedThesaurus, thesaurusStamp } from './thesaurus.server';

export { Vocabulary } from './corpus.server';

type State = {
  loading?: Promise<Vocabulary>;
  loaded?: Vocabulary;
  generation: number;
  /** the groups of the thesaurus as they were read */
  groups?: string;
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
    if (short && !vocabulary.thesaurus.has(short))
      vocabulary.organisation(short, fold(row.name).replace(/(股份|有限|责任|集团|公司)+$/u, ''));
    if (row.district) districts.add(row.district);
    if (row.zone) zones.add(row.zone);
  }
  vocabulary.places.districts.push(...districts);
  vocabulary.places.zones.push(...zones);
}

async function load(): Promise<Vocabulary> {
  const { thesaurus, stamp: groups } = await publishedThesaurus();
  const { default: english } = await import('#db/world/english-chinese.json');
  const vocabulary = new Vocabulary(thesaurus, new Dictionary(english.entries));
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
  state.groups = groups;
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

/** Takes up the groups that were published or withdrawn meanwhile, here or in another process. */
export async function refreshThesaurus() {
  const { loaded } = state;
  if (!loaded || (await thesaurusStamp()) === state.groups) return;
  const { thesaurus, stamp: groups } = await publishedThesaurus();
  loaded.thesaurus = thesaurus;
  state.groups = groups;
  touched();
}

/** Loads again if another process (an import) changed the table. */
export async function refreshVocabulary() {
  if (state.loaded && (await stamp()) !== state.mark) await (state.loading = load());
}

/** Forgets everything: for tests. */
export function resetVocabulary() {
  state.loading = state.loaded = state.mark = state.groups = undefined;
  touched();
}
