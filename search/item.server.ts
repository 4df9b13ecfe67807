import type { Settings } from 'meilisearch';
import type { SQL } from 'drizzle-orm';
import { joinedModels, quantitiesOf, quantityWord, specificationQuantities } from './quantity';
import { fold } from './text.server';

export type ItemType = 'product' | 'scenario';

/** What lists are filtered, counted and sorted by. Absent means unknown. Days are numbers: 2026-12-31 → 20261231. */
export type Facts = {
  id: string;
  code: string;
  title: string;
  kind?: string;
  industry?: string;
  category?: string[];
  district?: string;
  zone?: string;
  maturity?: string;
  /** organisations that have bought it or whose trial it passed */
  uses?: number;
  /** which evidence of use there is */
  used?: ('bought' | 'tried')[];
  /** the lists that it stands on, each with its year and by its number alone: 2024-2, 2 */
  batch?: string[];
  recognisedFrom?: number;
  recognisedUntil?: number;
  priceMin?: number;
  priceMax?: number;
  /** the last day of its price, 99991231 when it has none: afterwards it counts as unpriced */
  offerUntil?: number;
  /** 0 when the scenario is closed whatever its deadline */
  openUntil?: number;
  budget?: number;
  publishedAt: number;
};

/** The folded text that is searched, most telling field first. */
export type Texts = {
  name: string;
  org: string;
  cat: string;
  specs: string;
  summary: string;
  linked: string;
  /** quantities and model names in one spelling each (q0w01e5, tc4dt), and what it is called (`called.server.ts`) */
  marks: string;
};
export const textFields = ['name', 'org', 'cat', 'specs', 'summary', 'linked', 'marks'] as const;
export type TextField = (typeof textFields)[number];

/** One item as it is indexed. `words` are the pairs of characters that decide whether it is found. */
export type Item = Facts & { type: ItemType; text: Texts; words: string[] };

/** One kind of thing that can be found: how it is read from the database and what it is sorted by. */
export type ItemSource = {
  type: ItemType;
  index: string;
  /** `table.id`s of public items that satisfy `where`, with their facts, no texts. */
  facts(where?: SQL): Promise<Facts[]>;
  /** Current public rows of these ids as they are indexed; ids that are not public are missing. */
  items(ids: readonly string[]): Promise<Item[]>;
  /** Public ids after `after`, in order: for rebuilding. */
  idsAfter(after: string, limit: number): Promise<string[]>;
  /** Which of these ids are public now, with code and title: asked before anything is shown. */
  published(ids: readonly string[]): Promise<Map<string, { code: string; title: string }>>;
  /** Ids changed at or after that moment. */
  changedSince(at: Date): Promise<string[]>;
};

/** What ranking reads of a document. The engine reads all that it may show of each hit, whatever it is asked for. */
export const rankedAttributes = ['id', 'code', 'recognisedUntil', 'uses', 'publishedAt', 'text'];

/** Settings of both indexes. The reasons for each are measured in docs (cmn, no typo tolerance, no dictionary). */
export const indexSettings: Settings = {
  displayedAttributes: rankedAttributes,
  searchableAttributes: [
    'text.name',
    'text.org',
    'text.cat',
    'text.specs',
    'text.summary',
    'text.linked',
    'text.marks',
    'code',
  ],
  filterableAttributes: [
    {
      attributePatterns: ['words', 'named'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: [
        'id',
        'kind',
        'industry',
        'category',
        'district',
        'zone',
        'maturity',
        'used',
        'batch',
      ],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: [
        'recognisedFrom',
        'recognisedUntil',
        'priceMin',
        'priceMax',
        'offerUntil',
        'openUntil',
        'budget',
      ],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: [
    'own',
    'recognisedFrom',
    'recognisedUntil',
    'uses',
    'priceMin',
    'openUntil',
    'budget',
    'publishedAt',
    'code',
  ],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  typoTolerance: { enabled: false },
  faceting: { maxValuesPerFacet: 5_000 },
  pagination: { maxTotalHits: 200_000 },
};

/** '2026-12-31' → 20261231, so that an engine can compare days. */
export const dayNumber = (day: string) => Number(day.replaceAll('-', ''));
/** Xi'an is eight hours ahead, without summer time. */
const ahead = 8 * 3_600_000;
/** Today in Asia/Shanghai as a number. */
export const today = () => dayNumber(new Date(Date.now() + ahead).toISOString().slice(0, 10));

/** Rows by what `key` says of them. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Ids in order after `after`, read `limit` rows at a time until some are public. */
export async function publicIdsAfter(
  after: string,
  limit: number,
  read: (after: string, limit: number) => Promise<{ id: string; isPublic: boolean }[]>,
): Promise<string[]> {
  for (;;) {
    const rows = await read(after, limit);
    const ids = rows.filter((row) => row.isPublic).map((row) => row.id);
    if (ids.length || rows.length < limit) return ids;
    after = rows.at(-1)!.id;
  }
}

/** Quantities and model names of folded texts in the spelling that queries use, each once. */
export function marksOf(
  texts: readonly string[],
  specifications: readonly { value: string; unit?: string | null }[],
): string {
  const marks = new Set<string>();
  for (const text of texts) {
    for (const one of quantitiesOf(text)) marks.add(quantityWord(one));
    for (const model of joinedModels(text)) marks.add(model);
  }
  for (const { value, unit } of specifications)
    for (const one of specificationQuantities(fold(value), unit && fold(unit))) marks.add(quantityWord(one));
  return [...marks].slice(0, 80).join(' ');
}
