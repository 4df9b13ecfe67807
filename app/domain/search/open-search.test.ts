import { expect, test } from 'vitest';
import { useSearchEngine } from '#tests/engine';
import { useWorld } from '#tests/world';
import { find } from '#search/find.server';
import { readSearchQuery } from './search-query';
import { mostReasons } from './search-result';
import { openSearch, searchPage } from './search.server';

useWorld();
useSearchEngine();

const opened = async (address: string) => (await openSearch(new URLSearchParams(address))).query.type;

test.each([
  ['q=鄠邑区 场景', 'scenario'],
  ['q=需要机器人的应用场景', 'scenario'],
  ['q=无人机', 'product'],
  ['q=无人机&type=scenario', 'scenario'],
  ['q=鄠邑区 场景&type=product', 'product'],
  // what is told is a scenario's, and products hold a word of it
  ['q=车间晚上没人也能自动上下料', 'scenario'],
  ['q=车间晚上没人也能自动上下料&type=product', 'product'],
  ['q=能自己坐电梯送餐的机器人', 'product'],
])('%s opens the %s tab', async (address, type) => {
  expect(await opened(address)).toBe(type);
});

test('words that only scenarios hold open the scenarios', async () => {
  const { result } = await openSearch(new URLSearchParams('q=S-AI-04'));
  expect(result.scenarios[0]?.code).toBe('S-AI-04');
});

test('an English name of an industry is said to be read as the Chinese one, not as its pieces', async () => {
  const understood = async (q: string) => (await openSearch(new URLSearchParams({ q }))).result.understood;
  expect(await understood('Biomedicine')).toEqual(['生物医药']);
  expect(await understood('信息技术')).toEqual([]);
});

test('in another order only what meets most of the words is listed, in both engines', async () => {
  const q = '电力巡检 无人机 高精度';
  for (const by of ['meilisearch', 'database'] as const) {
    const ranked = await find({ type: 'product', q, limit: 60, by });
    const newest = await find({ type: 'product', q, limit: 60, sort: 'newest', by });
    expect(newest.total).toBeGreaterThan(0);
    expect(newest.total).toBeLessThan(ranked.total);
    // what meets all of it is among them
    const whole = ranked.ids.filter((id) => !ranked.partly[id]);
    expect(newest.ids).toEqual(expect.arrayContaining(whole));
  }
});

test.each(['meilisearch', 'database'] as const)(
  'in every order and on every page a hit says why it is there and what it lacks, by the %s',
  async (by) => {
    const asked = { type: 'product', q: '智能 系统 设备', by } as const;
    const pages = [
      await find({ ...asked, limit: 20, offset: 80 }),
      ...(await Promise.all(
        (['newest', 'price', 'recognised', 'used'] as const).map((sort) => find({ ...asked, sort })),
      )),
    ];
    for (const { ids, reasons, partly } of pages) {
      expect(ids.length).toBeGreaterThan(0);
      // every piece of the query is either a reason or lacking
      for (const id of ids) {
        const met = (reasons[id] ?? []).map(({ typed }) => typed);
        expect([...met, ...(partly[id] ?? [])].sort()).toEqual(['智能', '系统', '设备']);
        expect(partly[id]).not.toEqual([]);
      }
    }
    for (const { partly } of pages.slice(0, 2)) expect(Object.keys(partly).length).toBeGreaterThan(0);
    // a hit is told the same whatever order it stands in
    const newest = pages[1]!;
    const ranked = await find({ ...asked, limit: 100 });
    const both = newest.ids.filter((id) => ranked.ids.includes(id));
    expect(both.length).toBeGreaterThan(0);
    for (const id of both) expect(newest.partly[id]).toEqual(ranked.partly[id]);
  },
);

test('a list without words has nothing to say of its hits', async () => {
  const { ids, reasons, partly } = await find({ type: 'product', sort: 'newest', limit: 5 });
  expect([ids.length, reasons, partly]).toEqual([5, {}, {}]);
});

const statements = () => (globalThis as { __sqlStatements?: number }).__sqlStatements ?? 0;

test.each(['q=系统', 'q=系统&sort=newest', 'q=系统&sort=price&priceMin=1&yearMin=2020', 'q=系统&page=5'])(
  'the page of %s takes at most eight statements',
  async (address) => {
    const { query } = readSearchQuery(new URLSearchParams(address));
    await searchPage(query); // what every process reads once
    const before = statements();
    const { partly, reasons } = await searchPage(query, 19);
    expect(statements() - before).toBeLessThanOrEqual(8);
    expect(Object.keys({ ...reasons, ...partly }).length).toBeGreaterThan(10);
    // each reason is sent to the browser once
    const told = Object.values(reasons).flat();
    expect(new Set(told).size).toBe(new Set(told.map((one) => JSON.stringify(one))).size);
    expect(Math.max(...Object.values(reasons).map((some) => some.length))).toBeLessThanOrEqual(mostReasons);
  },
);

test('how well a hit answers stays on the server', async () => {
  const { result } = await openSearch(new URLSearchParams('q=无人机'));
  expect(Object.keys(result)).not.toContain('best');
});

test.each(['q=智能 系统 设备', 'q=智能 系统 设备&sort=newest', 'q=智能 系统 设备&page=5'])(
  'hits that are not the best do not send %s to the scenarios',
  async (address) => {
    expect(await opened(address)).toBe('product');
  },
);
