import { inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { recognitions } from '#db/schema';
import { stopSearch } from '#search/engine.server';
import { find } from '#search/find.server';
import { rebuild } from '#search/rebuild.server';
import { addDistractors } from '#tests/bench/distractors';
import { useSearchEngine } from '#tests/engine';
import { useWorld } from '#tests/world';
import { evaluate, readJudged } from './judged';
import { product } from './rankers';

const distractors = 5_000;
const mayFall = 0.015;

useWorld();
useSearchEngine();

test('dev queries are answered inside thousands of near misses almost as well as without them', async () => {
  const measured = async () =>
    (await evaluate(readJudged('tests/search/queries-dev.json'), await product())).all.ndcg;
  const alone = await measured();
  await addDistractors(distractors);
  await rebuild();
  const inside = await measured();
  expect(inside).toBeGreaterThan(alone - mayFall);
}, 360_000);

test('where more meet everything than are ranked, all of them come before what meets part of it', async () => {
  const isWhole: boolean[] = [];
  for (let offset = 0, total = 1; offset < total; offset += 100) {
    const page = await find({ type: 'product', q: '无人机 加厚', limit: 100, offset });
    total = page.total;
    isWhole.push(...page.ids.map((id) => !(id in page.partly)));
  }
  const whole = isWhole.filter(Boolean).length;
  expect(whole).toBeGreaterThan(60);
  expect(isWhole.length).toBeGreaterThan(whole);
  expect(isWhole.lastIndexOf(true)).toBe(whole - 1);
});

test('of more than are ranked, those of best standing are', async () => {
  for (const engine of ['meilisearch', 'database'] as const) {
    if (engine === 'database') await stopSearch();
    const { ids, ...page } = await find({ type: 'product', q: '防尘罩', limit: 20 });
    expect(page).toMatchObject({ engine });
    const recognised = await db.$count(recognitions, inArray(recognitions.productId, ids));
    expect(page.total).toBeGreaterThan(100);
    expect(recognised).toBe(20);
  }
});
