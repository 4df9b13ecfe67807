import { batchShape } from '#search/batch';
import type { Inferred } from '#search/found';
import { productKinds } from '#db/schema/words';
import { withQuery } from '~/paths';
import { districts, industries, maturities, scenarioCategories, zones } from '../terms';

export type SearchType = 'product' | 'scenario';
/** Where a list of results stands: on the search page, or as the list of one type. */
export type SearchPlace = 'search' | 'products' | 'scenarios';

export const productSorts = ['relevance', 'recognised', 'price', 'used', 'newest'] as const;
export const scenarioSorts = ['relevance', 'deadline', 'budget', 'newest'] as const;
export type SearchSort = (typeof productSorts)[number] | (typeof scenarioSorts)[number];

/** What a query's words may say beside what is sought; each can be taken off. */
export const inferredKeys = [
  'kind',
  'district',
  'zone',
  'recognised',
  'status',
  'batch',
  'deadline',
  'amount',
  'year',
] as const;

export const recognitionChoices = ['valid', 'expired', 'none'] as const;
/** Evidence of use: a contract that counts, a trial that was passed. */
export const usedChoices = ['bought', 'tried'] as const;
export const statusChoices = ['open', 'closed'] as const;

/** The conditions that hold lists of values, and which type of result each is for. */
export const choiceNames = {
  product: ['kind', 'recognised', 'industry', 'category', 'maturity', 'used', 'batch', 'district', 'zone'],
  scenario: ['status', 'category', 'batch', 'district', 'zone'],
} as const;
export type ChoiceName =
  | 'kind'
  | 'recognised'
  | 'industry'
  | 'category'
  | 'maturity'
  | 'used'
  | 'batch'
  | 'district'
  | 'zone'
  | 'status';

/** What an address asks for. Amounts are in fen. */
export interface SearchQuery {
  q: string;
  type: SearchType;
  choices: Partial<Record<ChoiceName, string[]>>;
  /** The range of unit prices of products, or of budgets of scenarios. */
  min?: number;
  max?: number;
  /** The years in which the latest recognition began; of products only. */
  yearMin?: number;
  yearMax?: number;
  /** Conditions read out of the words that were taken off. */
  without?: Inferred['key'][];
  sort: SearchSort;
  page: number;
}

/** A value of the address that means nothing here and was left out. */
export interface IgnoredValue {
  name: string;
  value: string;
}

const fenPerWan = 1_000_000;
const longest = { q: 100, value: 40, values: 20 };
const lastPage = 5_000;

const words: Record<ChoiceName, readonly string[]> = {
  kind: productKinds,
  recognised: recognitionChoices,
  status: statusChoices,
  used: usedChoices,
  // numbers: see `isKnown`
  batch: [],
  industry: industries,
  category: scenarioCategories,
  maturity: maturities,
  district: districts,
  zone: zones,
};

/** The conditions whose words may come as data beside the domain's own. */
export const openChoices = ['industry', 'category', 'maturity', 'district', 'zone'] as const;
/** Words in use beside the domain's own. */
export type TermsInUse = Partial<Record<ChoiceName, readonly string[]>>;

/** The words that a condition takes. */
export const wordsOf = (name: ChoiceName, inUse: TermsInUse = {}): readonly string[] => [
  ...words[name],
  ...(inUse[name] ?? []),
];

const isKnown = (name: ChoiceName, value: string, known: readonly string[]) =>
  name === 'batch' ? batchShape.test(value) : known.includes(value);

/** The names of the two ends of the range: unit price of products, budget of scenarios. */
export const rangeNames = (type: SearchType) =>
  type === 'product' ? (['priceMin', 'priceMax'] as const) : (['budgetMin', 'budgetMax'] as const);

export const sortsOf = (type: SearchType, q: string): readonly SearchSort[] => {
  const sorts: readonly SearchSort[] = type === 'product' ? productSorts : scenarioSorts;
  return q ? sorts : sorts.filter((sort) => sort !== 'relevance');
};

const defaultSort = (type: SearchType, q: string): SearchSort => sortsOf(type, q)[0]!;

/** An amount typed in 万元 (1,200 or 38.6, full-width digits too) in fen; undefined when it is none. */
export function parseWan(typed: string): number | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/万元?$/, '');
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * fenPerWan);
}

/** A year from 1900 to 2099, typed in whatever width; undefined when it is none. */
export function parseYear(typed: string): number | undefined {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/\s*年$/, '');
  return /^(19|20)\d\d$/.test(plain) ? Number(plain) : undefined;
}

const tidy = (text: string, length: number) =>
  // Control characters, and halves of characters that a cut may leave.
  Array.from(text.replace(/\p{Cc}+/gu, ' ').trim())
    .slice(0, length)
    .join('')
    .trim();

/**
 * Reads an address; whatever it holds there is an answer. `fixed` is the type of a list that has only one. Conditions are
 * made of known words only: the domain's and those `inUse` (see `termsInUse`); the rest is `ignored`.
 */
export function readSearchQuery(params: URLSearchParams, fixed?: SearchType, inUse?: TermsInUse) {
  const ignored: IgnoredValue[] = [];
  const ignore = (name: string, value: string) =>
    void ignored.push({ name, value: tidy(value, longest.value) });
  const one = (name: string) => params.get(name) ?? '';

  const asked = one('type');
  if (!fixed && asked && asked !== 'product' && asked !== 'scenario') ignore('type', asked);
  const type: SearchType = fixed ?? (asked === 'scenario' ? 'scenario' : 'product');
  const q = tidy(one('q'), longest.q);

  const choices: SearchQuery['choices'] = {};
  for (const name of choiceNames[type]) {
    const given = [
      ...new Set(
        params
          .getAll(name)
          .map((value) => tidy(value, longest.value))
          .filter(Boolean),
      ),
    ];
    const known = wordsOf(name, inUse);
    for (const value of given) if (!isKnown(name, value, known)) ignore(name, value);
    const values = given.filter((value) => isKnown(name, value, known)).slice(0, longest.values);
    if (values.length) choices[name] = values;
  }

  const [minName, maxName] = rangeNames(type);
  const range = (low: string, high: string, parse: (typed: string) => number | undefined) => {
    const [min, max] = [low, high].map((name) => {
      const typed = one(name).trim();
      const value = typed ? parse(typed) : undefined;
      if (typed && value === undefined) ignore(name, typed);
      return value;
    });
    return min !== undefined && max !== undefined && min > max ? [max, min] : [min, max];
  };
  const [min, max] = range(minName, maxName, parseWan);
  const [yearMin, yearMax] = type === 'product' ? range('yearMin', 'yearMax', parseYear) : [];

  const sorts = sortsOf(type, q);
  const sort = sorts.find((known) => known === one('sort')) ?? defaultSort(type, q);
  if (one('sort') && sort !== one('sort') && one('sort') !== 'relevance') ignore('sort', one('sort'));

  const pageText = one('page');
  const page = /^[1-9]\d{0,3}$/.test(pageText) ? Math.min(Number(pageText), lastPage) : 1;
  if (pageText && String(page) !== pageText) ignore('page', pageText);

  const without = inferredKeys.filter((key) => params.getAll('without').includes(key));
  for (const value of params.getAll('without'))
    if (!(inferredKeys as readonly string[]).includes(value)) ignore('without', value);

  const query: SearchQuery = { q, type, choices, min, max, sort, page };
  if (yearMin !== undefined) query.yearMin = yearMin;
  if (yearMax !== undefined) query.yearMax = yearMax;
  if (without.length) query.without = without;
  return { query, ignored };
}

/** How many conditions narrow the list. */
export const countConditions = ({ choices, min, max, yearMin, yearMax }: SearchQuery) =>
  Object.values(choices).reduce((sum, values) => sum + values.length, 0) +
  (min !== undefined || max !== undefined ? 1 : 0) +
  (yearMin !== undefined || yearMax !== undefined ? 1 : 0);

const wanText = (fen: number | undefined) => (fen === undefined ? undefined : String(fen / fenPerWan));

/** The parameters of a query in their shortest form: what is usual is left out. */
export function searchParams(
  query: SearchQuery,
  place: SearchPlace,
): Record<string, string | readonly string[] | undefined> {
  const [minName, maxName] = rangeNames(query.type);
  return {
    q: query.q || undefined,
    // words without a type open the one that they speak of
    type: place === 'search' && (query.q || query.type === 'scenario') ? query.type : undefined,
    ...query.choices,
    without: query.without,
    [minName]: wanText(query.min),
    [maxName]: wanText(query.max),
    yearMin: query.yearMin?.toString(),
    yearMax: query.yearMax?.toString(),
    sort: query.sort === defaultSort(query.type, query.q) ? undefined : query.sort,
    page: query.page > 1 ? String(query.page) : undefined,
  };
}

/** The address of a query. A change of anything but the page starts again at the first page. */
export function searchHref(
  query: SearchQuery,
  place: SearchPlace,
  change: Partial<SearchQuery> = {},
): string {
  return withQuery(`/${place}`, searchParams({ ...query, page: 1, ...change }, place));
}
