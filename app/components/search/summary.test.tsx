import { createRemixStub } from '@remix-run/testing';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readSearchQuery } from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { Pills } from '../pills';
import { pillsOf } from './conditions';
import { Summary } from './summary';

afterEach(cleanup);

test('the dates of a condition are one word each, in the sentence and in its pill', () => {
  const { query } = readSearchQuery(new URLSearchParams({ q: '储能 下月截止', type: 'scenario' }));
  const inferred: SearchResult['inferred'] = [
    {
      key: 'deadline',
      said: '下月截止',
      filters: { closesFrom: 20261201, closesTo: 20261231 },
      applied: true,
    },
  ];
  const result: SearchResult = {
    total: 1,
    engine: 'meilisearch',
    facets: {},
    understood: [],
    highlights: {},
    ideas: [],
    excluded: [],
    inferred,
    asks: undefined,
    reasons: {},
    best: 0,
    partly: {},
    products: [],
    scenarios: [],
    withoutAmount: 0,
    withoutYear: 0,
    counts: { product: 0, scenario: 1 },
    near: [],
    todayOn: '2026-11-26',
  };
  const datesIn = (content: React.ReactNode) => {
    const Stub = createRemixStub([{ path: '/', Component: () => <>{content}</> }]);
    const { container } = render(<Stub />);
    return [...container.querySelectorAll('.date')].map((date) => date.textContent);
  };
  const days = ['2026年12月1日', '2026年12月31日'];
  expect(datesIn(<Summary place="search" query={query} result={result} />)).toEqual(days);
  expect(datesIn(<Pills pills={pillsOf(query, 'search', inferred)} />)).toEqual(days);
});
