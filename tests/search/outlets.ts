import { db } from '#db/client.server';
import { searchWords } from '#db/schema';
import { indexName, searchClient } from '#search/engine.server';
import { facets } from '#search/filters.server';
import { find } from '#search/find.server';
import { suggest } from '#search/suggest.server';
import { allSources } from '#search/sources.server';
import { robotsText, sitemapIndex, sitemapPart } from '~/domain/open-data/sitemap.server';
import { readApiSearch } from '~/domain/search/api-search';
import { directoryTypes, readDirectoryQuery } from '~/domain/search/directory-query';
import { exportCsv, exportXlsx } from '~/domain/search/export.server';
import { searchForMachines, suggestForBox } from '~/domain/search/public-search.server';
import { searchPage } from '~/domain/search/search.server';
import { readSearchQuery } from '~/domain/search/search-query';
import { searchFeed } from '~/domain/searches/feed.server';
import {
  cancelledScenario,
  plantedFeed,
  silentBuyer,
  silentOrganisation,
  withdrawnScenario,
} from './canaries';
import { pages } from './pages';
import { unzipTexts } from './unzip';

/**
 * A way out of the search: everything it says when `words` are asked for. Whatever is public belongs here. `keeps` are
 * words that are public here and nowhere else.
 */
export type Outlet = { name: string; says(words: string): Promise<unknown>; keeps?: readonly string[] };
const takenBack = [withdrawnScenario, cancelledScenario];

const types = ['product', 'scenario'] as const;
const both = <T>(ask: (type: (typeof types)[number]) => Promise<T>) => Promise.all(types.map(ask));
const queries = (words: string) => [
  ...types.map((type) => readSearchQuery(new URLSearchParams({ q: words, type })).query),
  ...directoryTypes.map((type) => readDirectoryQuery(new URLSearchParams({ q: words, type }))!.query),
];

const csvOf = (words: string) =>
  Promise.all(queries(words).map((query) => new Response(exportCsv(query, '', '')).text()));
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
    name: 'result page narrowed to these words',
    says: (q) =>
      both((type) =>
        Promise.all(
          facets[type].map(({ name }) =>
            searchPage(readSearchQuery(new URLSearchParams({ type, [name]: q })).query),
          ),
        ),
      ),
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
  { name: 'CSV of a search', says: csvOf },
  { name: 'CSV of everything', says: () => csvOf('') },
  {
    name: 'spreadsheet of a search',
    says: async (q) =>
      Promise.all(queries(q).map(async (query) => unzipTexts(await exportXlsx(query, '', '')))),
  },
  { name: 'spreadsheet of everything', says: everySpreadsheet },
  { name: 'Atom feed of a saved search', says: () => searchFeed(plantedFeed) },
  { name: 'sitemap and robots.txt', says: () => sitemap('https://market.example') },
  { name: 'search page', says: pages.search },
  { name: 'comparison', says: pages.compare },
  {
    name: 'product pages, with the scenarios open to them and products like them',
    says: pages.products,
  },
  {
    name: 'scenario pages, with the products that suit them',
    says: pages.scenarios,
    keeps: takenBack,
  },
  {
    name: 'organisation pages',
    says: pages.organisations,
    keeps: [silentOrganisation, silentBuyer],
  },
  { name: 'lists and catalogues', says: pages.publications, keeps: takenBack },
  { name: 'records for machines', says: pages.records, keeps: takenBack },
  { name: 'home page and intentions', says: pages.home },
];
