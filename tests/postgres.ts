import { createHash } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';

/** The server that tests make their databases on; undefined when they run on SQLite. */
export const serverUrl = process.env.TEST_POSTGRES_URL || undefined;
/** Begins the name of every database of this run, so that the end of the run can drop them all. */
const run = `market_test_${process.env.TEST_RUN ?? process.pid}`;

/** The settings of a process whose data is in `dataDir`: its own database there or, of the same name, on the server. */
export function placeOf(dataDir: string): { DATA_DIR: string; DATABASE_URL: string } {
  if (!serverUrl) return { DATA_DIR: dataDir, DATABASE_URL: '' };
  const url = new URL(serverUrl);
  const digest = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
  url.pathname = `/${run}_${digest}`;
  return { DATA_DIR: dataDir, DATABASE_URL: url.href };
}

/** Does something on the server that tests make their databases on. */
export async function onServer(task: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await task(client);
  } finally {
    await client.end();
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

/** Makes the database of this address unless it is there. Nothing to do for SQLite. */
export async function ensureDatabase(url: string): Promise<void> {
  if (!serverUrl || !url) return;
  await onServer((client) =>
    client.query(`create database "${nameOf(url)}"`).catch((error: pg.DatabaseError) => {
      if (error.code !== '42P04') throw error;
    }),
  );
}

/** Drops the database of this address with whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  if (!serverUrl || !url) return;
  await onServer((client) => client.query(`drop database if exists "${nameOf(url)}" with (force)`));
}

/** Drops every database that this run has made and not dropped. */
export async function dropDatabasesOfRun(): Promise<void> {
  if (!serverUrl) return;
  await onServer(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [`${run}_`],
    );
    for (const { name } of rows) await client.query(`drop database if exists "${name}" with (force)`);
  });
}
