import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { assertRows, type Counted } from './sqlite-copy.server';

/** Runs one of PostgreSQL's programs (POSTGRES_BIN, else the PATH); the password goes by environment, not by argument. */
async function run(program: string, url: string, args: string[]): Promise<void> {
  const place = new URL(url);
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(place.password) || process.env.PGPASSWORD };
  place.password = '';
  const name = process.env.POSTGRES_BIN ? path.join(process.env.POSTGRES_BIN, program) : program;
  const child = spawn(name, [`--dbname=${place.href}`, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const [code] = (await Promise.race([
    once(child, 'close'),
    once(child, 'error').then(([error]) => Promise.reject(error as Error)),
  ]).catch((error: Error) => {
    throw new Error(
      `${program} cannot be run (${error.message}): install postgresql-client or set POSTGRES_BIN`,
    );
  })) as [number];
  if (code !== 0) throw new Error(`${program} failed: ${said.trim()}`);
}

async function connected<T>(url: string, task: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'market backup' });
  client.on('error', () => undefined); // what runs on it fails all the same
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  return rows.map(({ name }) => name);
}

async function count(client: pg.Client): Promise<Counted> {
  const rows: Record<string, number> = {};
  for (const name of await tables(client)) {
    const { rows: found } = await client.query<{ n: string }>(`select count(*) as n from "${name}"`);
    rows[name] = Number(found[0]!.n);
  }
  const migrations = rows._migrations
    ? (await client.query<{ hash: string }>('select "hash" from "_migrations" order by "made"')).rows
    : [];
  return { rows, migrations: migrations.map(({ hash }) => hash) };
}

/** Copies a PostgreSQL database in use with pg_dump, in the same snapshot in which its rows are counted. */
export const copyPostgres = (url: string, to: string): Promise<Counted> =>
  connected(url, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
    const counted = await count(client);
    await run('pg_dump', url, [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      `--snapshot=${rows[0]!.id}`,
      `--file=${to}`,
    ]);
    return counted;
  });

/** Puts a dump into an empty database: all of it or nothing. */
export const restorePostgres = (file: string, url: string): Promise<void> =>
  run('pg_restore', url, ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges', file]);

/** Throws `BadBackup` unless a database holds exactly these rows. */
export const verifyRows = (url: string, expected: Record<string, number>): Promise<void> =>
  connected(url, async (client) => assertRows((await count(client)).rows, expected));

/** Whether a database holds no tables. */
export const postgresIsEmpty = (url: string) =>
  connected(url, async (client) => !(await tables(client)).length);

/**
 * Tries a dump in a database of its own on the same server, which is dropped again. Where no database may be made, the
 * dump is only read to its end: then `read` comes back.
 */
export async function verifyPostgres(file: string, url: string, expected: Record<string, number>) {
  const name = `market_check_${randomBytes(6).toString('hex')}`;
  return connected(url, async (client) => {
    try {
      await client.query(`create database "${name}"`);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      await readToItsEnd(file);
      return 'read' as const;
    }
    try {
      const scratch = new URL(url);
      scratch.pathname = `/${name}`;
      await restorePostgres(file, scratch.href);
      await verifyRows(scratch.href, expected);
      return 'restored' as const;
    } finally {
      await client.query(`drop database if exists "${name}" with (force)`);
    }
  });
}

async function readToItsEnd(file: string) {
  const program = process.env.POSTGRES_BIN ? path.join(process.env.POSTGRES_BIN, 'pg_restore') : 'pg_restore';
  const child = spawn(program, ['--file=/dev/null', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error('pg_restore cannot read what pg_dump has written');
}
