import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { raw, run, write } from './client.server';
import { dialect } from './schema/kit';

export type DatabaseReadiness = {
  /** a unit of work that changes a row was committed just now */
  writable: boolean;
  /** `newer`: a later version of the site has migrated it already, as happens while processes are replaced */
  migrations: 'current' | 'pending' | 'newer' | 'unknown';
};

const patienceMs = 5_000;
let hashes: string[] | undefined;
const known = () =>
  (hashes ??= readMigrationFiles({ migrationsFolder: `db/migrations/${dialect}` }).map(({ hash }) => hash));

async function canWrite(): Promise<boolean> {
  // A transaction that changes nothing would succeed on a full disk: this one writes a row as it was.
  const writing = write(() =>
    run(
      sql`update "_migrations" set "applied" = "applied" where "made" = (select max("made") from "_migrations")`,
    ),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), patienceMs)));
  try {
    return await Promise.race([writing.then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    writing.catch(() => undefined);
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

/** Whether the database takes writes (within five seconds) and has the tables this version was built for. Never throws. */
export async function databaseReadiness(): Promise<DatabaseReadiness> {
  const [writable, migrations] = await Promise.all([canWrite(), stateOfMigrations()]);
  return { writable, migrations };
}
