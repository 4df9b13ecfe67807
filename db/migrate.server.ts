import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { databaseFile } from './client.server';

const book =
  'create table if not exists "_migrations" ("hash" text primary key, "made" bigint not null, "applied" text not null default current_timestamp)';

/**
 * Applies what is missing, in one transaction under the write lock, and returns how many files that was.
 * Our own, because drizzle's migrator leaves foreign keys on while it rebuilds a table, and the cascade
 * deletes child rows. Throws when an applied file has been edited since.
 */
export async function migrate(file = databaseFile(), folder = 'db/migrations/sqlite'): Promise<number> {
  mkdirSync(path.dirname(file), { recursive: true });
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('busy_timeout = 30000'); // its own connection, before the server listens
    db.pragma('foreign_keys = OFF'); // before BEGIN: inside a transaction it is ignored
    db.exec('BEGIN IMMEDIATE');
    try {
      const applied = apply(db, folder);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length)
        throw new Error(`migration leaves broken references: ${JSON.stringify(broken.slice(0, 5))}`);
      db.exec('COMMIT');
      return applied;
    } catch (e) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw e;
    }
  } finally {
    db.close();
  }
}

function apply(db: Database.Database, folder: string): number {
  db.exec(book);
  const done = db.prepare('select "hash" from "_migrations" order by "made"').all() as { hash: string }[];
  const files = readMigrationFiles({ migrationsFolder: folder });
  done.forEach(({ hash }, i) => {
    if (files[i]?.hash !== hash)
      throw new Error(
        `migration ${i} in the database is not the one in ${folder}: edited, missing or out of order`,
      );
  });
  const missing = files.slice(done.length);
  for (const file of missing) {
    for (const statement of file.sql) if (statement.trim()) db.exec(statement);
    db.prepare('insert into "_migrations" ("hash", "made") values (?, ?)').run(file.hash, file.folderMillis);
  }
  return missing.length;
}
