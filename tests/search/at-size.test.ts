import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineReady, startSearch, stopSearch } from '#search/engine.server';
import { drainOutbox } from '#search/outbox.server';
import { ensureIndexes, rebuild } from '#search/rebuild.server';
import { addDistractors } from '#tests/bench/distractors';
import { useWorld } from '#tests/world';
import { evaluate, readJudged } from './judged';
import { product } from './rankers';

const distractors = 5_000;
const mayFall = 0.015;

useWorld();
beforeAll(async () => {
  await drainOutbox();
  startSearch({ log: () => undefined });
  expect(await engineReady()).toBe(true);
  await ensureIndexes();
}, 120_000);
afterAll(() => stopSearch());

test('dev queries are answered inside thousands of near misses almost as well as without them', async () => {
  const measured = async () =>
    (await evaluate(readJudged('tests/search/queries-dev.json'), await product())).all.ndcg;
  const alone = await measured();
  await addDistractors(distractors);
  await rebuild();
  const inside = await measured();
  expect(inside).toBeGreaterThan(alone - mayFall);
}, 360_000);
