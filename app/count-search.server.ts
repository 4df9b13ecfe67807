import type { AppLoadContext } from '@remix-run/node';
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

type Asking = { request: Request; context: AppLoadContext; viewer?: { userId: string } };
const askerOf = ({ context, viewer }: Asking) => ({ network: context.network, account: viewer?.userId });

/**
 * Counts a search for typed words, once a search: not its further pages, not the same narrowed, widened or in another
 * order, and not what robots ask; of one asker once a day. Hits that all lack a part of what was asked are not what was
 * looked for.
 */
export function countSearch(asking: Asking, query: SearchQuery, result: SearchResult): void {
  if (query.without !== undefined || !isCounted(asking.request, query, countConditions(query))) return;
  const hits = [...result.products, ...result.scenarios];
  noteSearch(query, hits.filter(({ id }) => !result.partly[id]).length, askerOf(asking));
}

/** The same for publications and organisations, which are found wholly or not at all. */
export function countDirectorySearch(asking: Asking, query: DirectoryQuery, total: number): void {
  if (isCounted(asking.request, query, countDirectoryConditions(query)))
    noteSearch(query, total, askerOf(asking));
}
