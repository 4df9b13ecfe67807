import { isbot } from 'isbot';
import { countDirectoryConditions, type DirectoryQuery } from './domain/search/directory-query';
import { countConditions, type SearchQuery } from './domain/search/search-query';
import type { SearchResult } from './domain/search/search-result';
import { noteSearch } from './domain/search-terms/note-search.server';

/** Whether it is a search for typed words and the first of it, and not a robot's. */
const isCounted = (request: Request, { q, page, sort }: SearchQuery | DirectoryQuery, conditions: number) =>
  q !== '' &&
  page === 1 &&
  sort === 'relevance' &&
  conditions === 0 &&
  !isbot(request.headers.get('User-Agent'));

/**
 * Counts a search for typed words, once a search: not its further pages, not the same narrowed, widened or in another
 * order, and not what robots ask. Hits that all lack a part of what was asked are not what was looked for.
 */
export function countSearch(request: Request, query: SearchQuery, result: SearchResult): void {
  if (query.without !== undefined || !isCounted(request, query, countConditions(query))) return;
  const hits = [...result.products, ...result.scenarios];
  noteSearch(query, hits.filter(({ id }) => !result.partly[id]).length);
}

/** The same for publications and organisations, which are found wholly or not at all. */
export function countDirectorySearch(request: Request, query: DirectoryQuery, total: number): void {
  if (isCounted(request, query, countDirectoryConditions(query))) noteSearch(query, total);
}
