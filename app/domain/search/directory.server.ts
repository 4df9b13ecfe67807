import { fold, highlight, quickPinyinOf } from '#search/text.server';
import { paths } from '~/paths';
import type { PublicationSummary } from '../publications/publications.server';
import type { DirectoryQuery, DirectorySort, DirectoryType } from './directory-query';
import type { DirectoryResult, OrganisationListed } from './directory-result';
import { nearTo, type NearTo } from './near.server';
import type { Idea } from './search-result';
import { organisationsListed, publications, type Entry } from './directory-entries.server';

export const directoryPageSize = 20;

interface Asked {
  typed: string;
  latin: string;
  /** The ideas of the query, each with all its spellings. */
  ideas: string[][];
}

function askedOf(q: string, ideas: readonly Idea[]): Asked {
  const typed = fold(q);
  const given = ideas.map(({ typed: own, text, spellings }) => [own, text, ...spellings]);
  return {
    typed,
    latin: /^[a-z0-9 ]+$/.test(typed) ? typed.replaceAll(' ', '') : '',
    ideas: given.length > 0 ? given : typed.split(' ').map((word) => [word]),
  };
}

/** How well an entry answers: the less the better, Infinity when not at all. */
function placeOf({ name, text, full, initials }: Entry<unknown>, { typed, latin, ideas }: Asked): number {
  if (!typed || name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (name.includes(typed)) return 2;
  if (latin.length > 1 && (initials.startsWith(latin) || full.startsWith(latin))) return 3;
  if (text.includes(typed)) return 4;
  if (ideas.every((spellings) => spellings.some((word) => word.length > 1 && text.includes(word)))) return 5;
  return latin.length > 2 && full.includes(latin) ? 6 : Infinity;
}

/** The entries that answer at the `furthest` place or a nearer one: the nearest first, or in the order that they have. */
function matching<T>(
  entries: readonly Entry<T>[],
  asked: Asked,
  { sort = 'relevance', furthest = 6 }: { sort?: DirectorySort; furthest?: number } = {},
): Entry<T>[] {
  return entries
    .map((one) => ({ one, place: placeOf(one, asked) }))
    .filter(({ place }) => place <= furthest)
    .sort((a, b) => (sort === 'relevance' ? a.place - b.place : 0))
    .map(({ one }) => one);
}

/** How many publications and organisations answer the words, for tabs. `ideas` is how search understood them. */
export async function countDirectory(
  q: string,
  ideas: readonly Idea[] = [],
): Promise<Record<DirectoryType, number>> {
  const asked = askedOf(q, ideas);
  return {
    publication: matching(await publications.read(), asked).length,
    organisation: matching(await organisationsListed.read(), asked).length,
  };
}

type Test<T> = Partial<Record<string, (row: T) => boolean>>;

function narrowed<T extends { code: string }>(
  found: readonly Entry<T>[],
  tests: Test<T>,
  facets: Record<string, (row: T) => string | null>,
) {
  const passes = (row: T, except?: string) =>
    Object.entries(tests).every(([name, test]) => name === except || !test || test(row));
  const counts = Object.fromEntries(
    Object.entries(facets).map(([name, valueOf]) => {
      const count = new Map<string, number>();
      for (const { row } of found) {
        const value = valueOf(row);
        if (value !== null && passes(row, name)) count.set(value, (count.get(value) ?? 0) + 1);
      }
      return [name, Object.fromEntries(count)];
    }),
  );
  return { rows: found.filter(({ row }) => passes(row)), counts };
}

type Listed = Pick<DirectoryResult, 'facets'> & {
  publications: Entry<PublicationSummary>[];
  organisations: Entry<OrganisationListed>[];
};

/** All that answers a query, in its order. At most two statements, none while nothing changed. */
async function listed(query: DirectoryQuery, asked: Asked): Promise<Listed> {
  const { kind, district, yearMin = -Infinity, yearMax = Infinity } = query;
  const ofKind = kind.length > 0 ? (row: { kind: string }) => kind.includes(row.kind) : undefined;
  if (query.type === 'publication') {
    const { rows, counts } = narrowed(
      matching(await publications.read(), asked, query),
      { kind: ofKind, year: (row) => row.year >= yearMin && row.year <= yearMax },
      { kind: (row) => row.kind },
    );
    return { facets: counts, publications: rows, organisations: [] };
  }
  const { rows, counts } = narrowed(
    matching(await organisationsListed.read(), asked, query),
    {
      kind: ofKind,
      district: district.length > 0 ? (row) => district.includes(row.district ?? '') : undefined,
    },
    { kind: (row) => row.kind, district: (row) => row.district },
  );
  return { facets: counts, publications: [], organisations: rows };
}

/** All rows of a query in its order, for files. */
export async function directoryRows(query: DirectoryQuery, ideas: readonly Idea[] = []) {
  const found = await listed(query, askedOf(query.q, ideas));
  return {
    publications: found.publications.map(({ row }) => row),
    organisations: found.organisations.map(({ row }) => row),
  };
}

/** One page of publications or organisations, with everything its page shows. */
export async function directoryPage(
  query: DirectoryQuery,
  ideas: readonly Idea[] = [],
): Promise<DirectoryResult> {
  const asked = askedOf(query.q, ideas);
  const found = await listed(query, asked);
  const from = (query.page - 1) * directoryPageSize;
  const page = <T>(rows: readonly T[]) => rows.slice(from, from + directoryPageSize);
  const [shown, organisations] = [page(found.publications), page(found.organisations)];
  const words = query.q ? [asked.typed, ...asked.ideas.flat()] : [];
  const total = found.publications.length + found.organisations.length;
  return {
    total,
    facets: found.facets,
    publications: shown.map(({ row }) => row),
    organisations: organisations.map(({ row }) => row),
    highlights: Object.fromEntries([
      ...shown.map(({ row }) => [row.code, highlight(row.title, words)]),
      ...organisations.map(({ row }) => [row.code, highlight(row.name, words)]),
    ]),
    near: query.q && total === 0 ? await nearInDirectory(query, asked) : [],
  };
}

const mostNear = 4;

/** Names that sound like the words or hold some of them, then what comes nearest to them among words, products and scenarios. */
async function nearInDirectory({ q, type }: DirectoryQuery, asked: Asked): Promise<NearTo[]> {
  const sound = asked.latin || quickPinyinOf(asked.typed).full;
  const near = <T>(entries: readonly Entry<T>[]) => {
    const alike = entries.filter(({ full }) => sound.length > 2 && full.includes(sound));
    const some = entries.filter(({ name }) =>
      asked.ideas.flat().some((word) => word.length > 1 && name.includes(word)),
    );
    return [...new Set([...alike, ...some])].slice(0, mostNear).map(({ row }) => row);
  };
  const names =
    type === 'publication'
      ? near(await publications.read()).map(({ title, code }) => ({
          label: title,
          url: paths.publication(code),
        }))
      : near(await organisationsListed.read()).map(({ name, code }) => ({
          label: name,
          url: paths.organisation(code),
        }));
  return [...names.map((one) => ({ type, ...one })), ...(await nearTo(q))];
}

/** Organisations and publications whose name goes on as `q` begins, or is read like it. */
export async function suggestFromDirectory(q: string, limit: number) {
  const asked = askedOf(q, []);
  if (!asked.typed) return { organisations: [], publications: [] };
  const near = <T>(entries: readonly Entry<T>[]) =>
    matching(entries, asked, { furthest: 3 })
      .slice(0, limit)
      .map(({ row }) => row);
  return {
    organisations: near(await organisationsListed.read()),
    publications: near(await publications.read()),
  };
}
