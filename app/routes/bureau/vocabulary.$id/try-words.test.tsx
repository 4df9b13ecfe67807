import { createRemixStub } from '@remix-run/testing';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { TryWords } from './try-words';

test('trying words says that it is at work, and that not every hit is listed', async () => {
  const hits = [{ type: 'product', code: 'P-1', title: '机器狗', isNew: true }];
  const data = { query: '机器狗', tried: { query: '机器狗', before: 1, after: 34, hits } };
  const loader = ({ request }: { request: Request }) =>
    request.url.includes('?try=') ? new Promise<typeof data>(() => {}) : data;
  const Stub = createRemixStub([{ path: '/', Component: TryWords, loader }]);
  render(<Stub />);
  expect(await screen.findByText('只列出每类靠前的几条。')).toBeTruthy();
  const button = screen.getByRole('button', { name: '试查' });
  expect(button.getAttribute('aria-busy')).toBeNull();
  await userEvent.click(button);
  expect(button.getAttribute('aria-busy')).toBe('true');
});
