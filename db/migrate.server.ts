import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { databasePlace } from './client.server';
import { dialect } from './schema/kit';
import { writeStrategy } from './write-strategy';

/** The key of the lock that one migrating process holds while the others wait. */
const migrationLock = 20815;
const book =
  'create table if not exists "_migrations" ("hash" text primary key, "made" bigint not null, "applied" text not null default current_timestamp)';
const applied = 'select "hash" from "_migrations" order by "made"';
type Applied = { hash: string };

/**
 * Applies what is missing, in one transaction under a lock that processes starting together queue for, and returns
 * how many files that was. Our own, because drizzle's migrator leaves SQLite's foreign keys on while it rebuilds a
 * table, and the cascade deletes child rows. Throws when an applied file has been edited since.
 */
export const migrate = (place = databasePlace(), folder = `db/migrations/${dialect}`): Promise<number> =>
  (dialect === 'postgresql' ? migratePostgres : migrateSqlite)(place, folder);

/** See `migrate`; for a SQLite file whatever DATABASE_URL says. */
export async function migrateSqlite(file: string, folder = 'db/migrations/sqlite'): Promise<number> {
  mkdirSync(path.dirname(file), { recursive: true });
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('busy_timeout = 30000'); // its own connection, before the server listens
    db.pragma('foreign_keys = OFF'); // before BEGIN: inside a transaction it is ignored
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(book);
      const { files, statements } = missing(folder, db.prepare(applied).all() as Applied[]);
      for (const statement of statements) db.exec(statement);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length)
        throw new Error(`migration leaves broken references: ${JSON.stringify(broken.slice(0, 5))}`);
      db.exec('COMMIT');
      return files;
    } catch (e) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw e;
    }
  } finally {
    db.close();
  }
}

/** See `migrate`; for a PostgreSQL database whatever DATABASE_URL says. */
export async function migratePostgres(
  url: string,
  folder = 'db/migrations/postgresql',
  strategy = writeStrategy(),
): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'market migrations' });
  client.on('error', () => undefined); // what runs on it fails all the same
  await client.connect();
  try {
    if (strategy === 'serializable') {
      // No advisory locks there: the book itself is the lock. Of two that make it at once one may be refused.
      await client.query(book).catch(() => client.query(book));
      await client.query('begin; lock table "_migrations" in exclusive mode');
    } else await client.query(`begin; select pg_advisory_xact_lock(${migrationLock})`);
    // a table that someone goes on using fails the migration instead of holding up everyone behind it
    await client.query("set local lock_timeout = '30s'");
    await client.query(book);
    const { files, statements } = missing(folder, (await client.query<Applied>(applied)).rows);
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
    return files;
  } finally {
    await client.end(); // rolls back what was not committed
  }
}

/** What has to be executed yet: the statements of the files that are not in the book, and their entries. */
function missing(folder: string, done: Applied[]): { files: number; statements: string[] } {
  const files = readMigrationFiles({ migrationsFolder: folder });
  done.forEach(({ hash }, i) => {
    if (files[i]?.hash !== hash)
      throw new Error(
        `migration ${i} in the database is not the one in ${folder}: edited, missing or out of order`,
      );
  });
  const rest = files.slice(done.length);
  const statements = rest.flatMap((file) => [
    ...file.sql.filter((statement) => statement.trim()),
    `insert into "_migrations" ("hash", "made") values ('${file.hash}', ${file.folderMillis})`,
  ]);
  return { files: rest.length, statements };
}
