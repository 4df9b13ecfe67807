import type { Inferred, Reason } from '#search/found';
import type { ProductRowData } from '../products/product-row';
import type { ScenarioRowData } from '../scenarios/scenario-row';
import type { NearTo } from './near.server';
import type { SearchType } from './search-query';

export type { Idea, Inferred, Reason } from '#search/found';

/** So many reasons are told of a hit. */
export const mostReasons = 3;

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
  /** Words the query asks to leave out: 不要摄像头. */
  excluded: string[];
  /** Conditions read out of the query (雁塔区, 在有效期, 500万以内), applied until named in `SearchQuery.without`. */
  inferred: Inferred[];
  /** The industry or category that the words are the name of. */
  field?: { facet: 'industry' | 'category'; name: string };
  /** The type of result that the query itself speaks of. */
  asks: SearchType | undefined;
  /** Why each hit is there, by id, the strongest reason first: at most `mostReasons`. */
  reasons: Record<string, Reason[]>;
  /** Pieces of the query and conditions let go that a hit does not meet, by id; a hit that meets all is absent. */
  partly: Record<string, string[]>;
  products: ProductRowData[];
  scenarios: ScenarioRowData[];
  /** How many are left out because they name no price or no budget; only where a range is asked for. */
  withoutAmount: number;
  /** How many are left out because nobody has recognised them; only where years are asked for. */
  withoutYear: number;
  /** How many of each type the words alone would give. */
  counts: Record<SearchType, number>;
  /** Something to try instead, where nothing was found. */
  near: NearTo[];
  /** Beside few products: those that are meant for the scenario which the words describe. */
  meantFor?: { code: string; title: string; products: ProductRowData[] };
  todayOn: string;
}

/** Whether a hit lacks a part of the words themselves, not only conditions that were let go. */
export const lacksWords = ({ partly, inferred }: Pick<SearchResult, 'partly' | 'inferred'>, id: string) =>
  (partly[id] ?? []).some((piece) => !inferred.some((one) => one.letGo && one.said === piece));
