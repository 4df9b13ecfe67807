import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SearchTermsReport } from '~/domain/search-terms/report.server';
import SearchTermsPage from './search-terms';

test('words that found nothing lead to the draft of a scenario with that title', async () => {
  const counted = (term: string) => ({ term, searches: 3, foundNothing: 3, opened: 0 });
  const report: SearchTermsReport = {
    sinceOn: '2026-10-28',
    searches: 6,
    foundNothing: 3,
    asked: [counted('储能')],
    unmet: [counted('水下 焊接&检测')],
    opened: [],
  };
  const data = { type: 'product', days: 30, report };
  const Stub = createRemixStub([{ path: '/', Component: SearchTermsPage, loader: () => data }]);
  render(<Stub />);
  const draft = await screen.findByRole('link', { name: '据“水下 焊接&检测”起草场景' });
  expect(draft.getAttribute('href')).toMatch(/^\/bureau\/scenarios\/new\?title=/);
  const address = new URL(draft.getAttribute('href')!, 'http://localhost');
  expect([...address.searchParams]).toEqual([['title', '水下 焊接&检测']]);
  expect(screen.getAllByRole('link', { name: /起草场景$/ })).toHaveLength(1);
});

test('each tab of the search page has its searches; a list that nobody has found is no need', async () => {
  cleanup();
  const report: SearchTermsReport = {
    sinceOn: '2026-10-28',
    searches: 3,
    foundNothing: 3,
    asked: [{ term: '云鹞', searches: 3, foundNothing: 3, opened: 0 }],
    unmet: [{ term: '云鹞', searches: 3, foundNothing: 3, opened: 0 }],
    opened: [{ code: 'E07', title: '西安云鹞航空', opened: 2 }],
  };
  const data = { type: 'organisation', days: 7, report };
  const Stub = createRemixStub([{ path: '/', Component: SearchTermsPage, loader: () => data }]);
  render(<Stub />);
  const tabs = await screen.findByRole('navigation', { name: '找什么' });
  expect([...tabs.querySelectorAll('a')].map((tab) => tab.getAttribute('href'))).toEqual(
    ['product', 'scenario', 'publication', 'organisation'].map(
      (type) => `/bureau/search-terms?type=${type}&days=7`,
    ),
  );
  expect(tabs.querySelector('[aria-current=page]')!.textContent).toBe('找单位');
  expect(screen.queryByRole('link', { name: /起草场景$/ })).toBeNull();
  const tried = screen.getAllByRole('link', { name: '看“云鹞”的结果' });
  for (const link of tried)
    expect(decodeURIComponent(link.getAttribute('href')!)).toBe('/search?q=云鹞&type=organisation');
  expect(screen.getByRole('link', { name: '西安云鹞航空' }).getAttribute('href')).toBe('/organisations/E07');
});
