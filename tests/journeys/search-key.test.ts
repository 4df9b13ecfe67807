import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { productNamed, signIn, until, untilIndexed, useDemoWorld, useOwnEngine } from '../faults/kit';
import { startSite, type SiteProcess } from '../site-process';

const master = 'a-master-key-for-tests-0123456789';
const dir = useDemoWorld();
const { host } = useOwnEngine(dir, master);
let site: SiteProcess;
afterAll(() => site?.stop());

test('the key of deploy/search-key.json is enough for the site, and for no more', async () => {
  const made = await fetch(`${host()}/keys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${master}`, 'Content-Type': 'application/json' },
    body: readFileSync('deploy/search-key.json'),
  });
  expect(made.status).toBe(201);
  const { key } = (await made.json()) as { key: string };
  site = await startSite(dir(), { MEILI_HOST: host(), MEILI_KEY: key });
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
  expect((await fetch(`${host()}/keys`, asSite)).status).toBe(403);
  expect((await fetch(`${host()}/dumps`, { method: 'POST', ...asSite })).status).toBe(403);
}, 240_000);
