import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropDatabase, ensureDatabase, placeOf, serverUrl } from '#tests/postgres';
import { sendSignIn, startSite } from '#tests/site-process';
import { CannotCopy, copyDatabase } from './copy-database.server';

let dir: string;
let from: string;
let to: string;
const copying = test.skipIf(!serverUrl);

beforeAll(async () => {
  if (!serverUrl) return;
  dir = mkdtempSync(path.join(os.tmpdir(), 'market-copy-'));
  from = path.join(dir, 'market.db');
  to = placeOf(dir).DATABASE_URL;
  const seeded = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/seed-demo.ts'], {
    env: { ...process.env, DATA_DIR: dir, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  expect(seeded.stderr).toBe('');
  await ensureDatabase(to);
});
afterAll(async () => {
  if (!dir) return;
  await dropDatabase(to);
  rmSync(dir, { recursive: true, force: true });
});

async function onTarget<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: to });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
const rowsOf = ({ tables }: Awaited<ReturnType<typeof copyDatabase>>, name: string) =>
  tables.find(({ table }) => table === name)?.rows;

copying('the demo world moves to PostgreSQL, once', async () => {
  const lines: string[] = [];
  const first = await copyDatabase(from, to, { report: (line) => lines.push(line) });
  expect(first.copied).toBe(true);
  expect(lines).toContain('products: 218 rows');
  expect(rowsOf(first, 'products')).toBe(218);
  expect(rowsOf(first, 'leads')).toBeGreaterThan(0);
  expect(rowsOf(first, 'lead_events')).toBeGreaterThan(0);
  const again = await copyDatabase(from, to);
  expect(again).toEqual({ ...first, copied: false });
});

copying('a target that says something else is left alone unless it may be replaced', async () => {
  const [before] = await onTarget<{ name: string }>("select name from products where code = 'P-UAV-01'");
  await onTarget("update products set name = '改过的名称' where code = 'P-UAV-01'");
  await expect(copyDatabase(from, to)).rejects.toThrow('other data already, in products:');
  expect(await onTarget("select name from products where code = 'P-UAV-01'")).toEqual([
    { name: '改过的名称' },
  ]);
  expect((await copyDatabase(from, to, { replace: true })).copied).toBe(true);
  expect(await onTarget("select name from products where code = 'P-UAV-01'")).toEqual([before]);
  // what may be written once only is guarded as before, and numbers go on after the last one
  await expect(onTarget("update audit set action = 'x'")).rejects.toThrow('rule:audit_append_only');
  const [next] = await onTarget<{ more: boolean }>(
    "with last as (select max(seq) as seq from search_outbox), one as (insert into search_outbox (type, entity_id, created_at) values ('product', 'new', now()) returning seq) select one.seq > last.seq as more from one, last",
  );
  expect(next).toEqual({ more: true });
  await copyDatabase(from, to, { replace: true });
});

copying('what arrives as another is noticed, and undoes everything', async () => {
  await onTarget("update products set name = '改过的名称' where code = 'P-UAV-01'");
  await onTarget('create rule spoil as on insert to audit do instead nothing');
  try {
    await expect(copyDatabase(from, to, { replace: true })).rejects.toThrow(
      'audit arrived with 0 rows that are not those sent',
    );
    expect(await onTarget("select name from products where code = 'P-UAV-01'")).toEqual([
      { name: '改过的名称' },
    ]);
  } finally {
    await onTarget('drop rule spoil on audit');
  }
  expect((await copyDatabase(from, to, { replace: true })).copied).toBe(true);
});

copying('the site goes on there', async () => {
  const site = await startSite(path.join(dir, 'site'), { DATABASE_URL: to });
  try {
    const page = await (await fetch(`${site.url}/products/P-UAV-01`)).text();
    expect(page).toContain('垂直起降复合翼巡检无人机');
    expect((await sendSignIn(site, 'forest@buyer.example')).status).toBe(303);
  } finally {
    await site.stop();
    await dropDatabase(placeOf(path.join(dir, 'site')).DATABASE_URL);
  }
});

copying.each([
  ['/nowhere/market.db', undefined, 'there is no file'],
  ['package.json', undefined, 'is no database of this site'],
  [undefined, 'file:market.db', '--to must begin with postgres://'],
])('%s: told why not', async (file, target, reason) => {
  const copy = copyDatabase(file ?? from, target ?? to);
  await expect(copy).rejects.toThrow(reason);
  await expect(copy).rejects.toBeInstanceOf(CannotCopy);
});
