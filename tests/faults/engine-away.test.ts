import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { searchOutbox } from '#db/schema';
import { startSite, type SiteProcess } from '../site-process';
import { indexDifferences } from './index-differences';
import {
  figures,
  metric,
  productNamed,
  signIn,
  times,
  until,
  untilIndexed,
  useDemoWorld,
  useOwnEngine,
} from './kit';

const dir = useDemoWorld();
const edits = times(40, 200);
const key = 'a-master-key-for-tests-0123456789';
const engine = useOwnEngine(dir, key);
let site: SiteProcess;
beforeAll(async () => {
  site = await startSite(dir(), { MEILI_HOST: engine.host(), MEILI_KEY: key });
});
afterAll(() => site?.stop());

test(`${edits} edits while the search server is away: no errors, and the index follows when it is back`, async () => {
  await untilIndexed(site);
  await engine.stop();
  const enterprise = await signIn(() => site, 'yunyao@enterprise.example');
  const codes: string[] = [];
  for (let n = 0; n < edits / 4; n++) {
    const made = await enterprise('/account/products/new', productNamed(`停搜试验 ${n}`, 'publish'));
    expect(made.status).toBe(303);
    codes.push(/\/account\/products\/([^?]+)/.exec(made.headers.get('location')!)![1]!);
  }
  for (let version = 1; version <= 3; version++)
    for (const [n, code] of codes.entries()) {
      const form = {
        ...productNamed(`停搜试验 ${n} 第${version}次修改`, 'publish'),
        version: String(version),
      };
      expect((await enterprise(`/account/products/${code}/edit`, form)).status).toBe(303);
    }
  const search = await fetch(`${site.url}/api/v1/search?q=${encodeURIComponent('停搜试验 第3次修改')}`);
  expect(search.status).toBe(200);
  expect(((await search.json()) as { engine: string }).engine).toBe('database');
  // Long enough for rows that are blamed for it to be set aside.
  await sleep(times(5_000, 60_000));
  const rows = await db
    .select({ attempts: searchOutbox.attempts, failure: searchOutbox.failure })
    .from(searchOutbox);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ attempts }) => attempts > 0)).toEqual([]);
  engine.start();
  const convergedAfterMs = await untilIndexed(site);
  const { differences, documents } = await indexDifferences({ host: engine.host(), key });
  expect(differences).toEqual([]);
  figures('search server away', { edits, documents, convergedAfterMs });
});

test('a search server that comes back empty is filled again', async () => {
  await engine.stop();
  await until('the loss is noticed', async () => {
    await fetch(`${site.url}/api/v1/search?q=x`);
    return (await metric(site, 'search_engine_up')) === 0;
  });
  rmSync(path.join(dir(), 'own-engine'), { recursive: true });
  engine.start();
  await until('the indexes are whole again', async () => {
    return (
      (await metric(site, 'search_engine_up')) === 1 &&
      (await indexDifferences({ host: engine.host(), key })).differences.length === 0
    );
  });
});
