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
