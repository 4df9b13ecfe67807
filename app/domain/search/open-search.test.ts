import { afterAll, beforeAll, expect, test } from 'vitest';
import { useWorld } from '#tests/world';
import { drainOutbox } from '#search/outbox.server';
import { engineReady, startSearch, stopSearch } from '#search/engine.server';
import { find } from '#search/find.server';
import { ensureIndexes } from '#search/rebuild.server';
import { openSearch } from './search.server';

useWorld();
beforeAll(async () => {
  await drainOutbox();
  startSearch({ log: () => undefined });
  expect(await engineReady()).toBe(true);
  await ensureIndexes();
}, 120_000);
afterAll(stopSearch);

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
