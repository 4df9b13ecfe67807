import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { within } from './within';
import { options, type Engine, type Full, type Raw, type Run } from './engine';

const waitForLockMs = 10_000;
type LiteDb = { all(q: SQL): unknown[]; run(q: SQL): unknown };

/**
 * Lets SQLite measure tables that have grown, as is advised at opening, at closing and now and then
 * (sqlite.org/pragma.html#pragma_optimize). Without it `id in (…) and state = …` walks every published row: 5 ms instead
 * of 0.1 at 20,000. What hinders it, another process's lock or a full disk, hinders nothing else.
 */
function measure(connection: Database.Database, pragma: 'optimize' | 'optimize = 0x10002') {
  unhindered(() => connection.pragma(pragma));
}
function unhindered(work: () => void) {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  }
}

/**
 * Opens a SQLite file with one writer connection behind a queue and one read-only connection.
 * Waiting for another process's lock happens in JavaScript: inside sqlite3 it would block the event loop.
 */
export function openSqlite(file: string, waitForTurnMs = waitForLockMs): Engine {
  const writer = new Database(file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL'); // after WAL: this build lowers it to NORMAL
  writer.pragma('foreign_keys = ON');
  writer.pragma('busy_timeout = 0');
  measure(writer, 'optimize = 0x10002');
  const reader = new Database(file, { readonly: true });
  reader.pragma('busy_timeout = 2000');
  reader.pragma('query_only = ON');
  // SQLite's number counts from the opening of the connection: another connection may repeat it
  const opened = randomUUID();
  const w = drizzle(writer, options);
  const r = drizzle(reader, options);
  const raw =
    (d: LiteDb): Raw =>
    async <T>(q: SQL) =>
      d.all(q) as T[];
  const run =
    (d: LiteDb): Run =>
    async (q) =>
      void d.run(q);

  let tail: Promise<unknown> = Promise.resolve();
  const lock = () => {
    let free!: () => void;
    const before = tail;
    tail = new Promise<void>((ok) => (free = ok));
    return before.then(() => free);
  };
  /** One's turn; who has waited too long is told `busy` and passes the turn on when it comes. */
  async function turn() {
    const coming = lock();
    const free = await within(waitForTurnMs, coming, undefined);
    if (free) return free;
    void coming.then((late) => late());
    throw Object.assign(new Error('others are writing for too long'), { code: 'SQLITE_BUSY' });
  }
  async function begin() {
    for (let wait = 1, until = Date.now() + waitForLockMs; ; wait = Math.min(wait * 2, 50)) {
      try {
        writer.exec('BEGIN IMMEDIATE');
        return;
      } catch (e) {
        const busy = String((e as { code?: string }).code).startsWith('SQLITE_BUSY');
        if (!busy || Date.now() > until) throw e;
        await sleep(wait * (0.5 + Math.random()));
      }
    }
  }
  return {
    reads: r as unknown as Full,
    rawRead: raw(r),
    racesOnUnique: false,
    async version() {
      return `${opened}-${String(reader.pragma('data_version', { simple: true }))}`;
    },
    async session() {
      const free = await turn();
      return {
        db: w as unknown as Full,
        raw: raw(w),
        run: run(w),
        begin,
        async end(how) {
          if (how === 'commit') writer.exec('COMMIT');
          else if (writer.inTransaction) writer.exec('ROLLBACK');
        },
        release: () => void setImmediate(free), // on the next turn: better-sqlite3 never yields by itself
      };
    },
    async measure() {
      const version = () => reader.pragma('data_version', { simple: true });
      const free = await turn();
      try {
        const before = version();
        measure(writer, 'optimize = 0x10002');
        // other connections take new measures up with the schema only, when that has changed
        if (version() !== before)
          unhindered(() =>
            writer.exec('BEGIN IMMEDIATE; CREATE TABLE measured (x); DROP TABLE measured; COMMIT'),
          );
      } finally {
        if (writer.inTransaction) writer.exec('ROLLBACK');
        free();
      }
    },
    async close() {
      await lock();
      reader.close();
      measure(writer, 'optimize');
      writer.pragma('wal_checkpoint(TRUNCATE)');
      writer.close();
    },
  };
}
