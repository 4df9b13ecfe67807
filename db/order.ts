import { sql, type AnyColumn, type SQL } from 'drizzle-orm';

/** Rows without a value come last: by themselves SQLite puts them first where PostgreSQL puts them last. */
export const nullsLast = (order: SQL | AnyColumn): SQL => sql`${order} nulls last`;
/** Rows without a value come first. */
export const nullsFirst = (order: SQL | AnyColumn): SQL => sql`${order} nulls first`;
