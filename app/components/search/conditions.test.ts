import { expect, test } from 'vitest';
import { readSearchQuery } from '~/domain/search/search-query';
import { pillsOf } from './conditions';

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
