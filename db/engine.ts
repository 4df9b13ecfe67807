import type { SQL } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import * as schema from './schema';

export type Full = NodePgDatabase<typeof schema>;
/** One row-returning raw statement, the same on both engines. Instants come as the engine keeps them. */
export type Raw = <T extends Record<string, unknown>>(q: SQL) => Promise<T[]>;
export type Run = (q: SQL) => Promise<void>;
/** One writer: a transaction is begun and ended on it, then it is handed back. */
export type Session = {
  db: Full;
  raw: Raw;
  run: Run;
  begin(): Promise<void>;
  end(how: 'commit' | 'rollback'): Promise<void>;
  release(broken?: unknown): void;
};
export type Engine = {
  reads: Full;
  rawRead: Raw;
  /** A unique constraint may refuse what would pass when it is done again: another writer came between. */
  racesOnUnique: boolean;
  /** See `dataVersion` in client.server.ts. */
  version(): Promise<string>;
  session(): Promise<Session>;
  /** See `measureTables` in client.server.ts. */
  measure(): Promise<void>;
  close(): Promise<void>;
};

// Counted on globalThis, where `npm run bench` reads it from outside the bundle.
const counted = globalThis as typeof globalThis & { __sqlStatements?: number };
const logger = { logQuery: () => void (counted.__sqlStatements = (counted.__sqlStatements ?? 0) + 1) };

/** What drizzle is told on both engines. */
export const options = { schema, casing: 'snake_case' as const, logger };
