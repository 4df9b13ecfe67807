import { publicationKinds } from '#db/schema/words';
import { withQuery } from '~/paths';
import { parseYear, readSearchQuery, wordsOf, type IgnoredValue, type TermsInUse } from './search-query';

/** What is looked up by name beside products and scenarios: it has pages, but no index of its own. */
export const directoryTypes = ['publication', 'organisation'] as const;
export type DirectoryType = (typeof directoryTypes)[number];

/** The kinds of organisation that visitors look for. */
export const directoryOrganisationKinds = ['enterprise', 'buyer'] as const;

/** The orders of each type; relevance is that of the words. */
export const directorySorts = {
  publication: ['relevance', 'newest'],
  organisation: ['relevance', 'name'],
} as const satisfies Record<DirectoryType, readonly string[]>;
export type DirectorySort = (typeof directorySorts)[DirectoryType][number];

/** The orders that a list can stand in: without words there is no relevance. The first is the usual one. */
export const directorySortsOf = (type: DirectoryType, q: string): readonly DirectorySort[] => {
  const sorts: readonly DirectorySort[] = directorySorts[type];
  return q ? sorts : sorts.filter((sort) => sort !== 'relevance');
};

/** What an address asks of the directory. Years are of issue, for publications only. */
export interface DirectoryQuery {
  q: string;
  type: DirectoryType;
  kind: string[];
  district: string[];
  yearMin?: number;
  yearMax?: number;
  sort: DirectorySort;
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
  const asked = params.get('sort') ?? '';
  const sorts = directorySortsOf(type, q);
  const sort = sorts.find((known) => known === asked) ?? sorts[0]!;
  if (asked && asked !== sort && asked !== 'relevance') ignored.push({ name: 'sort', value: cut(asked) });
  const query: DirectoryQuery = { q, type, kind, district, yearMin, yearMax, sort, page };
  return { query, ignored };
}

const cut = (value: string) => Array.from(value).slice(0, longest.value).join('');

/** How many conditions narrow the list. */
export const countDirectoryConditions = ({ kind, district, yearMin, yearMax }: DirectoryQuery) =>
  kind.length + district.length + (yearMin !== undefined || yearMax !== undefined ? 1 : 0);

/** The parameters of a query in their shortest form: what is usual is left out. */
export const directoryParams = ({
  q,
  type,
  kind,
  district,
  yearMin,
  yearMax,
  sort,
  page,
}: DirectoryQuery) => ({
  q: q || undefined,
  type,
  kind,
  district,
  yearMin,
  yearMax,
  sort: directorySortsOf(type, q).indexOf(sort) > 0 ? sort : undefined,
  page: page > 1 ? page : undefined,
});

/** The address of a query. A change of anything but the page starts again at the first page. */
export const directoryHref = (query: DirectoryQuery, change: Partial<DirectoryQuery> = {}): string =>
  withQuery('/search', directoryParams({ ...query, page: 1, ...change }));

/** The change that takes every condition off. */
export const withoutDirectoryConditions: Partial<DirectoryQuery> = {
  kind: [],
  district: [],
  yearMin: undefined,
  yearMax: undefined,
};
