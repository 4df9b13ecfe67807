import type { DirectoryType } from '~/domain/search/directory-query';
import { searchHref, sortsOf, type SearchQuery, type SearchType } from '~/domain/search/search-query';
import { paths } from '~/paths';

export const resultTypes = ['product', 'scenario', 'publication', 'organisation'] as const;
export type ResultType = SearchType | DirectoryType;

/** The tab of a type for these words, in its usual order and without conditions that were chosen. */
export const tabHref = (type: ResultType, q: string, without?: SearchQuery['without']): string =>
  type === 'product' || type === 'scenario'
    ? searchHref({ q, type, choices: {}, without, sort: sortsOf(type, q)[0]!, page: 1 }, 'search')
    : paths.search({ q, type });
