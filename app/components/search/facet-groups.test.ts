import { expect, test } from 'vitest';
import { readSearchQuery } from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { facetGroups } from './facet-groups';

test('a value that every object has besides is counted like any other', () => {
  const inUse = { industry: ['__proto__', 'constructor'] };
  const params = new URLSearchParams('industry=__proto__&industry=constructor');
  const { query } = readSearchQuery(params, 'product', inUse);
  const result = { facets: { industry: { 光子: 2 } } } as unknown as SearchResult;
  const group = facetGroups(query, result).find((one) => 'name' in one && one.name === 'industry');
  expect(group && 'options' in group && group.options.map(({ label, count }) => [label, count])).toEqual([
    ['光子', 2],
    ['__proto__', 0],
    ['constructor', 0],
  ]);
});

test('lists are offered by their years, the newest first', () => {
  const { query } = readSearchQuery(new URLSearchParams('batch=2023-1&batch=2'), 'product');
  const counts = { '2024-2': 9, '2': 30, '2024-10': 3, '2025-1': 5 };
  const result = { facets: { batch: counts } } as unknown as SearchResult;
  const group = facetGroups(query, result).find((one) => 'name' in one && one.name === 'batch');
  expect(group && 'options' in group && group.options.map(({ value, count }) => [value, count])).toEqual([
    ['2025-1', 5],
    ['2024-10', 3],
    ['2024-2', 9],
    ['2023-1', 0],
    ['2', 30],
  ]);
});
