import { db } from '#db/client.server';
import { searchWords } from '#db/schema';
import { indexName, searchClient } from '#search/engine.server';
import { find } from '#search/find.server';
import { suggest } from '#search/suggest.server';
import { allSources } from '#search/sources.server';
import { readApiSearch } from '~/domain/search/api-search';
import { searchForMachines, suggestForBox } from '~/domain/search/public-search.server';
import { searchPage } from '~/domain/search/search.server';
import { readSearchQuery } from '~/domain/search/search-query';

/** A way out of the search: everything it says when `words` are asked for. Whatever is public belongs here. */
export type Outlet = { name: string; says(words: string): Promise<unknown> };

const types = ['product', 'scenario'] as const;
const both = <T>(ask: (type: (typeof types)[number]) => Promise<T>) => Promise.all(types.map(ask));

export const outlets: Outlet[] = [
  { name: 'search by the engine', says: (q) => both((type) => find({ type, q, limit: 100 })) },
  {
    name: 'search by the database',
    says: (q) => both((type) => find({ type, q, limit: 100, by: 'database' })),
  },
  { name: 'facets and lists', says: () => both((type) => find({ type, limit: 100 })) },
  { name: 'suggestions', says: async (q) => [await suggest(q, 20), await suggestForBox(q, 20)] },
  {
    name: 'result page',
    says: (q) => both((type) => searchPage(readSearchQuery(new URLSearchParams({ q, type })).query)),
  },
  {
    name: 'API',
    says: (q) =>
      both((type) => {
        const asked = readApiSearch(new URLSearchParams({ q, type, limit: '100' }));
        if (!asked.ok) throw new Error(asked.detail);
        return searchForMachines(asked.data);
      }),
  },
  {
    name: 'documents of the index',
    says: () =>
      Promise.all(
        allSources.map((source) =>
          searchClient().index(indexName(source.index)).getDocuments({ limit: 1_000 }),
        ),
      ),
  },
  { name: 'stored words', says: () => db.select().from(searchWords) },
];
