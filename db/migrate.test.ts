import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropDatabase, ensureDatabase, onServer, placeOf, serverUrl } from '#tests/postgres';
import { databasePlace } from './client.server';
import { migrate, migratePostgres } from './migrate.server';
import { dialect } from './schema/kit';

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'market-migrate-'));
  Object.assign(process.env, placeOf(dir));
  await ensureDatabase(process.env.DATABASE_URL!);
});
afterAll(async () => {
  await dropDatabase(process.env.DATABASE_URL!);
  rmSync(dir, { recursive: true, force: true });
});

async function migrateInProcess(): Promise<number> {
  const script = `const { migrate } = await import('./db/migrate.server.ts'); console.log(await migrate());`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
  return Number(output);
}

test('of three processes that start at once, one migrates and the others wait for it', async () => {
  const applied = await Promise.all([1, 2, 3].map(migrateInProcess));
  const sorted = applied.sort((a, b) => a - b);
  expect(sorted.slice(0, 2)).toEqual([0, 0]);
  expect(sorted[2]).toBeGreaterThan(1);
});

test('a migration that was edited after it had been applied is refused', async () => {
  const folder = path.join(dir, 'edited');
  cpSync(`db/migrations/${dialect}`, folder, { recursive: true });
  appendFileSync(path.join(folder, '0001_guards.sql'), '\n-- a second thought');
  await expect(migrate(databasePlace(), folder)).rejects.toThrow(
    'migration 1 in the database is not the one',
  );
});

test.skipIf(!serverUrl)(
  'an engine without advisory locks is migrated once by many under serializable',
  async () => {
    const { DATABASE_URL } = placeOf(path.join(dir, 'without advisory locks'));
    await ensureDatabase(DATABASE_URL);
    const admin = new pg.Client({ connectionString: DATABASE_URL });
    await admin.connect();
    const role = `market_${new URL(DATABASE_URL).pathname.slice(-16)}`;
    try {
      await admin.query(`create role ${role} login password '${role}'; grant all on schema public to ${role};
      revoke execute on function pg_advisory_xact_lock(bigint), pg_advisory_xact_lock(int, int) from public`);
      const as = new URL(DATABASE_URL);
      Object.assign(as, { username: role, password: role });
      await expect(migratePostgres(as.href, undefined, 'advisory-lock')).rejects.toThrow('permission denied');
      const applied = await Promise.all(
        Array.from({ length: 3 }, () => migratePostgres(as.href, undefined, 'serializable')),
      );
      expect(applied.filter((files) => files > 0)).toHaveLength(1);
    } finally {
      await admin.end();
      await dropDatabase(DATABASE_URL);
      await onServer((client) => client.query(`drop role ${role}`));
    }
  },
);
