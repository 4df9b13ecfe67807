import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { readSearchQuery } from '~/domain/search/search-query';
import SavedSearchesPage from './searches._index';
import SaveSearchPage from './searches.new';

afterEach(cleanup);

test('saving a search says that mails are sent, and to which address', async () => {
  const { query } = readSearchQuery(new URLSearchParams('q=储能&type=product'));
  const data = { query, total: 1234, email: 'forest@buyer.example' };
  const Stub = createRemixStub([{ path: '/', Component: SaveSearchPage, loader: () => data }]);
  render(<Stub />);
  const said = '保存之后出现的新结果，会发邮件到 forest@buyer.example。现在已有的 1,234 项不会再提醒。';
  expect(await screen.findByText(said)).toBeTruthy();
});

test.each([
  ['some meet a part only', { found: 31, whole: 0, known: 31 }, '产品共发现 31 项其中完全符合 0 项'],
  ['all meet all', { found: 31, whole: 31, known: 31 }, '产品共发现 31 项2026'],
  ['it is not known of those found long ago', { found: 31, whole: 2, known: 5 }, '产品共发现 31 项2026'],
])('a saved search says how much it has found: %s', async (_, figures, said) => {
  const search = {
    id: 's1',
    label: '夜航无人机',
    type: 'product',
    href: '/search?q=x',
    frequency: 'daily',
    feedToken: 'f',
    createdAt: new Date('2026-11-26T03:00:00Z'),
    ...figures,
  };
  const loader = () => ({ searches: [search], done: null, remove: undefined });
  const Stub = createRemixStub([{ path: '/', Component: SavedSearchesPage, loader }]);
  const { container } = render(<Stub />);
  await screen.findByText('夜航无人机');
  expect(container.querySelector('.meta')!.textContent).toContain(said);
});

test('the conditions of the search are listed under one name', async () => {
  const { query } = readSearchQuery(new URLSearchParams('q=储能&kind=first-unit&district=雁塔区'));
  const data = { query, total: 1, email: 'forest@buyer.example' };
  const Stub = createRemixStub([{ path: '/', Component: SaveSearchPage, loader: () => data }]);
  render(<Stub />);
  const value = (await screen.findByText('条件')).nextElementSibling!;
  expect([...value.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
    '类别：首台（套）',
    '所在区县：雁塔区',
  ]);
});
