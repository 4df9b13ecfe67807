import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limitSignIns, origin } from './limit-sign-ins';
import { useLocale } from './locale';

const app = express();
app.set('trust proxy', true);
app.use((_req, res, next) => {
  res.locals.requestId = 'request-1';
  next();
}, useLocale);
app.use(limitSignIns({ points: 3, duration: 600 }));
app.use((req, res) => void res.status(req.headers['x-right'] ? 303 : 422).end());
const server = app.listen(0, '127.0.0.1');
let url: string;
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const attempt = (from: string, headers: Record<string, string> = {}, path = '/sign-in') =>
  fetch(url + path, { method: 'POST', redirect: 'manual', headers: { 'X-Forwarded-For': from, ...headers } });

test('after many failures from one address a page in both languages asks to wait, and others go on', async () => {
  for (let i = 0; i < 3; i++) expect((await attempt('192.0.2.1')).status).toBe(422);
  const refused = await attempt('192.0.2.1', { 'X-Right': '1', Cookie: 'lang=en' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const html = await refused.text();
  expect(html).toMatch(/<section lang="en"[^]*<section lang="zh-CN"/);
  expect(html).toContain('request-1');
  expect((await attempt('192.0.2.1', {}, '/Sign-in.data')).status).toBe(429);
  expect((await attempt('192.0.2.2')).status).toBe(422);
  expect((await attempt('192.0.2.1', {}, '/account/products/new')).status).toBe(422);
  expect((await fetch(`${url}/sign-in`, { headers: { 'X-Forwarded-For': '192.0.2.1' } })).status).toBe(422);
});

test('a city hall whose people sign in at nine is not a failure', async () => {
  for (let i = 0; i < 10; i++) expect((await attempt('192.0.2.3', { 'X-Right': '1' })).status).toBe(303);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, counted) => {
  expect(origin(address)).toBe(counted);
});
