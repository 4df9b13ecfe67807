import { eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { serverUrl } from '#tests/postgres';
import { useDatabase } from '#tests/database';
import { db, raw, write } from './client.server';
import { databaseReadiness } from './readiness.server';
import { audit, organisations } from './schema';

if (serverUrl) useDatabase();
const ready = { writable: true, migrations: 'current' };
const entry = { action: 'test.done', subject: 'test', subjectId: '1' };

/** Ends every other connection to this database, as a restart of the server does. */
async function cutConnections() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

test.skipIf(!serverUrl)(
  'connections that the server ends are made again, and nothing is half done',
  async () => {
    await write((tx) => tx.insert(audit).values(entry));
    await db.select().from(audit);
    await cutConnections();
    // idle ones: whoever asks next may still meet a dead one, whoever asks then does not
    await expect.poll(databaseReadiness, { timeout: 5000 }).toEqual(ready);
    expect(await db.$count(audit)).toBe(1);
    const cut = write(async (tx) => {
      await tx.insert(audit).values(entry);
      await cutConnections();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.insert(audit).values(entry);
    });
    await expect(cut).rejects.toThrow();
    await expect.poll(databaseReadiness, { timeout: 5000 }).toEqual(ready);
    expect(await db.$count(audit)).toBe(1);
  },
);

test.skipIf(!serverUrl)('amounts, counts and moments come as the schema says', async () => {
  const at = new Date('2026-03-04T05:06:07.089Z');
  const [one] = await write((tx) =>
    tx
      .insert(organisations)
      .values({ code: 'T01', kind: 'buyer', name: '西安', shortName: '西安', createdAt: at, updatedAt: at })
      .returning(),
  );
  const [read] = await db.select().from(organisations).where(eq(organisations.id, one!.id));
  expect(read).toEqual(one);
  expect(read!.createdAt).toEqual(at);
  const [big] = await raw<{ fen: number; n: number }>(
    sql`select 9007199254740991::bigint as fen, count(*) as n from organisations`,
  );
  expect(big).toEqual({ fen: Number.MAX_SAFE_INTEGER, n: 1 });
});

test.skipIf(!serverUrl)('a statement that takes too long is ended', async () => {
  const [limit] = await raw<{ ms: string }>(sql`select current_setting('statement_timeout') as ms`);
  expect(limit).toEqual({ ms: '15s' });
});
