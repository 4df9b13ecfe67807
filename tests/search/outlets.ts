import { db } from '#db/client.server';
import { searchWords } from '#db/schema';
import { indexName, searchClient } from '#search/engine.server';
import { find } from '#search/find.server';
import { suggest } from '#search/suggest.server';
import { allSources } from '#search/sources.server';
import { robotsText, sitemapIndex, sitemapPart } from '~/domain/open-data/sitemap.server';
import { readApiSearch } from '~/domain/search/api-search';
import { exportCsv, exportXlsx } from '~/domain/search/export.server';
import { searchForMachines, suggestForBox } from '~/domain/search/public-search.server';
import { searchPage } from '~/domain/search/search.server';
import { readSearchQuery } from '~/domain/search/search-query';
import { searchFeed } from '~/domain/searches/feed.server';
import { plantedFeed } from './canaries';
import { pages } from './pages';
import { unzipTexts } from './unzip';

/** A way out of the search: everything it says when `words` are asked for. Whatever is public belongs here. */
export type Outlet = { name: string; says(words: string): Promise<unknown>; keepsWithdrawn?: true };

const types = ['product', 'scenario'] as const;
const both = <T>(ask: (type: (typeof types)[number]) => Promise<T>) => Promise.all(types.map(ask));
/** For what does not depend on the words: it is asked for once. */
const once = (ask: () => Promise<unknown>) => {
  let said: Promise<unknown> | undefined;
  return () => (said ??= ask());
};
const queries = (words: string) =>
  types.map((type) => readSearchQuery(new URLSearchParams({ q: words, type })).query);

const everySpreadsheet = () =>
  Promise.all(queries('').map(async (query) => unzipTexts(await exportXlsx(query, '', ''))));

async function sitemap(site: string) {
  const index = await sitemapIndex(site);
  const parts = [...index.matchAll(/\/sitemap\/([^<]+)\.xml/g)].map((found) => found[1]!);
  return [index, ...(await Promise.all(parts.map((part) => sitemapPart(part, site)))), robotsText(site)];
}

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
  {
    name: 'CSV of a search',
    says: (q) =>
      Promise.all(
        [...queries(q), ...queries('')].map((query) => new Response(exportCsv(query, '', '')).text()),
      ),
  },
  {
    name: 'spreadsheet of a search',
    says: async (q) =>
      Promise.all(queries(q).map(async (query) => unzipTexts(await exportXlsx(query, '', '')))),
  },
  { name: 'spreadsheet of everything', says: once(() => everySpreadsheet()) },
  { name: 'Atom feed of a saved search', says: () => searchFeed(plantedFeed) },
  { name: 'sitemap and robots.txt', says: once(() => sitemap('https://market.example')) },
  { name: 'search page', says: pages.search },
  { name: 'comparison', says: pages.compare },
  {
    name: 'product pages, with the scenarios open to them and products like them',
    says: once(pages.products),
  },
  {
    name: 'scenario pages, with the products that suit them',
    says: once(pages.scenarios),
    keepsWithdrawn: true,
  },
  { name: 'organisation pages', says: once(pages.organisations) },
  { name: 'lists and catalogues', says: once(pages.publications), keepsWithdrawn: true },
  { name: 'records for machines', says: once(pages.records), keepsWithdrawn: true },
  { name: 'home page and intentions', says: once(pages.home) },
];
