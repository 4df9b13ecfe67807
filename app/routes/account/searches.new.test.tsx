import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readSearchQuery } from '~/domain/search/search-query';
import SaveSearchPage from './searches.new';

test('saving a search says that mails are sent, and to which address', async () => {
  const { query } = readSearchQuery(new URLSearchParams('q=储能&type=product'));
  const data = { query, total: 1234, email: 'forest@buyer.example' };
  const Stub = createRemixStub([{ path: '/', Component: SaveSearchPage, loader: () => data }]);
  render(<Stub />);
  const said = '保存之后出现的新结果，会发邮件到 forest@buyer.example。现在已有的 1,234 项不会再提醒。';
  expect(await screen.findByText(said)).toBeTruthy();
});
