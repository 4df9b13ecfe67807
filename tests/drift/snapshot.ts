import { readdirSync, readFileSync } from 'node:fs';
import { column, foreign, index, primary } from './migrated';

type Columns = (string | { expression: string })[];
type Table = {
  name: string;
  columns: Record<
    string,
    { name: string; type: string; primaryKey: boolean; notNull: boolean; default?: unknown }
  >;
  indexes: Record<string, { name: string; columns: Columns; isUnique: boolean; where?: string }>;
  foreignKeys: Record<
    string,
    { columnsFrom: string[]; tableTo: string; columnsTo: string[]; onDelete: string }
  >;
  compositePrimaryKeys: Record<string, { columns: string[] }>;
  uniqueConstraints: Record<string, { name: string; columns: string[] }>;
  checkConstraints: Record<string, { name: string; value: string }>;
};

/** The tags of the migrations of a dialect, in order. */
export const migrationTags = (dialect: string) =>
  (
    JSON.parse(readFileSync(`db/migrations/${dialect}/meta/_journal.json`, 'utf8')) as {
      entries: { tag: string }[];
    }
  ).entries.map((entry) => entry.tag);

/**
 * What the newest generated migration of a dialect has made of the schema: the lines of `describeSqlite` without
 * triggers, and the words of checks and of the conditions of partial indexes.
 */
export function describeSnapshot(dialect: 'sqlite' | 'postgresql'): { lines: string[]; words: string[] } {
  const folder = `db/migrations/${dialect}/meta`;
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const { tables } = JSON.parse(readFileSync(`${folder}/${newest}`, 'utf8')) as {
    tables: Record<string, Table>;
  };
  const lines: string[] = [];
  const words: string[] = [];
  for (const table of Object.values(tables)) {
    const t = table.name;
    const columns = Object.values(table.columns);
    for (const c of columns)
      lines.push(column(t, c.name, c.type, c.notNull || c.primaryKey, c.default !== undefined));
    const composite = Object.values(table.compositePrimaryKeys);
    for (const key of composite) lines.push(primary(t, key.columns));
    if (!composite.length)
      lines.push(
        primary(
          t,
          columns.filter((c) => c.primaryKey).map((c) => c.name),
        ),
      );
    for (const key of Object.values(table.foreignKeys))
      lines.push(foreign(t, key.columnsFrom, key.tableTo, key.columnsTo, key.onDelete));
    for (const i of Object.values(table.indexes)) {
      const on = i.columns.map((one) => (typeof one === 'string' ? one : one.expression));
      lines.push(index(t, i.name, on, i.isUnique, i.where));
      if (i.where) words.push(`index ${t} ${i.name} where ${i.where}`);
    }
    for (const u of Object.values(table.uniqueConstraints))
      lines.push(index(t, u.name, u.columns, true, false));
    for (const c of Object.values(table.checkConstraints)) {
      lines.push(`check ${t} ${c.name}`);
      words.push(`check ${t} ${c.name} ${c.value}`);
    }
  }
  return { lines: lines.sort(), words: words.sort() };
}
