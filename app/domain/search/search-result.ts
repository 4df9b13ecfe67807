import type { ProductRowData } from '../products/product-row';
import type { ScenarioRowData } from '../scenarios/scenario-row';
import type { SearchType } from './search-query';

/** One page of a list of products or scenarios. */
export interface SearchResult {
  total: number;
  engine: 'meilisearch' | 'database';
  /** Facet → value → how many there would be. */
  facets: Record<string, Record<string, number>>;
  /** The words that were searched for, where they are not those that were typed. */
  understood: string[];
  /** Name in pieces by id, those that were searched for marked. */
  highlights: Record<string, { text: string; mark?: boolean }[]>;
  products: ProductRowData[];
  scenarios: ScenarioRowData[];
  /** How many are left out because they name no price or no budget; only where a range is asked for. */
  withoutAmount: number;
  /** How many of each type the words alone would give. */
  counts: Record<SearchType, number>;
  todayOn: string;
}
