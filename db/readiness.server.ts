import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { raw, run, write } from './client.server';
import { dialect } from './schema/kit';
import { within } from './within';

export type DatabaseReadiness = {
  /** a unit of work went well just now: on SQLite one that changes a row, on PostgreSQL one that may */
  writable: boolean;
  /** `newer`: a later version of the site has migrated it already, as happens while processes are replaced */
  migrations: 'current' | 'pending' | 'newer' | 'unknown';
};

const patienceMs = 5_000;
let hashes: string[] | undefined;
const known = () =>
  (hashes ??= readMigrationFiles({ migrationsFolder: `db/migrations/${dialect}` }).map(({ hash }) => hash));

/** Because a commit would tell the page cache that the data has changed. */
class TakenBack extends Error {}

/**
 * Takes the way of every unit of work. On PostgreSQL nothing is changed on it: a transaction that changes a row moves
 * pg_current_snapshot(), also when it is taken back, and every kept page would go with each asking.
 */
async function canWrite(): Promise<boolean> {
  try {
    await write(async () => {
      if (dialect === 'postgresql') {
        const [now] = await raw<{ mode: string }>(
          sql`select current_setting('transaction_read_only') as mode`,
        );
        if (now?.mode !== 'off') throw new Error('read-only');
        return;
      }
      await run(sql`update "_migrations" set "applied" = "applied"`);
      throw new TakenBack();
    });
    return true;
  } catch (error) {
    return error instanceof TakenBack;
  }
}

async function stateOfMigrations(): Promise<DatabaseReadiness['migrations']> {
  try {
    const applied = await raw<{ hash: string }>(sql`select "hash" from "_migrations" order by "made"`);
    if (applied.length < known().length) return 'pending';
    return applied.length > known().length ? 'newer' : 'current';
  } catch {
    return 'unknown';
  }
}

/** Whether the database takes writes and has the tables this version was built for, told within five seconds. Never throws. */
export async function databaseReadiness(): Promise<DatabaseReadiness> {
  const [writable, migrations] = await Promise.all([
    within(patienceMs, canWrite(), false),
    within(patienceMs, stateOfMigrations(), 'unknown' as const),
  ]);
  return { writable, migrations };
}
