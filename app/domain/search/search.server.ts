import { asksFor, find, type Filters, type Found } from '#search/find.server';
import { highlight } from '#search/text.server';
import { todayOn } from '../calendar';
import { listProductRows } from '../products/product-rows.server';
import { listScenarioRows } from '../scenarios/scenario-rows.server';
import { meantFor } from './meant-for.server';
import { nearTo } from './near.server';
import {
  countConditions,
  readSearchQuery,
  type SearchQuery,
  type SearchType,
  type TermsInUse,
} from './search-query';
import { lacksWords, mostReasons, type Reason, type SearchResult } from './search-result';

export const searchPageSize = 20;

/** The conditions of a query as search takes them. */
export const filtersOf = ({ type, choices, min, max, yearMin, yearMax }: SearchQuery): Filters => ({
  ...(choices as Filters),
  ...(type === 'product'
    ? { priceMin: min, priceMax: max, yearMin, yearMax }
    : { budgetMin: min, budgetMax: max }),
});

const countOf = async (
  { q, without }: Pick<SearchQuery, 'q' | 'without'>,
  type: SearchType,
  filters?: Filters,
) => (await find({ type, q, filters, without, limit: 0 })).total;

/** One page of results, with everything its page shows. Three to five statements. */
export const searchPage = async (query: SearchQuery, pageSize = searchPageSize): Promise<SearchResult> =>
  (await pageAndMeaning(query, pageSize)).result;

/** The same with how the query was understood, and how well the first hit answers it; 0 for a list without words. */
async function pageAndMeaning(query: SearchQuery, pageSize = searchPageSize) {
  const { type, q, sort, page } = query;
  const today = todayOn();
  const other: SearchType = type === 'product' ? 'scenario' : 'product';
  const [found, others] = await Promise.all([
    find({
      type,
      q,
      filters: filtersOf(query),
      without: query.without,
      sort,
      limit: pageSize,
      offset: (page - 1) * pageSize,
      check: false,
    }),
    countOf(query, other),
  ]);
  const products = type === 'product' ? await listProductRows(found.ids, today) : [];
  const scenarios = type === 'scenario' ? await listScenarioRows(found.ids, today) : [];
  const isPlain = page === 1 && sort === 'relevance' && countConditions(query) === 0;
  // what was withdrawn a moment ago has no row any more
  const total = found.total - (found.ids.length - products.length - scenarios.length);
  const names = [...products, ...scenarios].map(
    (row) => [row.id, 'name' in row ? row.name : row.title] as const,
  );
  const [own, withoutAmount, withoutYear, near, meant] = await Promise.all([
    countConditions(query) === 0 ? total : countOf(query, type),
    countLeftOut(query, 'amount', found.inferred),
    countLeftOut(query, 'year', found.inferred),
    q && total === 0 ? nearTo(q) : [],
    isPlain
      ? meantFor(q, type === 'product' ? found : { ids: [], total: others, inferred: found.inferred })
      : undefined,
  ]);
  const result: SearchResult = {
    total,
    engine: found.engine,
    facets: found.facets,
    understood: understoodWords(q, found),
    highlights: Object.fromEntries(names.map(([id, name]) => [id, highlight(name, found.marked)])),
    excluded: found.excluded,
    inferred: found.inferred,
    field: found.field,
    asks: found.asks,
    reasons: tellingReasons(found.reasons),
    partly: found.partly,
    products,
    scenarios,
    withoutAmount,
    withoutYear,
    near,
    meantFor: meant && {
      code: meant.code,
      title: meant.title,
      products: await listProductRows(meant.ids, today),
    },
    counts: { [type]: own, [other]: others } as Record<SearchType, number>,
    todayOn: today,
  };
  return { result, ideas: found.expanded, best: found.scores[found.ids[0] ?? ''] ?? 0 };
}
type Page = Awaited<ReturnType<typeof pageAndMeaning>>;

/** The first reasons of each hit; the same reason is the same object, which is sent to the browser once. */
function tellingReasons(reasons: Found['reasons']): SearchResult['reasons'] {
  const known = new Map<string, Reason>();
  const once = (reason: Reason) => {
    const key = JSON.stringify(reason);
    return known.get(key) ?? (known.set(key, reason), reason);
  };
  return Object.fromEntries(
    Object.entries(reasons).map(([id, some]) => [id, some.slice(0, mostReasons).map(once)]),
  );
}

/** How much better a scenario answers than any product, to be shown first. */
const muchBetter = 1.8;

/**
 * Whether the words are rather a scenario's: no product meets all of several ideas, and a scenario answers much better.
 * Only the first page by relevance holds the best product.
 */
async function isScenarios({ q, sort, page }: SearchQuery, { result, ideas, best }: Page) {
  const { products } = result;
  if (sort !== 'relevance' || page > 1) return false;
  if (ideas.length < 2 || !products[0] || !lacksWords(result, products[0].id)) return false;
  const { ids, scores } = await find({ type: 'scenario', q, limit: 1, check: false });
  return (scores[ids[0] ?? ''] ?? 0) > best * muchBetter;
}

/**
 * The page of an address: of the type that it names, else of the one that its words speak of (…的场景), else products
 * or, where there are none or a scenario answers much better, scenarios.
 */
export async function openSearch(params: URLSearchParams, inUse?: TermsInUse) {
  const open = async (fixed?: SearchType) => {
    const { query, ignored } = readSearchQuery(params, fixed, inUse);
    return { query, ignored, ...(await pageAndMeaning(query)) };
  };
  if (params.get('type')) return open();
  const page = await open(await asksFor(params.get('q') ?? ''));
  const { query, result } = page;
  if (query.type !== 'product' || !query.q || countConditions(query) > 0 || !result.counts.scenario)
    return page;
  return result.total === 0 || (await isScenarios(query, page)) ? open('scenario') : page;
}

/**
 * How many a range, chosen or read out of the words, leaves out because they say nothing of it: no price, no budget,
 * never recognised.
 */
async function countLeftOut(
  query: SearchQuery,
  range: 'amount' | 'year',
  inferred: Found['inferred'],
): Promise<number> {
  const { type, min, max, yearMin, yearMax } = query;
  const asked = range === 'amount' ? [min, max] : [yearMin, yearMax];
  const isSaid = inferred.some((one) => one.applied && one.key === range);
  if (!isSaid && asked.every((end) => end === undefined)) return 0;
  // Without the other range: what lacks both would be missing in both counts.
  const others = filtersOf({
    ...query,
    min: undefined,
    max: undefined,
    yearMin: undefined,
    yearMax: undefined,
  });
  const words = { q: query.q, without: [...(query.without ?? []), 'amount' as const, 'year' as const] };
  const least = range === 'year' ? { yearMin: 1 } : type === 'product' ? { priceMin: 0 } : { budgetMin: 0 };
  const [all, named] = await Promise.all([
    countOf(words, type, others),
    countOf(words, type, { ...others, ...least }),
  ]);
  return Math.max(0, all - named);
}

/** wrj → 无人机; empty when every word is there as it was typed. */
function understoodWords(q: string, found: Found): string[] {
  const typed = q.normalize('NFKC').toLowerCase();
  const words = found.field
    ? [found.field.name]
    : found.expanded.filter((unit) => unit.spellings.length > 0).map((unit) => unit.text);
  return words.some((word) => !typed.includes(word)) ? words : [];
}

/** Ids of all that a search finds, newest first, at most `most`; how many there are, and what each lacks (`Found.partly`). */
export async function hitIds(
  query: SearchQuery,
  most: number,
): Promise<{ ids: string[]; total: number; partly: Found['partly'] }> {
  const { type, q, without } = query;
  const page = (offset: number) =>
    find({ type, q, without, filters: filtersOf(query), sort: 'newest', limit: 100, offset });
  const { ids, total, partly } = await page(0);
  while (ids.length < Math.min(most, total)) {
    const more = await page(ids.length);
    if (more.ids.length === 0) break;
    ids.push(...more.ids);
    Object.assign(partly, more.partly);
  }
  return { ids: ids.slice(0, most), total, partly };
}
