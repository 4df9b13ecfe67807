// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { forgetSearches, readRecent, rememberSearch } from './recent-searches';

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('the latest comes first, each once, at most eight', () => {
  for (const word of ['a', 'b', 'a', ' ', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) rememberSearch(word);
  expect(readRecent()).toEqual({ on: true, words: ['i', 'h', 'g', 'f', 'e', 'd', 'c', 'a'] });
});

test('forgotten words are gone, and none is kept while it is switched off', () => {
  rememberSearch('无人机');
  expect(forgetSearches(true)).toEqual({ on: true, words: [] });
  expect(forgetSearches(false).on).toBe(false);
  expect(rememberSearch('电解槽')).toEqual({ on: false, words: [] });
  expect(forgetSearches(true).on).toBe(true);
});

test('what somebody else wrote there does no harm, and neither does a browser that keeps nothing', () => {
  localStorage.setItem('recent-searches', '{"not":"a list"}');
  expect(readRecent()).toEqual({ on: true, words: [] });
  localStorage.setItem('recent-searches', 'not json');
  expect(readRecent().words).toEqual([]);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full');
  });
  expect(() => rememberSearch('x')).not.toThrow();
});
