import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { raw, run, write } from './client.server';
import { dialect } from './schema/kit';

export type DatabaseReadiness = {
  /** a unit of work that changes a row went well just now */
  writable: boolean;
  /** `newer`: a later version of the site has migrated it already, as happens while processes are replaced */
  migrations: 'current' | 'pending' | 'newer' | 'unknown';
};

const patienceMs = 5_000;
let hashes: string[] | undefined;
const known = () =>
  (hashes ??= readMigrationFiles({ migrationsFolder: `db/migrations/${dialect}` }).map(({ hash }) => hash));

class TakenBack extends Error {}

async function canWrite(): Promise<boolean> {
  // Taken back, because a commit would tell the page cache that the data has changed.
  const trying = write(async () => {
    await run(sql`update "_migrations" set "applied" = "applied"`);
    throw new TakenBack();
  }).catch((error: unknown) => error instanceof TakenBack);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), patienceMs)));
  const can = await Promise.race([trying, late]);
  clearTimeout(timer);
  return can;
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
