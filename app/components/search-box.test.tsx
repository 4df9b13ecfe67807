import { createRemixStub } from '@remix-run/testing';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { forgetSearches, rememberSearch } from '../recent-searches';
import { SearchBox } from './search-box';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

/* Only what has a size counts as visible, and nothing has one without layout. */
vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(100);

/* jsdom has no layout, so nothing to scroll. */
Element.prototype.scrollIntoView = () => undefined;

function show(suggestions: unknown) {
  const fetched = vi.fn((_address: string) => Promise.resolve(Response.json({ suggestions })));
  vi.stubGlobal('fetch', fetched);
  const Stub = createRemixStub([{ path: '/', Component: () => <SearchBox /> }]);
  render(<Stub />);
  return fetched;
}

test('matches are offered while one types and chosen with the arrow keys', async () => {
  const fetched = show([
    { type: 'product', label: '巡检无人机', url: '/products/P-UAV-01' },
    { type: 'scenario', label: '森林防火', url: '/scenarios/S-UXV-01' },
  ]);
  const input = screen.getByRole('searchbox');
  await userEvent.click(input);
  await waitFor(() => expect(input.getAttribute('role')).toBe('combobox'));
  await userEvent.type(input, '无人');
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['巡检无人机产品', '森林防火场景']);
  expect(fetched.mock.calls.map(([address]) => address)).toEqual(['/api/v1/suggest?q=%E6%97%A0%E4%BA%BA']);
  await waitFor(() => expect(input.getAttribute('aria-expanded')).toBe('true'));
  expect(screen.getByRole('status').textContent).toContain('2');

  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(options[1]?.getAttribute('aria-selected')).toBe('true');
  expect(input.getAttribute('aria-activedescendant')).toBe(options[1]?.id);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryAllByRole('option')).toEqual([]));
});

test('an answer that leads elsewhere is not offered', async () => {
  const fetched = show([{ type: 'product', label: '别处', url: 'https://example.org/' }, null]);
  await userEvent.type(screen.getByRole('searchbox'), '别处');
  await waitFor(() => expect(fetched).toHaveBeenCalled());
  expect(screen.queryAllByRole('option')).toEqual([]);
});

test('an empty box offers what was searched for on this device', async () => {
  rememberSearch('电解槽');
  rememberSearch('无人机');
  show([{ type: 'product', label: '巡检无人机', url: '/products/P-UAV-01' }]);
  const input = screen.getByRole('searchbox');
  await userEvent.click(input);
  const options = await screen.findAllByRole('option');
  expect(options.map((option) => option.textContent)).toEqual(['无人机最近搜索', '电解槽最近搜索']);
  expect(options[0]!.getAttribute('href')).toBe('/search?q=%E6%97%A0%E4%BA%BA%E6%9C%BA');
  await userEvent.type(input, '无');
  await waitFor(() => expect(screen.getByRole('option').textContent).toBe('巡检无人机产品'));
  await userEvent.clear(input);
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
});

test('where the device keeps nothing an empty box offers nothing', async () => {
  rememberSearch('无人机');
  forgetSearches(false);
  show([]);
  await userEvent.click(screen.getByRole('searchbox'));
  await waitFor(() => expect(screen.getByRole('combobox')).toBeTruthy());
  expect(screen.queryAllByRole('option')).toEqual([]);
});
