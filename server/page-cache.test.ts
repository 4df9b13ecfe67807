import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pageCache } from './page-cache';

let version: string | undefined;
let made = 0;
let nonces = 0;
const app = express();
app.disable('etag');
app.use((_req, res, next) => {
  res.locals.nonce = `nonce-${++nonces}-of-this-answer`;
  res.set('X-Request-Id', String(nonces));
  next();
});
app.use(pageCache(async () => version));
app.use(async (req, res) => {
  if (req.path === '/huge') return void res.set('Cache-Control', 'no-store').end(Buffer.alloc(30_000_000));
  made += 1;
  res.status(req.path === '/absent' ? 404 : 200).type('html');
  res.set('Cache-Control', req.path === '/own' ? 'no-store' : 'private, no-cache').set('Vary', 'Cookie');
  if (req.path === '/greets') res.set('Set-Cookie', 'a=b');
  res.write(`<p>第${made}页</p>`);
  await new Promise((resolve) => setTimeout(resolve, 20));
  if (req.path === '/breaks' && made === 1) return void res.destroy();
  res.end(`<script nonce="${String(res.locals.nonce)}"></script>`);
});
const server = app.listen(0, '127.0.0.1');
const ask = async (path: string, cookie = '') => {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Cookie: cookie } });
  return { text: await response.text(), headers: response.headers, status: response.status };
};

beforeAll(async () => void (server.listening || (await once(server, 'listening'))));
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  made = 0;
  version = `data of test ${nonces}`;
});

test('a page is made once and sent to everybody with a nonce and a request id of their own', async () => {
  const first = await ask('/products');
  const second = await ask('/products');
  expect(made).toBe(1);
  expect(second.text).toContain('第1页');
  const nonce = /nonce="(.+?)"/.exec(second.text)?.[1];
  expect(nonce).toBe(`nonce-${nonces}-of-this-answer`);
  expect(first.text).not.toContain(nonce);
  expect(second.headers.get('X-Request-Id')).toBe(String(nonces));
  expect(second.headers.get('Vary')).toBe('Cookie');
  expect(second.headers.get('Content-Type')).toMatch('text/html');
});

test('any change of the data makes every page anew', async () => {
  await ask('/products');
  version = 'later';
  expect((await ask('/products')).text).toContain('第2页');
});

test('visitors who come at once wait for one page', async () => {
  const all = await Promise.all([1, 2, 3, 4].map(() => ask('/')));
  expect(made).toBe(1);
  expect(new Set(all.map(({ text }) => text)).size).toBe(4);
});

test('a visitor who does not read holds up nobody who wants the same page', async () => {
  const { port } = server.address() as AddressInfo;
  const slow = connect(port, '127.0.0.1').pause();
  // the page waits on this connection behind an answer that no buffer holds
  const lines = ['/huge', '/slow'].map((path) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  slow.write(lines.join(''));
  await expect.poll(() => made).toBe(1);
  const second = await fetch(`http://127.0.0.1:${port}/slow`, { signal: AbortSignal.timeout(5_000) });
  expect(await second.text()).toContain('第1页');
  expect(made).toBe(1);
  slow.destroy();
});

test('when the making breaks off, those who waited get a page all the same', async () => {
  const [first, second] = await Promise.allSettled([ask('/breaks'), ask('/breaks')]);
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
  expect(made).toBe(2);
});

test.each([
  ['a session', '/products', 'session=abc'],
  ['words that were typed', '/products?q=x', ''],
  ['a Cache-Control of its own', '/own', ''],
  ['a cookie to set', '/greets', ''],
  ['no 200', '/absent', ''],
])('nothing is kept of a page with %s', async (_what, path, cookie) => {
  await ask(path, cookie);
  await ask(path, cookie);
  expect(made).toBe(2);
});

test('each way to show pages has its own', async () => {
  await ask('/products');
  await ask('/products', 'modes=elder');
  await ask('/products', 'modes=contrast');
  await ask('/products', 'modes=elder; other=1');
  expect(made).toBe(3);
});

test('without a version nothing is kept', async () => {
  version = undefined;
  await ask('/products');
  await ask('/products');
  expect(made).toBe(2);
});
