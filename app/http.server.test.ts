import { expect, test } from 'vitest';
import { problem, redirectTo } from './http.server';

test.each([
  ['/products/P-PHO-04?q=a', '/products/P-PHO-04?q=a'],
  ['/search?q=无人机', '/search?q=%E6%97%A0%E4%BA%BA%E6%9C%BA'],
  ['//evil.example/', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example/', '/'],
  ['/a\r\nSet-Cookie: x=1', '/'],
])('redirecting to %j goes to %j', (wanted, location) => {
  const response = redirectTo(wanted);
  expect(response.status).toBe(303);
  expect(response.headers.get('Location')).toBe(location);
});

test('a problem is told as RFC 9457 says', async () => {
  const response = problem(404, 'Not Found', 'no such product');
  expect(response.headers.get('Content-Type')).toMatch('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: 'no such product',
  });
});
