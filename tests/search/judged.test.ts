import { expect, test } from 'vitest';
import { evaluate, measure, type Judged } from './judged';

const grades = new Map([
  ['A', 3],
  ['B', 2],
  ['C', 1],
  ['D', 2],
]);

test('a list is measured as one works it out by hand', () => {
  // found: nothing at 1, B at 2 (3/log2 3), C at 3 (1/log2 4), A at 4 (7/log2 5): 1.8928 + 0.5 + 3.0147
  // best: A, B, D, C: 7 + 3/log2 3 + 3/log2 4 + 1/log2 5: 7 + 1.8928 + 1.5 + 0.4307
  const found = measure(['X', 'B', 'C', 'A'], grades);
  expect(found.ndcg).toBeCloseTo(5.4075 / 10.8235, 4);
  expect(found.recall).toBeCloseTo(2 / 3, 10);
  expect(found.mrr).toBe(1 / 2);
  expect(measure(['A', 'B', 'D', 'C'], grades)).toEqual({ ndcg: 1, recall: 1, mrr: 1 });
  expect(measure([], grades)).toEqual({ ndcg: 0, recall: 0, mrr: 0 });
});

test('what stands behind the tenth place does not count', () => {
  const others = Array.from({ length: 10 }, (_, n) => `X${n}`);
  expect(measure([...others, 'A', 'B'], grades)).toEqual({ ndcg: 0, recall: 0, mrr: 0 });
  const tenth = measure([...others.slice(1), 'A'], grades);
  expect(tenth.ndcg).toBeCloseTo(7 / Math.log2(11) / 10.8235, 4);
  expect([tenth.recall, tenth.mrr]).toEqual([1 / 3, 1 / 10]);
});

test('of more than ten good answers ten are enough', () => {
  const many = Array.from({ length: 12 }, (_, n) => `G${n}`);
  const found = measure(many.slice(0, 10), new Map(many.map((code) => [code, 2])));
  expect(found.ndcg).toBeCloseTo(1, 10);
  expect([found.recall, found.mrr]).toEqual([1, 1]);
});

test('what only touches a query is a gain, but neither recalled nor the first', () => {
  expect(measure(['C'], new Map([['C', 1]]))).toEqual({ ndcg: 1, recall: 1, mrr: 0 });
  expect(measure(['C', 'B'], grades).mrr).toBe(1 / 2);
});

test('figures are means of what has an answer; nonsense is counted apart', async () => {
  const judged = (id: string, type: string, given?: Map<string, number>): Judged => ({
    id,
    type,
    query: id,
    grades: given ?? new Map(),
    nothing: !given,
  });
  const answers: Record<string, string[]> = {
    half: ['X', 'B', 'C', 'A'],
    whole: ['A', 'B', 'D', 'C'],
    silent: [],
    talkative: ['X'],
  };
  const queries = [
    judged('half', 'plain', grades),
    judged('whole', 'typo', grades),
    judged('silent', 'nonsense'),
    judged('talkative', 'nonsense'),
  ];
  const { all, byType, each } = await evaluate(queries, (query) => Promise.resolve(answers[query]!));
  expect(all).toMatchObject({ queries: 4, nothingAsked: 2, nothingRight: 1 });
  expect(all.ndcg).toBeCloseTo((1 + 5.4075 / 10.8235) / 2, 4);
  expect(all.recall).toBeCloseTo((1 + 2 / 3) / 2, 10);
  expect(all.mrr).toBe((1 + 1 / 2) / 2);
  expect(Object.keys(byType)).toEqual(['nonsense', 'plain', 'typo']);
  expect(byType.typo).toEqual({ queries: 1, ndcg: 1, recall: 1, mrr: 1, nothingAsked: 0, nothingRight: 0 });
  expect(byType.nonsense).toMatchObject({ queries: 2, nothingAsked: 2, nothingRight: 1 });
  expect(each.map(({ ndcg }) => Math.round(ndcg * 100))).toEqual([50, 100, 100, 0]);
});
