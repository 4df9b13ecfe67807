/**
 * The columns every schema file is written with, under the same names for PostgreSQL and SQLite.
 * The PostgreSQL types are canonical and the SQLite kit is cast to them, so that `.get()` and `.all()`,
 * which only SQLite has, do not compile. See docs/decisions/002-storage.md.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

export type Dialect = 'sqlite' | 'postgresql';
export const dialect: Dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '')
  ? 'postgresql'
  : 'sqlite';

/** 128 random bits, url-safe (22 characters). */
export const newId = () => randomBytes(16).toString('base64url');

/** Ordered and compared by bytes, as SQLite does, whatever language the PostgreSQL database was made for. */
const bytewise = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const pgKit = {
  table: pg.pgTable,
  text: () => bytewise() as unknown as ReturnType<typeof pg.text>,
  /** as wide as SQLite's: a number that fits there fits here */
  integer: () => pg.bigint({ mode: 'number' }) as unknown as ReturnType<typeof pg.integer>,
  bigint: () => pg.bigint({ mode: 'number' }),
  serial: () => pg.bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  boolean: () => pg.boolean(),
  json: <T>() => pg.jsonb().$type<T>(),
  instant: () => pg.timestamp({ withTimezone: true, mode: 'date', precision: 3 }),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  check: pg.check,
  primaryKey: pg.primaryKey,
  unique: pg.unique,
};
type Kit = typeof pgKit;

const liteKit = {
  table: lite.sqliteTable,
  text: () => lite.text(),
  integer: () => lite.integer(),
  bigint: () => lite.integer(),
  serial: () => lite.integer().primaryKey({ autoIncrement: true }),
  boolean: () => lite.integer({ mode: 'boolean' }),
  json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
  instant: () => lite.integer({ mode: 'timestamp_ms' }),
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  check: lite.check,
  primaryKey: lite.primaryKey,
  unique: lite.unique,
} satisfies Record<keyof Kit, unknown>;

const kit = (dialect === 'postgresql' ? pgKit : liteKit) as Kit;
/** `instant`: millisecond precision in both engines. `serial`: an integer key the engine counts. */
export const { table, text, integer, boolean, json, instant, serial, index, uniqueIndex, check } = kit;
export const { primaryKey, unique } = kit;

/** An amount of RMB in whole 分. */
export const money = () => kit.bigint();
/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = () => kit.text();
export const id = () => kit.text().primaryKey().$defaultFn(newId);
export const now = () =>
  kit
    .instant()
    .notNull()
    .$defaultFn(() => new Date());
export type AnyColumn = pg.AnyPgColumn;
export const ref = (to: () => AnyColumn, onDelete: 'restrict' | 'cascade' | 'set null' = 'restrict') =>
  kit.text().references(to, { onDelete });

/** A text column limited to a list of words: typed here, checked by `oneOf` in the database. */
export const word = <const T extends readonly [string, ...string[]]>(_words: T) =>
  kit.text().$type<T[number]>();
const quote = (s: string) => `'${s.replaceAll("'", "''")}'`;
export const oneOf = (name: string, column: AnyColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(words.map(quote).join(', '))})`);
