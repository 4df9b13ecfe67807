import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { aProductRow } from '#tests/search/result';
import ShortlistPage from './shortlists.$id/route';

afterEach(cleanup);

const item = (code: string, isPublic = true) => ({
  productCode: code,
  productName: `产品 ${code}`,
  row: isPublic ? aProductRow(code, `产品 ${code}`) : null,
  note: '',
  version: 1,
  editedBy: '李',
  editedAt: new Date('2026-11-01T00:00:00Z'),
});

async function show(compare: { ticked: string[]; problem?: 'few' | 'many' } | undefined) {
  const items = [item('P-1'), item('P-2'), item('P-3', false)];
  const data = { list: { id: 'x', name: '巡检', version: 1, items }, compare, done: null, deleting: false };
  const Stub = createRemixStub([{ path: '/', Component: ShortlistPage, loader: () => data }]);
  render(<Stub />);
  await screen.findByRole('heading', { level: 1 });
}
const boxes = () => screen.queryAllByRole<HTMLInputElement>('checkbox');

test('each public product of a shortlist has a box to tick, in a form that needs no scripts', async () => {
  await show({ ticked: ['P-2'] });
  expect(boxes().map(({ value, checked }) => [value, checked])).toEqual([
    ['P-1', false],
    ['P-2', true],
  ]);
  const form = boxes()[0]!.form!;
  expect([form.method, form.getAttribute('action')]).toEqual(['get', '/account/shortlists/x']);
  expect([...new FormData(form)]).toEqual([
    ['compare', '1'],
    ['p', 'P-2'],
  ]);
  expect(screen.getByText('勾选 2 到 5 项，并排对比。')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

test('too few and too many are said with how many were ticked', async () => {
  await show({ ticked: ['P-2'], problem: 'few' });
  expect(screen.getByText('至少要勾选 2 项才能对比，现在勾选了 1 项。')).toBeTruthy();
  cleanup();
  await show({ ticked: ['P-1', 'P-2'], problem: 'many' });
  expect(screen.getByText('最多对比 5 项，现在勾选了 2 项。请去掉一些再对比。')).toBeTruthy();
});

test('one product alone has nothing to be compared with', async () => {
  await show(undefined);
  expect(boxes()).toEqual([]);
  expect(screen.queryByRole('button', { name: '对比所选' })).toBeNull();
});
