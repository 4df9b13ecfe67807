import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { migratePostgres } from './migrate.server';

/** Why nothing was copied, in words for who runs the command. */
export class CannotCopy extends Error {
  override name = 'CannotCopy';
}

/** A table as both databases have it: how many rows, and the SHA-256 of them all in the order of their keys. */
export type CopiedTable = { table: string; rows: number; sha256: string };
export type Copy = { tables: CopiedTable[]; copied: boolean };

type Column = { name: string; type: 'bigint' | 'boolean' | 'jsonb' | 'text' | 'timestamp with time zone' };
type Table = { name: string; columns: Column[]; key: string[]; identity?: string };
type Value = string | number | null;

const batchSize = 1_000;
const quoted = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(quoted).join(', ');

/**
 * Copies every row of a SQLite file into a PostgreSQL database in one transaction, then reads both sides and compares
 * count and checksum of each table; what differs undoes everything. A target that says the same already is left as it
 * is, one that says something else is refused unless `replace`. The target gets the schema first if it has none.
 * Throws `CannotCopy` with a reason.
 */
export async function copyDatabase(
  from: string,
  to: string,
  { replace = false, report = () => undefined }: { replace?: boolean; report?: (line: string) => void } = {},
): Promise<Copy> {
  if (!existsSync(from)) throw new CannotCopy(`there is no file ${from}`);
  if (!/^postgres(ql)?:/.test(to)) throw new CannotCopy('--to must begin with postgres://');
  const source = new Database(from, { readonly: true, fileMustExist: true });
  const target = new pg.Client({ connectionString: to, application_name: 'market db:copy' });
  target.on('error', () => undefined); // what runs on it fails all the same
  try {
    assertMigrated(source, from);
    await migratePostgres(to);
    await target.connect();
    await target.query("set timezone = 'UTC'");
    // both sides as of one moment
    source.exec('begin');
    await target.query('begin isolation level repeatable read');
    const tables = await readTables(target);
    assertSameColumns(source, tables);
    const sent = await Promise.all(tables.map((table) => digest(table, rowsOf(source, table))));
    const arrived = async () => {
      const found: CopiedTable[] = [];
      for (const table of tables) found.push(await digest(table, rowsIn(target, table)));
      return found.filter((one, i) => one.sha256 !== sent[i]!.sha256);
    };
    const other = await arrived();
    if (!other.length) return { tables: sent, copied: false };
    const taken = other.filter(({ rows }) => rows > 0);
    if (taken.length && !replace)
      throw new CannotCopy(
        `the target holds other data already, in ${taken.map(({ table }) => table).join(', ')}: name an empty database, or add --replace to lose what is there`,
      );
    await fill(source, target, tables, report);
    const [spoilt] = await arrived();
    if (spoilt)
      throw new CannotCopy(`${spoilt.table} arrived with ${spoilt.rows} rows that are not those sent`);
    await target.query('commit');
    return { tables: sent, copied: true };
  } finally {
    source.close();
    await target.end(); // rolls back what was not committed
  }
}

function assertMigrated(source: Database.Database, from: string) {
  const known = readMigrationFiles({ migrationsFolder: 'db/migrations/sqlite' }).map(({ hash }) => hash);
  let applied: string[];
  try {
    applied = source.prepare('select "hash" from "_migrations" order by "made"').pluck().all() as string[];
  } catch (error) {
    throw new CannotCopy(`${from} is no database of this site: ${(error as Error).message}`);
  }
  if (applied.length !== known.length || applied.some((hash, i) => hash !== known[i]))
    throw new CannotCopy(`${from} is of another version: start this version of the site on it once`);
}

/** The tables of the target, those before others that these refer to. */
async function readTables(target: pg.Client): Promise<Table[]> {
  const { rows } = await target.query<{
    name: string;
    columns: Column[];
    key: string[];
    identity: string | null;
    refers: string[];
  }>(`
    select c.relname as name,
      (select json_agg(json_build_object('name', column_name, 'type', data_type) order by ordinal_position)
        from information_schema.columns i
        where i.table_schema = 'public' and i.table_name = c.relname and is_generated = 'NEVER') as columns,
      (select json_agg(a.attname order by array_position(k.conkey, a.attnum))
        from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
        where k.conrelid = c.oid and k.contype = 'p') as key,
      (select column_name from information_schema.columns i
        where i.table_schema = 'public' and i.table_name = c.relname and is_identity = 'YES') as identity,
      coalesce((select json_agg(distinct r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '[]') as refers
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '_migrations'
    order by 1`);
  const ordered: Table[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size) {
    const next = [...waiting.values()].filter(({ refers }) => !refers.some((name) => waiting.has(name)));
    if (!next.length) throw new Error(`tables refer to each other: ${[...waiting.keys()].join(', ')}`);
    for (const { name, columns, key, identity } of next) {
      ordered.push({ name, columns, key, ...(identity ? { identity } : {}) });
      waiting.delete(name);
    }
  }
  return ordered;
}

function assertSameColumns(source: Database.Database, tables: readonly Table[]) {
  for (const { name, columns } of tables) {
    const there = (source.pragma(`table_info(${quoted(name)})`) as { name: string }[]).map((one) => one.name);
    const here = columns.map((column) => column.name);
    if ([...there].sort().join() !== [...here].sort().join())
      throw new CannotCopy(`${name} has other columns in the target: ${here.join(', ')}`);
  }
}

/** The rows of a SQLite table in the order of their keys. */
function rowsOf(source: Database.Database, { name, columns, key }: Table): Iterable<Value[]> {
  const names = list(columns.map((column) => column.name));
  return source
    .prepare(`select ${names} from ${quoted(name)} order by ${list(key)}`)
    .raw()
    .iterate() as IterableIterator<Value[]>;
}

/** The same of a PostgreSQL table, its values as SQLite keeps them. */
async function* rowsIn(target: pg.Client, { name, columns, key }: Table): AsyncGenerator<Value[]> {
  const asKept = ({ name: column, type }: Column) =>
    type === 'timestamp with time zone'
      ? `(extract(epoch from ${quoted(column)}) * 1000)::bigint::text`
      : type === 'boolean'
        ? `${quoted(column)}::int::text`
        : `${quoted(column)}::text`;
  // the names of columns, not those of the texts made of them
  const order = key.map((column) => `${quoted(name)}.${quoted(column)}`).join(', ');
  const values = columns.map(asKept).join(', ');
  await target.query(`declare copied cursor for select ${values} from ${quoted(name)} order by ${order}`);
  for (;;) {
    const text = `fetch ${batchSize} from copied`;
    const { rows } = await target.query<(string | null)[]>({ text, rowMode: 'array' });
    for (const row of rows)
      yield row.map((value, i) =>
        value === null || ['text', 'jsonb'].includes(columns[i]!.type) ? value : Number(value),
      );
    if (rows.length < batchSize) break;
  }
  await target.query('close copied');
}

/** Keys in order, so that the same content is the same text: PostgreSQL keeps JSON in an order of its own. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

async function digest(
  { name, columns }: Table,
  rows: Iterable<Value[]> | AsyncIterable<Value[]>,
): Promise<CopiedTable> {
  const hash = createHash('sha256');
  const order = columns.map((_, i) => i).sort((a, b) => (columns[a]!.name < columns[b]!.name ? -1 : 1));
  let count = 0;
  for await (const row of rows) {
    const content = order.map((i) =>
      columns[i]!.type === 'jsonb' && row[i] !== null ? (JSON.parse(String(row[i])) as unknown) : row[i],
    );
    hash.update(`${JSON.stringify(content, inOrder)}\n`);
    count += 1;
  }
  return { table: name, rows: count, sha256: hash.digest('hex') };
}

/** Empties the tables and fills them again; the keys that PostgreSQL counts go on after the last one given. */
async function fill(
  source: Database.Database,
  target: pg.Client,
  tables: readonly Table[],
  report: (line: string) => void,
) {
  const names = tables.map((table) => table.name);
  // what was written once may not be changed by the site: by this command it may
  for (const name of names) await target.query(`alter table ${quoted(name)} disable trigger user`);
  await target.query(`truncate ${list(names)}`);
  for (const table of tables) {
    let batch: Value[][] = [];
    let done = 0;
    const send = async () => {
      if (batch.length) await insert(target, table, batch);
      done += batch.length;
      batch = [];
    };
    for (const row of rowsOf(source, table)) {
      batch.push(row);
      if (batch.length >= batchSize) await send();
    }
    await send();
    report(`${table.name}: ${done} rows`);
    if (table.identity) await countOn(source, target, table.name, table.identity);
  }
  for (const name of names) await target.query(`alter table ${quoted(name)} enable trigger user`);
}

async function insert(target: pg.Client, { name, columns }: Table, rows: readonly Value[][]) {
  const names = list(columns.map((column) => column.name));
  const arrays = columns.map((column, i) => `$${i + 1}::${column.type}[]`).join(', ');
  const valueOf = ({ type }: Column, value: Value) => {
    if (value === null) return null;
    if (type === 'boolean') return value === 1;
    return type === 'timestamp with time zone' ? new Date(Number(value)).toISOString() : String(value);
  };
  try {
    await target.query(
      `insert into ${quoted(name)} (${names}) overriding system value select * from unnest(${arrays})`,
      columns.map((column, i) => rows.map((row) => valueOf(column, row[i]!))),
    );
  } catch (error) {
    throw new CannotCopy(`${name} cannot be written: ${(error as Error).message}`);
  }
}

async function countOn(source: Database.Database, target: pg.Client, table: string, column: string) {
  const last = source.prepare('select "seq" from "sqlite_sequence" where "name" = ?').pluck().get(table);
  if (last === undefined) return;
  await target.query('select setval(pg_get_serial_sequence($1, $2), $3)', [
    quoted(table),
    column,
    Math.max(1, Number(last)),
  ]);
}
