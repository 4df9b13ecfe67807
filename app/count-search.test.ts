import type { AppLoadContext } from '@remix-run/node';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { searchTerms } from '#db/schema';
import { useDatabase } from '#tests/database';
import { countDirectorySearch, countSearch } from './count-search.server';
import { readDirectoryQuery } from './domain/search/directory-query';
import { readSearchQuery } from './domain/search/search-query';
import type { SearchResult } from './domain/search/search-result';
import { storeSearchTerms } from './domain/search-terms/note-search.server';

useDatabase();
const firefox = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0';
const visit = (address: string, agent = firefox, network = '192.0.2.1', userId?: string) => {
  const { query } = readSearchQuery(new URLSearchParams(address));
  const request = new Request('http://localhost/search', { headers: { 'User-Agent': agent } });
  const asking = { request, context: { network } as AppLoadContext, viewer: userId ? { userId } : undefined };
  countSearch(asking, query, { products: [], scenarios: [], partly: {} } as unknown as SearchResult);
};

test('a search is counted once, not its pages, orders and conditions, nor what robots ask', async () => {
  visit('q=无人机');
  visit('q=无人机&page=2');
  visit('q=无人机&sort=newest');
  visit('q=无人机&district=雁塔区');
  visit('q=无人机&priceMax=50');
  visit('q=无人机&yearMin=2025');
  visit('q=无人机&without=district');
  visit('q=无人机', 'Googlebot/2.1 (+http://www.google.com/bot.html)');
  visit('');
  await storeSearchTerms();
  expect(await db.select().from(searchTerms)).toMatchObject([
    { term: '无人机', searches: 1, foundNothing: 1 },
  ]);
});

test('searches for publications and organisations are counted by the same rules', async () => {
  await storeSearchTerms();
  const list = (address: string, total: number, agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0') => {
    const { query } = readDirectoryQuery(new URLSearchParams(address))!;
    const request = new Request('http://localhost/search', { headers: { 'User-Agent': agent } });
    countDirectorySearch({ request, context: { network: '192.0.2.1' } as AppLoadContext }, query, total);
  };
  list('type=organisation&q=云鹞', 1);
  list('type=organisation&q=云鹞&page=2', 1);
  list('type=organisation&q=云鹞&sort=name', 1);
  list('type=organisation&q=云鹞&kind=buyer', 0);
  list('type=organisation&q=云鹞', 1, 'Googlebot/2.1 (+http://www.google.com/bot.html)');
  list('type=organisation', 9);
  list('type=publication&q=云鹞', 0);
  await storeSearchTerms();
  const rows = await db.select().from(searchTerms);
  expect(rows.filter(({ term }) => term === '云鹞')).toHaveLength(2);
  expect(rows).toContainEqual(
    expect.objectContaining({ type: 'organisation', term: '云鹞', searches: 1, foundNothing: 0 }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({ type: 'publication', term: '云鹞', searches: 1, foundNothing: 1 }),
  );
});

test('one person who asks again is counted once, others are counted by themselves', async () => {
  const counted = async (...asks: [network: string, userId?: string][]) => {
    await write(async (tx) => void (await tx.delete(searchTerms)));
    const term = `词${asks.flat().join('')}`;
    for (const [network, userId] of asks) visit(`q=${term}`, firefox, network, userId);
    await storeSearchTerms();
    const rows = await db.select().from(searchTerms);
    return rows.reduce((sum, row) => sum + row.searches, 0);
  };
  expect(await counted(['192.0.2.1'], ['192.0.2.1'], ['192.0.2.1'])).toBe(1);
  expect(await counted(['192.0.2.1'], ['192.0.2.2'])).toBe(2);
  // before signing in, and after signing out
  expect(await counted(['192.0.2.1'], ['192.0.2.1', 'a'])).toBe(1);
  expect(await counted(['192.0.2.1', 'a'], ['192.0.2.1'])).toBe(1);
  // at home and at work, and two in one office
  expect(await counted(['192.0.2.1', 'a'], ['192.0.2.2', 'a'])).toBe(1);
  expect(await counted(['192.0.2.1', 'a'], ['192.0.2.1', 'b'])).toBe(2);
});
