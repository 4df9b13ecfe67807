import { asc, count, gt, inArray, max, type SQL } from 'drizzle-orm';
import { db } from '#db/client.server';
import { hasSomethingPublic } from '#db/public.server';
import { organisations, publicScenarioStates, scenarios, searchWords } from '#db/schema';
import { Vocabulary } from './corpus.server';
import { Dictionary } from './dictionary';
import { groupBy, type ItemType } from './item.server';
import { allSources, sources } from './sources.server';
import { fold } from './text.server';
import { publishedThesaurus, thesaurusStamp } from './thesaurus.server';
import { turns } from './turns';

export { Vocabulary } from './corpus.server';

/** How many rows of stored words there are, and the number of the last. */
type Mark = { rows: number; last: number };
type State = {
  loading?: Promise<Vocabulary>;
  loaded?: Vocabulary;
  generation: number;
  /** the groups of the thesaurus as they were read */
  groups?: string;
  /** The table as the vocabulary knows it; undefined when something was written while it was being read. */
  mark?: Mark;
  /** the organisations and places as they were read */
  places?: string;
  writes: number;
};
// Held on globalThis: in development the module is evaluated again after each change.
const held = globalThis as typeof globalThis & { __searchVocabulary?: State };
const state = (held.__searchVocabulary ??= { generation: 0, writes: 0 });

/** Grows with every change of what can be found: answers kept from before it are stale. */
export const generation = () => state.generation;
export const touched = () => void state.generation++;

async function wordsMark(): Promise<Mark> {
  const [row] = await db.select({ rows: count(), last: max(searchWords.seq) }).from(searchWords);
  return { rows: row?.rows ?? 0, last: row?.last ?? 0 };
}
const isSame = (a: Mark, b: Mark | undefined) => a.rows === b?.rows && a.last === b.last;

/** Changes with every organisation that something of becomes public, and every scenario that comes or is changed. */
async function placesMark(): Promise<string> {
  const of = (table: typeof organisations | typeof scenarios, where?: SQL) =>
    db
      .select({ rows: count(), last: max(table.updatedAt) })
      .from(table)
      .where(where);
  return JSON.stringify([...(await of(organisations, hasSomethingPublic())), ...(await of(scenarios))]);
}

const officialWords = /^(西安市?|陕西省?)|(股份|有限|责任|科技|技术|集团|公司|材料|实业)+$/gu;

/** What an organisation is called in a hurry: 西安爱生技术集团有限公司 → 爱生. */
const shortOf = (name: string) => {
  const bare = fold(name).replace(officialWords, '').replace(officialWords, '');
  return bare.length >= 2 ? bare : undefined;
};

/** Organisations, districts and zones: of organisations with something public, and of the scenarios that are public. */
async function loadPlaces(vocabulary: Vocabulary) {
  const places = await placesMark();
  const rows = await db
    .select({
      name: organisations.name,
      shortName: organisations.shortName,
      district: organisations.district,
      zone: organisations.zone,
    })
    .from(organisations)
    .where(hasSomethingPublic());
  const open = await db
    .selectDistinct({ district: scenarios.district, zone: scenarios.zone })
    .from(scenarios)
    .where(inArray(scenarios.state, [...publicScenarioStates]));
  const turn = turns();
  for (const row of rows) {
    vocabulary.organisation(fold(row.shortName));
    const short = shortOf(row.shortName);
    if (short && !vocabulary.thesaurus.has(short))
      vocabulary.organisation(short, fold(row.name).replace(/(股份|有限|责任|集团|公司)+$/u, ''));
    await turn();
  }
  const known = (name: 'district' | 'zone') => [
    ...new Set([...rows, ...open].flatMap((row) => row[name] ?? [])),
  ];
  vocabulary.places.districts = known('district');
  vocabulary.places.zones = known('zone');
  return places;
}

/** Adds the stored words after row `after`; returns of which items, and the last row. */
async function readWords(vocabulary: Vocabulary, after: number) {
  const turn = turns();
  const items: { type: ItemType; id: string }[] = [];
  for (let from = after; ;) {
    const rows = await db
      .select({
        seq: searchWords.seq,
        type: searchWords.type,
        id: searchWords.entityId,
        words: searchWords.words,
      })
      .from(searchWords)
      .where(gt(searchWords.seq, from))
      .orderBy(asc(searchWords.seq))
      .limit(500);
    for (const { type, id, words } of rows) {
      vocabulary.replace(undefined, words.split(' '));
      items.push({ type, id });
      await turn();
    }
    const last = rows.at(-1);
    if (!last) return { items, last: from };
    from = last.seq;
  }
}

async function readNames(vocabulary: Vocabulary, type: ItemType, ids: readonly string[]) {
  const turn = turns();
  for (const [id, item] of await sources[type].published(ids)) {
    vocabulary.name(type, id, item);
    await turn();
  }
}

async function load(): Promise<Vocabulary> {
  const isCurrent = state.loaded && (await thesaurusStamp()) === state.groups;
  const { thesaurus, stamp: groups } = isCurrent
    ? { thesaurus: state.loaded!.thesaurus, stamp: state.groups! }
    : await publishedThesaurus();
  const { default: english } = await import('#db/world/english-chinese.json');
  const vocabulary = new Vocabulary(thesaurus, new Dictionary(english.entries));
  const writes = state.writes;
  const mark = await wordsMark();
  await readWords(vocabulary, 0);
  const places = await loadPlaces(vocabulary);
  for (const source of allSources) {
    for (let after = ''; ;) {
      const ids = await source.idsAfter(after, 500);
      if (!ids.length) break;
      await readNames(vocabulary, source.type, ids);
      after = ids.at(-1)!;
    }
  }
  state.mark = state.writes === writes ? mark : undefined;
  state.groups = groups;
  state.places = places;
  state.loaded = vocabulary;
  touched();
  return vocabulary;
}

/** The vocabulary, loaded at the first call. While it is read anew, everybody goes on with the one before. */
export function vocabulary(): Promise<Vocabulary> {
  if (state.loaded) return Promise.resolve(state.loaded);
  state.loading ??= load().finally(() => (state.loading = undefined));
  return state.loading;
}

/** The vocabulary if it has been loaded, so that the outbox worker need not load it. */
export const loadedVocabulary = () => state.loaded;

/** Notes that this process has itself brought the vocabulary up to date with the table. */
export async function vocabularyKept() {
  state.writes++;
  if (state.loaded && state.mark !== undefined) state.mark = await wordsMark();
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

/**
 * Takes up what other processes (an import) have written: what is merely new is added; where something was changed or
 * removed everything is read anew. Organisations, districts and zones are looked at by themselves.
 */
export async function refreshVocabulary() {
  const { loaded, mark, writes } = state;
  if (!loaded) return;
  if ((await placesMark()) !== state.places) {
    state.places = await loadPlaces(loaded);
    touched();
  }
  const now = await wordsMark();
  if (isSame(now, mark)) return;
  if (mark && (await onlyAdded(mark, now))) {
    // noted first: should the reading fail half-way, everything is read anew
    state.mark = undefined;
    const { items, last } = await readWords(loaded, mark.last);
    for (const [type, some] of groupBy(items, (item) => item.type))
      for (let at = 0; at < some.length; at += 500)
        await readNames(
          loaded,
          type as ItemType,
          some.slice(at, at + 500).map(({ id }) => id),
        );
    // what this process wrote meanwhile may have been counted twice
    if (state.writes === writes) state.mark = { rows: mark.rows + items.length, last };
    touched();
  } else await load();
}

/** Whether every row that was known is still there: one that was changed is a row of a new number. */
async function onlyAdded(known: Mark, now: Mark): Promise<boolean> {
  const [row] = await db.select({ rows: count() }).from(searchWords).where(gt(searchWords.seq, known.last));
  return now.rows - known.rows === row?.rows;
}

/** Forgets everything: for tests. */
export function resetVocabulary() {
  state.loading = state.loaded = state.mark = state.groups = state.places = undefined;
  touched();
}
