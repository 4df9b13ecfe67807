import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from './engine';
import { openPostgres } from './engine-postgres.server';
import { openSqlite } from './engine-sqlite.server';
import { dialect } from './schema/kit';
import { unitOfWork } from './unit-of-work.server';

export { refusal } from './unit-of-work.server';
export type { Reads, Refusal, Tx } from './unit-of-work.server';

/**
 * Where the data is: the address of a PostgreSQL server (`DATABASE_URL=postgres://…`) or a SQLite file
 * (`DATABASE_URL=file:…`, else `market.db` under DATA_DIR).
 */
export const databasePlace = () =>
  process.env.DATABASE_URL?.replace(/^file:/, '') || path.join(process.env.DATA_DIR ?? './data', 'market.db');

// Held on globalThis: in development the module is evaluated again after each change.
const held = globalThis as typeof globalThis & { __engine?: Engine };

function engine(): Engine {
  if (held.__engine) return held.__engine;
  const place = databasePlace();
  if (dialect === 'postgresql') return (held.__engine = openPostgres(place));
  mkdirSync(path.dirname(place), { recursive: true });
  return (held.__engine = openSqlite(place));
}

export const { db, prepared, write, raw, run } = unitOfWork(engine);

/**
 * A string that is another one after every commit, of whichever process: what was read after asking for it is
 * still current while it stays the same. Empty when the engine cannot tell, so that nothing may be kept. It can
 * change without a commit. Asks the connection for reads, also inside write().
 */
export const dataVersion = (): Promise<string> => engine().version();

/**
 * Lets the database measure tables that have grown since the last time, so that statements go the way that suits their
 * size; does next to nothing when none has. Waits for its turn as a unit of work does.
 */
export const measureTables = (): Promise<void> => engine().measure();

/** Closes all connections after the last unit of work; the next use opens them again. */
export async function closeDatabase() {
  const open = held.__engine;
  held.__engine = undefined;
  await open?.close();
}
