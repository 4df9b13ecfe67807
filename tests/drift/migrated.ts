import type Database from 'better-sqlite3';
import type pg from 'pg';
import { groupBy } from '~/domain/group-by';

/** Tables that are not the schema's: our own book of migrations, the engine's own, the full-text index. */
const ignored = /^(_migrations$|sqlite_|search_fts)/;
const storage = (type: string) => (/^(text|jsonb|tsvector)/i.test(type) ? 'text' : 'integer');
type Row = Record<string, string | number | boolean | null>;

export const column = (table: string, name: string, type: string, notNull: unknown, preset: unknown) =>
  `column ${table}.${name} ${storage(type)}${notNull ? ' not null' : ''}${preset ? ' default' : ''}`;
export const primary = (table: string, columns: unknown) => `primary ${table} (${String(columns)})`;
export const foreign = (table: string, columns: unknown, to: string, toColumns: unknown, onDelete: string) =>
  `foreign ${table} (${String(columns)}) -> ${to} (${String(toColumns)}) ${onDelete}`;
export const index = (table: string, name: string, columns: unknown, unique: unknown, partial: unknown) =>
  `index ${table} ${name} (${String(columns)})${unique ? ' unique' : ''}${partial ? ' partial' : ''}`;

/** What a migrated SQLite file holds, one line per column, key, check, index and trigger. */
export function describeSqlite(db: Database.Database): string[] {
  const all = (query: string, ...values: string[]) => db.prepare(query).all(...values) as Row[];
  const lines: string[] = [];
  const made = all('select type, name, tbl_name as owner, sql from sqlite_master').filter(
    (one) => !ignored.test(String(one.name)) && !ignored.test(String(one.owner)),
  );
  for (const { name, sql } of made.filter((one) => one.type === 'table')) {
    const t = String(name);
    const columns = all('select * from pragma_table_info(?) order by pk', t);
    for (const c of columns)
      lines.push(column(t, String(c.name), String(c.type), c.notnull || c.pk, c.dflt_value));
    lines.push(
      primary(
        t,
        columns.filter((c) => c.pk).map((c) => c.name),
      ),
    );
    const keys = groupBy(all('select * from pragma_foreign_key_list(?) order by id, seq', t), (k) => k.id);
    for (const key of keys.values()) {
      const { table, on_delete: onDelete } = key[0]!;
      const [from, to] = [key.map((k) => k.from), key.map((k) => k.to)];
      lines.push(foreign(t, from, String(table), to, String(onDelete).toLowerCase()));
    }
    for (const [, check] of String(sql).matchAll(/CONSTRAINT\s+["`]([^"`]+)["`]\s+CHECK/gi))
      lines.push(`check ${t} ${check}`);
    for (const i of all("select * from pragma_index_list(?) where origin <> 'pk'", t)) {
      const on = all('select name from pragma_index_info(?) order by seqno', String(i.name));
      lines.push(
        index(
          t,
          String(i.name),
          on.map((c) => c.name),
          i.unique,
          i.partial,
        ),
      );
    }
  }
  for (const one of made) if (one.type === 'trigger') lines.push(`trigger ${one.owner} ${one.name}`);
  return lines.sort();
}

const onDelete: Record<string, string> = { a: 'no action', r: 'restrict', c: 'cascade', n: 'set null' };
const columnsOf = (table: string, numbers: string) =>
  `(select string_agg(a.attname, ',' order by x.o) from unnest(${numbers}) with ordinality x(k, o)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = x.k)`;

/** What a migrated PostgreSQL database holds, in the same lines. */
export async function describePostgres(client: pg.Client): Promise<string[]> {
  const all = async (query: string) =>
    (await client.query<Row>(query)).rows.filter((row) => !ignored.test(String(row.t)));
  const lines: string[] = [];
  const columns = await all(`select table_name t, column_name n, data_type k, is_nullable = 'NO' as r,
    column_default is not null as d from information_schema.columns where table_schema = 'public'`);
  for (const c of columns) lines.push(column(String(c.t), String(c.n), String(c.k), c.r, c.d));
  const constraints = await all(`select rel.relname t, con.conname n, con.contype k, con.confdeltype d,
    ref.relname r, ${columnsOf('con.conrelid', 'con.conkey')} f, ${columnsOf('con.confrelid', 'con.confkey')} g
    from pg_constraint con join pg_class rel on rel.oid = con.conrelid
    left join pg_class ref on ref.oid = con.confrelid join pg_namespace s on s.oid = rel.relnamespace
    where s.nspname = 'public'`);
  for (const { t, n, k, d, r, f, g } of constraints) {
    if (k === 'p') lines.push(primary(String(t), f));
    if (k === 'f') lines.push(foreign(String(t), f, String(r), g, onDelete[String(d)] ?? String(d)));
    if (k === 'c') lines.push(`check ${t} ${n}`);
  }
  const indexes = await all(`select t.relname t, i.relname n, x.indisunique u, x.indpred is not null p,
    ${columnsOf('t.oid', 'x.indkey')} c
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace s on s.oid = t.relnamespace where s.nspname = 'public' and not x.indisprimary`);
  for (const { t, n, u, p, c } of indexes) lines.push(index(String(t), String(n), c, u, p));
  const triggers = await all(`select c.relname t, g.tgname n from pg_trigger g
    join pg_class c on c.oid = g.tgrelid where not g.tgisinternal`);
  for (const { t, n } of triggers) lines.push(`trigger ${t} ${n}`);
  return lines.sort();
}
