import { expect, test } from 'vitest';
import { useSearchEngine } from '#tests/engine';
import { useWorld } from '#tests/world';
import { evaluate, readJudged } from './judged';
import { product } from './rankers';

/** As docs/search.md keeps them: nDCG@10, and how many queries rightly find nothing. */
const kept = {
  dev: { ndcg: 0.977, nothing: 1 },
  'held-out': { ndcg: 0.963, nothing: 12 },
  strangers: { ndcg: 0.959, nothing: 12 },
  'strangers-2': { ndcg: 0.957, nothing: 12 },
  'strangers-3': { ndcg: 0.968, nothing: 8 },
  'strangers-4': { ndcg: 0.973, nothing: 7 },
  'strangers-5': { ndcg: 0.97, nothing: 8 },
  'strangers-6': { ndcg: 0.967, nothing: 8 },
  'strangers-7': { ndcg: 0.972, nothing: 8 },
  'strangers-8': { ndcg: 0.971, nothing: 8 },
  'strangers-9': { ndcg: 0.95, nothing: 7 },
  'strangers-10': { ndcg: 0.963, nothing: 7 },
  'strangers-11': { ndcg: 0.96, nothing: 7 },
};
const mayFall = 0.02;

useWorld();
useSearchEngine();

test.each(Object.entries(kept))(
  '%s queries are answered as well as the documentation says',
  async (name, { ndcg, nothing }) => {
    const queries = readJudged(`tests/search/queries-${name}.json`);
    const engine = await evaluate(queries, await product());
    const database = await evaluate(queries, await product('database'));
    expect(engine.all.ndcg).toBeGreaterThan(ndcg - mayFall);
    expect(database.all.ndcg).toBeGreaterThanOrEqual(0.9 * engine.all.ndcg);
    expect(engine.all.nothingRight).toBeGreaterThanOrEqual(nothing);
  },
  120_000,
);
