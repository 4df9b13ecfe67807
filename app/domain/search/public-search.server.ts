import { find } from '#search/find.server';
import { suggestTerms } from '#search/suggest-terms.server';
import { suggest } from '#search/suggest.server';
import { paths } from '~/paths';
import type { ProductRowData } from '../products/product-row';
import { listProductRows } from '../products/product-rows.server';
import type { ScenarioRowData } from '../scenarios/scenario-row';
import { listScenarioRows } from '../scenarios/scenario-rows.server';
import type { ApiSearch } from './api-search';
import { suggestFromDirectory } from './directory.server';
import { filtersOf } from './search.server';

const fenPerYuan = 100;
const yuan = (fen: number | null) => (fen === null ? null : fen / fenPerYuan);

/** The answer of `GET /api/v1/search`. Amounts in yuan, addresses on this site. */
export async function searchForMachines({ query, limit, offset }: ApiSearch) {
  const { type, q, sort, without } = query;
  const found = await find({ type, q, filters: filtersOf(query), without, sort, limit, offset });
  const hits =
    type === 'product'
      ? (await listProductRows(found.ids)).map(productHit)
      : (await listScenarioRows(found.ids)).map(scenarioHit);
  return {
    total: found.total,
    engine: found.engine,
    tookMs: found.tookMs,
    understood: found.expanded,
    excluded: found.excluded,
    inferred: found.inferred,
    hits: hits.map(({ id, ...hit }) => ({
      ...hit,
      why: found.reasons[id] ?? [],
      without: found.partly[id] ?? [],
    })),
  };
}

const productHit = (row: ProductRowData) => ({
  id: row.id,
  type: 'product' as const,
  code: row.code,
  title: row.name,
  organisation: row.organisationName,
  url: paths.product(row.code),
  kind: row.kind,
  industry: row.industry,
  categories: row.intendedCategories,
  district: row.district,
  maturity: row.maturity,
  recognised: row.recognition?.inForce ?? false,
  recognisedUntil: row.recognition?.validUntilOn ?? null,
  price:
    row.priceMin === null
      ? null
      : { min: yuan(row.priceMin), max: yuan(row.priceMax), currency: 'CNY', per: row.priceUnit },
});

const scenarioHit = (row: ScenarioRowData) => ({
  id: row.id,
  type: 'scenario' as const,
  code: row.code,
  title: row.title,
  organisation: row.organisationName,
  url: paths.scenario(row.code),
  category: row.category,
  district: row.district,
  status: row.status,
  deadline: row.deadlineOn,
  deadlineGranularity: row.deadlineGranularity,
  budget: row.budget === null ? null : { amount: yuan(row.budget), currency: 'CNY' },
});

/** What the search box offers, of each sort at most so many. */
const offered = { terms: 2, directory: 2 };

export interface BoxSuggestion {
  type: 'term' | 'product' | 'scenario' | 'organisation' | 'publication';
  label: string;
  url: string;
}

/** Words, then names that go on as `q` begins, with where they are: for the search box. At most `limit`. */
export async function suggestForBox(q: string, limit = 8): Promise<BoxSuggestion[]> {
  const [terms, items, directory] = await Promise.all([
    suggestTerms(q, offered.terms),
    suggest(q, limit),
    suggestFromDirectory(q, offered.directory),
  ]);
  const others: BoxSuggestion[] = [
    ...directory.organisations.map(({ name, code }) => ({
      type: 'organisation' as const,
      label: name,
      url: paths.organisation(code),
    })),
    ...directory.publications.map(({ title, code }) => ({
      type: 'publication' as const,
      label: title,
      url: paths.publication(code),
    })),
  ];
  const words = terms.map((term) => ({
    type: 'term' as const,
    label: term,
    url: paths.search({ q: term }),
  }));
  return [
    ...words,
    ...items.slice(0, Math.max(0, limit - words.length - others.length)).map(({ type, label, code }) => ({
      type,
      label,
      url: type === 'product' ? paths.product(code) : paths.scenario(code),
    })),
    ...others,
  ].slice(0, limit);
}
