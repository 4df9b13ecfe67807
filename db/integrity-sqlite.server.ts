import Database from 'better-sqlite3';

/** What is wrong inside a SQLite file: pages, indexes and references, at most 20 lines; nothing when it is whole. */
export function sqliteFaults(file: string): string[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const check = database.pragma('integrity_check(20)') as { integrity_check: string }[];
    const broken = database.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
    return [
      ...check.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
      ...broken.slice(0, 20).map(({ table, rowid, parent }) => `${table} ${rowid} refers to no ${parent}`),
    ];
  } finally {
    database.close();
  }
}
