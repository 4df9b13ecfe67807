import { afterEach, expect, test } from 'vitest';
import { readSearchQuery } from '~/domain/search/search-query';
import { getLocale, overwriteGetLocale } from '~/paraglide/runtime';
import { pillsOf } from './conditions';

const usual = getLocale;
afterEach(() => overwriteGetLocale(usual));

const pill = (closesFrom: number, closesTo: number) => {
  const { query } = readSearchQuery(new URLSearchParams({ q: '储能 本月截止', type: 'scenario' }));
  return pillsOf(query, 'search', [
    { key: 'deadline', said: '本月截止', filters: { closesFrom, closesTo }, applied: true },
  ])[0]!;
};

test('when a scenario closes is a pill with its days, and an address without it', () => {
  const { label, href } = pill(20261126, 20261130);
  expect(label).toContain('截止 2026年11月26日 至 2026年11月30日');
  expect(new URL(href, 'http://site').searchParams.getAll('without')).toEqual(['deadline']);
  expect(pill(20261130, 20261130).label).toContain('截止 2026年11月30日');
});

const batchPills = (address: string, inferred: Parameters<typeof pillsOf>[2] = []) =>
  pillsOf(readSearchQuery(new URLSearchParams(address)).query, 'search', inferred).map(({ label, href }) => ({
    label,
    params: Object.fromEntries(new URL(href, 'http://site').searchParams),
  }));

test('a batch that the words name is a pill that can be taken off', () => {
  const said = { key: 'batch' as const, applied: true };
  expect(
    batchPills('q=第3批+无人机&type=product', [{ ...said, said: '第3批', filters: { batch: ['3'] } }]),
  ).toEqual([
    { label: '“第3批”读作：第三批', params: { q: '第3批 无人机', type: 'product', without: 'batch' } },
  ]);
  expect(
    batchPills('q=2024年第二批', [{ ...said, said: '2024年第二批', filters: { batch: ['2024-2'] } }])[0]!
      .label,
  ).toContain('2024年第二批');
});

test('a batch in the address is a condition, in both languages', () => {
  const labels = (address: string) => batchPills(address).map((pill) => pill.label);
  expect(labels('batch=2024-2&batch=3')).toEqual(['批次：2024年第二批', '批次：第三批']);
  overwriteGetLocale(() => 'en');
  expect(labels('type=scenario&batch=2024-2&batch=3')).toEqual(['List: 2024, batch 2', 'List: batch 3']);
});
