import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { ServerBuild } from '@remix-run/node';
import { sql } from 'drizzle-orm';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { outboxFigures } from '#search/figures.server';
import { find } from '#search/find.server';
import { useDatabase } from '#tests/database';
import { countRequests } from './metrics';
import { mayReadMetrics, operations, readiness } from './operations';
import { routeFinder } from './route-of';

const dir = useDatabase();
const routes = {
  root: { id: 'root', path: '' },
  layout: { id: 'layout', parentId: 'root' },
  home: { id: 'home', parentId: 'layout', index: true },
  product: { id: 'product', parentId: 'layout', path: 'products/:code' },
} as unknown as ServerBuild['routes'];
const routeOf = routeFinder(routes);

let url: string;
const app = express();
const server = app.listen(0, '127.0.0.1');
beforeAll(async () => {
  const options = { dataDir: dir(), minFreeBytes: 0, metricsToken: undefined };
  app.use(operations(options));
  app.use('/full', operations({ ...options, minFreeBytes: Number.MAX_SAFE_INTEGER }));
  app.use('/leaving', operations({ ...options, stopping: () => true }));
  app.use(countRequests(routeOf), (_req, res) => void res.send('ok'));
  if (!server.listening) await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a database in order is ready, and without search it is degraded', async () => {
  expect(await readiness(dir(), 0)).toEqual({
    status: 'degraded',
    database: 'writable',
    migrations: 'current',
    disk: 'ok',
    search: 'down',
  });
  const answer = await fetch(`${url}/readyz`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
});

test('a load balancer is told 503 by who is not ready and by who is leaving', async () => {
  const asked = async (path: string) => {
    const answer = await fetch(url + path);
    return [answer.status, ((await answer.json()) as { status: string }).status];
  };
  expect(await asked('/full/readyz')).toEqual([503, 'not ready']);
  expect(await asked('/leaving/readyz')).toEqual([503, 'stopping']);
  expect((await fetch(`${url}/leaving/healthz`)).status).toBe(200);
});

test('too little free disk is not ready', async () => {
  const { bavail, bsize } = statfsSync(dir());
  expect(await readiness(dir(), bavail * bsize * 2)).toMatchObject({ status: 'not ready', disk: 'low' });
});

test('a database of another version is told apart', async () => {
  await write(() =>
    run(sql`insert into "_migrations" ("hash", "made") values ('of a later version', 9999999999999)`),
  );
  expect(await readiness(dir(), 0)).toMatchObject({ status: 'degraded', migrations: 'newer' });
  await write(() => run(sql`delete from "_migrations" where "made" = 9999999999999`));
  await write(() => run(sql`update "_migrations" set "made" = -"made"`));
  await write(() =>
    run(sql`delete from "_migrations" where "made" = (select max("made") from "_migrations")`),
  );
  expect(await readiness(dir(), 0)).toMatchObject({ status: 'not ready', migrations: 'pending' });
});

test('routes are named by their ids, never by addresses', () => {
  expect(
    ['/', '/_root.data', '/products/P-1', '/products/P-2.data', '/nowhere', `/${'x'.repeat(500)}`].map(
      routeOf,
    ),
  ).toEqual(['home', 'home', 'product', 'product', 'none', 'none']);
});

test('metrics count requests by route and status, searches by who answered, and what waits', async () => {
  await fetch(`${url}/products/P-1`);
  await find({ type: 'product' });
  await write((tx) => enqueueForSearch(tx, 'product', 'one', 'two'));
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain('http_requests_total{route="product",method="GET",status="200"} 1');
  expect(text).toContain('http_request_duration_seconds_count{route="product"} 1');
  expect(text).toContain('search_duration_seconds_count{answered_by="database"} 1');
  expect(text).toContain('search_duration_seconds_count{answered_by="meilisearch"} 0');
  expect(text).toContain('search_outbox_waiting 2');
  expect(text).toMatch(/^search_outbox_oldest_seconds \d/m);
  expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
  expect(text).not.toContain('P-1');
});

test('what the database does not tell stands nowhere in the figures: no 0 that looks healthy', async () => {
  await write(() => run(sql`alter table search_outbox rename to out_of_reach`));
  const text = await (await fetch(`${url}/metrics`)).text();
  await write(() => run(sql`alter table out_of_reach rename to search_outbox`));
  expect(text).not.toMatch(/^search_outbox_\w+ /m);
  expect(text).toMatch(/^search_engine_up 0$/m);
  expect(await (await fetch(`${url}/metrics`)).text()).toContain('search_outbox_waiting 2');
});

test('the outbox tells the age of its oldest row', async () => {
  const later = new Date(Date.now() + 60_000);
  const { waiting, setAside, oldestSeconds } = await outboxFigures(later);
  expect([waiting, setAside]).toEqual([2, 0]);
  expect(oldestSeconds).toBeGreaterThanOrEqual(60);
});

const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as unknown as Parameters<typeof mayReadMetrics>[0];

test.each([
  ['this machine', from('127.0.0.1'), undefined, true],
  ['this machine, IPv6', from('::ffff:127.0.0.1'), undefined, true],
  ['another machine', from('192.0.2.7'), undefined, false],
  ['a proxy on this machine', from('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' }), undefined, false],
  ['this machine when a token is set', from('127.0.0.1'), 'a-token-of-20-letters', false],
  ['a wrong token', from('192.0.2.7', { authorization: 'Bearer x' }), 'a-token-of-20-letters', false],
  [
    'the token',
    from('192.0.2.7', { authorization: 'Bearer a-token-of-20-letters' }),
    'a-token-of-20-letters',
    true,
  ],
])('metrics for %s', (_, request, token, expected) => {
  expect(mayReadMetrics(request, token)).toBe(expected);
});
