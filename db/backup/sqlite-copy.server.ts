import Database from 'better-sqlite3';
import { sqliteFaults } from '../integrity-sqlite.server';
import { BadBackup } from './manifest.server';

const pagesAtOnce = 1_000;
export type Counted = { rows: Record<string, number>; migrations: string[] };

function count(database: Database.Database): Counted {
  // Neither full-text tables nor the tables inside them.
  const tables = database
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'",
    )
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(
    tables
      .sort()
      .map((name) => [name, database.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  );
  const migrations = tables.includes('_migrations')
    ? (database.prepare('select "hash" from "_migrations" order by "made"').pluck().all() as string[])
    : [];
  return { rows, migrations };
}

/**
 * Copies a SQLite file that is in use. The copy is the database at one moment: the reading transaction around it
 * keeps that moment however much is written meanwhile, and nobody who writes waits for it. Returns what it holds.
 */
export async function copySqlite(from: string, to: string): Promise<Counted> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  source.pragma('busy_timeout = 30000');
  try {
    source.exec('begin');
    const counted = count(source);
    await source.backup(to, { progress: () => pagesAtOnce });
    makeOneFile(to);
    return counted;
  } finally {
    source.close();
  }
}

/** Out of WAL mode, in which even reading makes files beside the database. */
function makeOneFile(file: string) {
  const copy = new Database(file);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

/** Throws `BadBackup` unless the file is whole and holds exactly these rows. */
export function verifySqlite(file: string, expected: Record<string, number>): void {
  const faults = sqliteFaults(file);
  if (faults.length) throw new BadBackup(`the copy of the database is damaged: ${faults.join('; ')}`);
  const database = new Database(file, { readonly: true });
  try {
    assertRows(count(database).rows, expected);
  } finally {
    database.close();
  }
}

/** Throws `BadBackup` with the tables whose number of rows is another. */
export function assertRows(found: Record<string, number>, expected: Record<string, number>): void {
  const names = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
  const wrong = names.filter((name) => found[name] !== expected[name]);
  if (wrong.length)
    throw new BadBackup(
      `other rows than noted: ${wrong.map((name) => `${name} ${found[name] ?? 'none'} instead of ${expected[name] ?? 'none'}`).join(', ')}`,
    );
}
