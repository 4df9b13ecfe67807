import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startSession } from '~/session/session.server';
import { useLocale } from './locale';
import { retryAfterSeconds, shedSearches } from './load-shedding';

vi.mock('~/domain/accounts/sessions.server', () => ({ openSession: () => Promise.resolve() }));

let overloaded = true;
let shed = 0;
const app = express();
app.use((_req, res, next) => {
  res.locals.requestId = 'request-1';
  next();
}, useLocale);
app.use(
  shedSearches(
    () => overloaded,
    () => shed++,
  ),
);
app.use((_req, res) => void res.json({ overloaded: res.locals.overloaded === true }));
const server = app.listen(0, '127.0.0.1');
let url: string;
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  overloaded = true;
  shed = 0;
});
const get = (path: string, cookie?: string) =>
  fetch(url + path, { headers: cookie ? { Cookie: cookie } : {} });

test('an anonymous search gets a page in both languages, with a way to try again', async () => {
  const answer = await get('/search?q=%E6%97%A0%22%3E%3Cb%3E', 'lang=en; modes=elder');
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, String(retryAfterSeconds)]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const html = await answer.text();
  expect(html).toMatch(
    /<html lang="en" class="elder">[^]*<section lang="en" class="stack">[^]*<section lang="zh-CN" class="stack">/,
  );
  expect(html).toContain('现在查询的人太多');
  expect(html).toContain('request-1');
  expect(html).toContain('href="/search?q=%E6%97%A0%22%3E%3Cb%3E"');
  expect(html).not.toMatch(/<script|style=/);
  expect(shed).toBe(1);
});

test.each(['/api/v1/search?q=x', '/api/v1/suggest?q=x', '/sitemap/products-1.xml'])(
  'machines get a problem from %s',
  async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      503,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(answer.headers.get('retry-after')).toBe(String(retryAfterSeconds));
  },
);

test.each(['/search.data?q=x', '/products.data?q=x', '/scenarios.data?category=%E6%97%A0'])(
  'data for an open page is left to its loader, which is told: %s',
  async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.json()]).toEqual([503, { overloaded: true }]);
  },
);

test.each([
  '/products?q=x',
  '/products?kind=first-unit',
  '/scenarios?status=open&page=2',
  '/Products?q=x',
  '/search',
  '/search/export.csv?q=x',
  '/search/export.xlsx?q=x',
])('%s is a search and is refused', async (path) => {
  expect((await get(path)).status).toBe(503);
  expect((await get(path, 'session=abc')).status).toBe(503);
  expect((await get(path, 'session=abc.0123456789012345678901')).status).toBe(503);
});

test.each(['/', '/products', '/products?q=&page=2&sort=newest', '/scenarios.data', '/api/v1/products/P-1'])(
  'the plain page %s goes on',
  async (path) => {
    expect((await get(path)).status).toBe(200);
    expect(shed).toBe(0);
  },
);

test('people who are signed in go on', async () => {
  const cookie = (await startSession('a membership')).split(';')[0];
  expect((await get('/search?q=x', `lang=en; ${cookie}`)).status).toBe(200);
  expect((await get('/search?q=x', `lang=en; ${cookie}x`)).status).toBe(503);
});

test('without an overload nothing is refused', async () => {
  overloaded = false;
  expect((await get('/search?q=x')).status).toBe(200);
});
