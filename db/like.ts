import { and, gte, lt, sql, type AnyColumn, type SQL } from 'drizzle-orm';

/** Like SQLite's and PostgreSQL's lower() on our columns: Latin letters only. */
const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
const pattern = (text: string) => lower(text).replace(/[\\%_]/g, '\\$&');
const like = (column: AnyColumn, wanted: string) => sql`lower(${column}) like ${wanted} escape '\\'`;

/** The column holds the text, whatever the case of Latin letters; % and _ are themselves. */
export const contains = (column: AnyColumn, text: string): SQL => like(column, `%${pattern(text)}%`);
/** The column begins with the text, likewise. */
export const beginsWith = (column: AnyColumn, text: string): SQL => like(column, `${pattern(text)}%`);
/** The column begins with exactly this text: a range, so that either engine walks its index. */
export const hasPrefix = (column: AnyColumn, prefix: string) =>
  and(gte(column, prefix), lt(column, `${prefix}\u{10FFFF}`));
