import type { ProductRowData } from '~/domain/products/product-row';
import type { SearchResult } from '~/domain/search/search-result';

/** A page of results that holds nothing but what is given. */
export const aResult = (given: Partial<SearchResult> = {}): SearchResult => ({
  total: 1,
  engine: 'meilisearch',
  facets: {},
  understood: [],
  highlights: {},
  excluded: [],
  inferred: [],
  asks: undefined,
  reasons: {},
  partly: {},
  products: [],
  scenarios: [],
  withoutAmount: 0,
  withoutYear: 0,
  counts: { product: 0, scenario: 0 },
  near: [],
  todayOn: '2026-11-26',
  ...given,
});

/** A product as lists show it, with as little as it can have. */
export const aProductRow = (code: string, name: string): ProductRowData => ({
  id: code.toLowerCase(),
  code,
  name,
  kind: 'first-unit',
  industry: '无人机',
  maturity: null,
  organisationName: '西安云鹞航空（示例）有限公司',
  organisationCode: 'E-01',
  district: null,
  zone: null,
  intendedCategories: [],
  specs: [],
  recognition: null,
  priceMin: null,
  priceMax: null,
  priceUnit: null,
  firsts: [],
  buyers: 0,
  users: 0,
});
