import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
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
