import { publicationKinds } from '#db/schema/words';
import { withQuery } from '~/paths';
import { parseYear, readSearchQuery, wordsOf, type IgnoredValue, type TermsInUse } from './search-query';

/** What is looked up by name beside products and scenarios: it has pages, but no index of its own. */
export const directoryTypes = ['publication', 'organisation'] as const;
export type DirectoryType = (typeof directoryTypes)[number];

/** The kinds of organisation that visitors look for. */
export const directoryOrganisationKinds = ['enterprise', 'buyer'] as const;

/** What an address asks of the directory. Years are of issue, for publications only. */
export interface DirectoryQuery {
  q: string;
  type: DirectoryType;
  kind: string[];
  district: string[];
  yearMin?: number;
  yearMax?: number;
  page: number;
}

const longest = { value: 40, values: 20 };

/** Reads an address that asks for publications or organisations; undefined when it asks for something else. */
export function readDirectoryQuery(params: URLSearchParams, inUse?: TermsInUse) {
  const type = directoryTypes.find((known) => known === params.get('type'));
  if (!type) return undefined;
  const { q, page } = readSearchQuery(params).query;
  const ignored: IgnoredValue[] = [];
  const all = (name: string) =>
    [...new Set(params.getAll(name).map((value) => value.trim()))].filter(Boolean);
  const kinds: readonly string[] = type === 'publication' ? publicationKinds : directoryOrganisationKinds;
  const kind = all('kind').filter((value) => kinds.includes(value));
  for (const value of all('kind'))
    if (!kinds.includes(value)) ignored.push({ name: 'kind', value: cut(value) });
  const places = type === 'organisation' ? all('district') : [];
  const knownPlaces = wordsOf('district', inUse);
  const district = places.filter((value) => knownPlaces.includes(value)).slice(0, longest.values);
  for (const value of places)
    if (!knownPlaces.includes(value)) ignored.push({ name: 'district', value: cut(value) });
  const year = (name: string) => {
    const typed = type === 'publication' ? (params.get(name) ?? '').trim() : '';
    const read = parseYear(typed);
    if (typed && read === undefined) ignored.push({ name, value: cut(typed) });
    return read;
  };
  let [yearMin, yearMax] = [year('yearMin'), year('yearMax')];
  if (yearMin !== undefined && yearMax !== undefined && yearMin > yearMax)
    [yearMin, yearMax] = [yearMax, yearMin];
  const query: DirectoryQuery = { q, type, kind, district, yearMin, yearMax, page };
  return { query, ignored };
}

const cut = (value: string) => Array.from(value).slice(0, longest.value).join('');

/** How many conditions narrow the list. */
export const countDirectoryConditions = ({ kind, district, yearMin, yearMax }: DirectoryQuery) =>
  kind.length + district.length + (yearMin !== undefined || yearMax !== undefined ? 1 : 0);

/** The address of a query. A change of anything but the page starts again at the first page. */
export function directoryHref(query: DirectoryQuery, change: Partial<DirectoryQuery> = {}): string {
  const { q, type, kind, district, yearMin, yearMax, page } = { ...query, page: 1, ...change };
  return withQuery('/search', {
    q: q || undefined,
    type,
    kind,
    district,
    yearMin,
    yearMax,
    page: page > 1 ? page : undefined,
  });
}

/** The change that takes every condition off. */
export const withoutDirectoryConditions: Partial<DirectoryQuery> = {
  kind: [],
  district: [],
  yearMin: undefined,
  yearMax: undefined,
};
