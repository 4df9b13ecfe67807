import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migratePostgres, migrateSqlite } from '#db/migrate.server';
import { dropDatabase, ensureDatabase, placeOf, serverUrl } from '../postgres';
import { describePostgres, describeSqlite } from './migrated';
import { describeSnapshot, migrationTags } from './snapshot';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(path.join(os.tmpdir(), 'market-drift-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function migratedSqlite() {
  const file = path.join(dir, 'market.db');
  await migrateSqlite(file);
  const db = new Database(file, { readonly: true });
  try {
    return describeSqlite(db);
  } finally {
    db.close();
  }
}
const isTrigger = (line: string) => line.startsWith('trigger ');
// Written by hand in the migration `guards`, not part of the schema.
const byHand = [
  'column lead_moves.from_state text not null',
  'column lead_moves.to_state text not null',
  'primary lead_moves (from_state,to_state)',
];

test('both dialects have the same migrations, in the same order', () => {
  expect(migrationTags('postgresql')).toEqual(migrationTags('sqlite'));
});

test.each(['sqlite', 'postgresql'] as const)(
  'the migrations of %s are those of the schema: nothing is left to generate',
  (dialect) => {
    // drizzle-kit puts ./ before it
    const out = path.relative('.', path.join(dir, dialect));
    cpSync(`db/migrations/${dialect}`, out, { recursive: true });
    const { stdout, stderr } = spawnSync('npx', ['drizzle-kit', 'generate'], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: dialect === 'postgresql' ? 'postgres://' : '', MIGRATIONS: out },
    });
    expect(stdout + stderr).toContain('No schema changes');
  },
  60_000,
);

test('the schema is the same in both dialects, to the words of checks and partial indexes', () => {
  const sqlite = describeSnapshot('sqlite');
  const postgres = describeSnapshot('postgresql');
  expect(sqlite.lines.length).toBeGreaterThan(300);
  expect(postgres.lines).toEqual(sqlite.lines);
  expect(sqlite.words.length).toBeGreaterThan(30);
  expect(postgres.words).toEqual(sqlite.words);
});

test('a really migrated SQLite file holds the schema', async () => {
  const lines = (await migratedSqlite()).filter((line) => !isTrigger(line));
  expect(lines).toEqual([...describeSnapshot('sqlite').lines, ...byHand].sort());
});

test.skipIf(!serverUrl)('a really migrated PostgreSQL database holds what SQLite does', async () => {
  const { DATABASE_URL } = placeOf(dir);
  await ensureDatabase(DATABASE_URL);
  await migratePostgres(DATABASE_URL);
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const lines = await describePostgres(client).finally(() => client.end());
  await dropDatabase(DATABASE_URL);
  // The full-text index of PostgreSQL is a column; SQLite knows no TRUNCATE.
  const own = [
    'column search_words.tsv text',
    'index search_words search_words_tsv (tsv)',
    'trigger audit audit_no_truncate',
  ];
  expect(lines).toEqual(expect.arrayContaining(own));
  expect(lines.filter((line) => !own.includes(line))).toEqual(await migratedSqlite());
});
