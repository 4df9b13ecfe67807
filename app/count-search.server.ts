import { isbot } from 'isbot';
import { countConditions, type SearchQuery } from './domain/search/search-query';
import type { SearchResult } from './domain/search/search-result';
import { noteSearch } from './domain/search-terms/note-search.server';

/**
 * Counts a search for typed words, once a search: not its further pages, not the same narrowed, widened or in another
 * order, and not what robots ask. Hits that all lack a part of what was asked are not what was looked for.
 */
export function countSearch(request: Request, query: SearchQuery, result: SearchResult): void {
  const again = query.page !== 1 || query.sort !== 'relevance' || query.without !== undefined;
  if (!query.q || again || countConditions(query) > 0 || isbot(request.headers.get('User-Agent'))) return;
  const hits = [...result.products, ...result.scenarios];
  noteSearch(query, hits.filter(({ id }) => !result.partly[id]).length);
}
