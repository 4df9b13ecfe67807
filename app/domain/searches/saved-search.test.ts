import { expect, test } from 'vitest';
import { readSearchQuery } from '../search/search-query';
import { nextLook, readSavedQuery, savedQueryText } from './saved-search';

const read = (address: string, type: 'product' | 'scenario' = 'product') =>
  readSearchQuery(new URLSearchParams(address), type).query;

test('the same search is the same text, in whatever order and on whatever page it was', () => {
  const text = savedQueryText(read('district=雁塔区&q=无人机&kind=first-unit&page=3&sort=newest'));
  expect(text).toBe(savedQueryText(read('kind=first-unit&q=无人机&district=雁塔区')));
  expect(readSavedQuery('product', text)).toMatchObject({
    q: '无人机',
    type: 'product',
    choices: { kind: ['first-unit'], district: ['雁塔区'] },
    page: 1,
  });
});

test('a saved condition stays although nothing has its word any more', () => {
  expect(readSavedQuery('product', 'industry=量子计算').choices).toEqual({ industry: ['量子计算'] });
});

test('amounts stay as they were typed', () => {
  const text = savedQueryText(read('budgetMin=100&budgetMax=500', 'scenario'));
  expect(readSavedQuery('scenario', text)).toMatchObject({ min: 100_000_000, max: 500_000_000 });
});

// 2026-11-24 is a Tuesday; 08:00 in Xi'an is midnight UTC.
test.each([
  ['daily', '2026-11-24T03:00:00Z', '2026-11-25T00:00:00.000Z'],
  ['daily', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00.000Z'],
  ['weekly', '2026-11-24T03:00:00Z', '2026-11-30T00:00:00.000Z'],
  ['weekly', '2026-11-30T00:00:00Z', '2026-12-07T00:00:00.000Z'],
  ['weekly', '2026-11-29T23:59:59Z', '2026-11-30T00:00:00.000Z'],
] as const)('%s after %s is %s', (frequency, now, next) => {
  expect(nextLook(frequency, new Date(now))?.toISOString()).toBe(next);
});

test('without a timetable there is no next time', () => {
  expect(nextLook('at_once', new Date())).toBeNull();
  expect(nextLook('off', new Date())).toBeNull();
});
