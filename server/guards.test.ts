import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useLocale } from './locale';
import { checkSameOrigin, checkUrl, limitBody, maxBodyBytes } from './guards';

const app = express();
app.use((_req, res, next) => {
  res.locals.requestId = 'request-1';
  next();
}, useLocale);
app.use(checkUrl, checkSameOrigin('https://site.example'), limitBody);
app.use(async (req, res) => {
  let bytes = 0;
  try {
    for await (const chunk of req) bytes += (chunk as Buffer).length;
    res.send(String(bytes));
  } catch {
    // Refused meanwhile.
  }
});
const server = app.listen(0, '127.0.0.1');
let port: number;

beforeAll(async () => {
  if (!server.listening) await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: Buffer[] };

async function ask({ method = 'GET', path = '/', headers = {}, body = [] }: Asked) {
  const sent = request({ port, host: '127.0.0.1', method, path, headers, agent: false });
  sent.on('error', () => undefined);
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  for (const chunk of body) sent.write(chunk);
  sent.end();
  const [response] = await answered;
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, text };
}

test.each([
  ['/search?q=100%', 200],
  ['/products/%E4%B8%AD', 200],
  ['/%zz', 400],
  ['/products/P%00', 400],
  ['/search?q=%00', 400],
  ['/search?q=100%2500', 200],
  ['//evil.example/x', 400],
  [`/${'a'.repeat(4096)}`, 414],
])('GET %s is answered %d', async (path, status) => {
  expect((await ask({ path })).status).toBe(status);
});

test('a Host that is no host name is refused', async () => {
  expect((await ask({ headers: { Host: 'a b' } })).status).toBe(400);
});

const own = () => `http://127.0.0.1:${port}`;
test.each<[string, () => Record<string, string>, number]>([
  ['its own origin', () => ({ Origin: own() }), 200],
  ['the public address behind a proxy', () => ({ Origin: 'https://site.example' }), 200],
  ['Sec-Fetch-Site: same-origin', () => ({ 'Sec-Fetch-Site': 'same-origin' }), 200],
  ['another origin', () => ({ Origin: 'https://evil.example' }), 403],
  ['another port', () => ({ Origin: 'http://127.0.0.1:1' }), 403],
  ['Origin: null', () => ({ Origin: 'null' }), 403],
  ['Sec-Fetch-Site: same-site', () => ({ 'Sec-Fetch-Site': 'same-site' }), 403],
  [
    'its own origin but Sec-Fetch-Site: cross-site',
    () => ({ Origin: own(), 'Sec-Fetch-Site': 'cross-site' }),
    403,
  ],
  ['neither', () => ({}), 403],
])('a POST with %s is judged', async (_name, headers, status) => {
  expect((await ask({ method: 'POST', headers: headers() })).status).toBe(status);
});

test('a body of one megabyte passes, announced or in pieces', async () => {
  const body = [Buffer.alloc(maxBodyBytes)];
  const length = { 'Content-Length': String(maxBodyBytes) };
  expect(await ask({ method: 'POST', headers: { Origin: own(), ...length }, body })).toEqual({
    status: 200,
    text: String(maxBodyBytes),
  });
  expect((await ask({ method: 'POST', headers: { Origin: own() }, body })).status).toBe(200);
});

test('a larger body is refused, announced or in pieces', async () => {
  const length = { 'Content-Length': String(maxBodyBytes + 1) };
  expect((await ask({ method: 'POST', headers: { Origin: own(), ...length } })).status).toBe(413);
  const body = [Buffer.alloc(maxBodyBytes), Buffer.alloc(1)];
  expect((await ask({ method: 'POST', headers: { Origin: own() }, body })).status).toBe(413);
});

test('a mail program may stop mails by itself, and post nowhere else', async () => {
  const body = [Buffer.from('List-Unsubscribe=One-Click')];
  const token = 'a'.repeat(32);
  expect((await ask({ method: 'POST', path: `/mail/stop/${token}`, body })).status).toBe(200);
  expect((await ask({ method: 'POST', path: `/mail/stop/${token}/../../account`, body })).status).toBe(403);
  expect((await ask({ method: 'POST', path: '/mail/stop/short', body })).status).toBe(403);
});

test.each<[string, Asked, string, string]>([
  ['a bad address', { path: '/%zz' }, '这个请求不能处理', 'This request cannot be handled'],
  ['another origin', { method: 'POST' }, '不是从本站页面发出的', 'not sent by a page of this site'],
  [
    'an announced megabyte too many',
    { method: 'POST', headers: { 'Content-Length': String(maxBodyBytes + 1) } },
    '一次提交的内容太多',
    'Too much was sent at once',
  ],
  [
    'a megabyte too many in pieces',
    { method: 'POST', body: [Buffer.alloc(maxBodyBytes), Buffer.alloc(1)] },
    '一次提交的内容太多',
    'Too much was sent at once',
  ],
])(
  '%s is refused in both languages, the reader’s first, with the number of the request',
  async (...given) => {
    const [name, asked, chinese, english] = given;
    const origin: Record<string, string> = name === 'another origin' ? {} : { Origin: own() };
    const { text } = await ask({ ...asked, headers: { ...asked.headers, ...origin, Cookie: 'lang=en' } });
    expect(text).toMatch(/<section lang="en"[^]*<section lang="zh-CN"/);
    expect(text).toContain(chinese);
    expect(text).toContain(english);
    expect(text).toContain('request-1');
  },
);

test('a machine is refused in its own format', async () => {
  const { status, text } = await ask({ path: '/api/v1/search?q=%00' });
  expect([status, JSON.parse(text)]).toMatchObject([400, { status: 400, requestId: 'request-1' }]);
});
