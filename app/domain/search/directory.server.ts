import { fold, highlight } from '#search/text.server';
import type { DirectoryQuery, DirectoryType } from './directory-query';
import type { DirectoryResult } from './directory-result';
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

/** The entries that answer at this `furthest` place or a nearer one, the nearest first. */
function matching<T>(entries: readonly Entry<T>[], asked: Asked, furthest = 6): Entry<T>[] {
  return entries
    .map((one) => ({ one, place: placeOf(one, asked) }))
    .filter(({ place }) => place <= furthest)
    .sort((a, b) => a.place - b.place)
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

/** One page of publications or organisations. At most two statements, none while nothing changed. */
export async function directoryPage(
  query: DirectoryQuery,
  ideas: readonly Idea[] = [],
): Promise<DirectoryResult> {
  const asked = askedOf(query.q, ideas);
  const { kind, district, yearMin = -Infinity, yearMax = Infinity } = query;
  const ofKind = kind.length > 0 ? (row: { kind: string }) => kind.includes(row.kind) : undefined;
  const from = (query.page - 1) * directoryPageSize;
  const page = <T>(rows: readonly T[]) => rows.slice(from, from + directoryPageSize);
  const marked = (rows: readonly Entry<{ code: string; name?: string; title?: string }>[]) =>
    Object.fromEntries(
      rows.map(({ row }) => [
        row.code,
        highlight(row.name ?? row.title ?? '', query.q ? [asked.typed, ...asked.ideas.flat()] : []),
      ]),
    );
  if (query.type === 'publication') {
    const { rows, counts } = narrowed(
      matching(await publications.read(), asked),
      { kind: ofKind, year: (row) => row.year >= yearMin && row.year <= yearMax },
      { kind: (row) => row.kind },
    );
    const shown = page(rows);
    return {
      total: rows.length,
      facets: counts,
      publications: shown.map(({ row }) => row),
      organisations: [],
      highlights: marked(shown),
    };
  }
  const { rows, counts } = narrowed(
    matching(await organisationsListed.read(), asked),
    {
      kind: ofKind,
      district: district.length > 0 ? (row) => district.includes(row.district ?? '') : undefined,
    },
    { kind: (row) => row.kind, district: (row) => row.district },
  );
  const shown = page(rows);
  return {
    total: rows.length,
    facets: counts,
    publications: [],
    organisations: shown.map(({ row }) => row),
    highlights: marked(shown),
  };
}

/** Organisations and publications whose name goes on as `q` begins, or is read like it. */
export async function suggestFromDirectory(q: string, limit: number) {
  const asked = askedOf(q, []);
  if (!asked.typed) return { organisations: [], publications: [] };
  const near = <T>(entries: readonly Entry<T>[]) =>
    matching(entries, asked, 3)
      .slice(0, limit)
      .map(({ row }) => row);
  return {
    organisations: near(await organisationsListed.read()),
    publications: near(await publications.read()),
  };
}
