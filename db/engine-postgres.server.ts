import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { options, type Engine, type Full, type Raw, type Run } from './engine';
import { writeStrategy, type WriteStrategy } from './write-strategy';

// The kit promises JavaScript numbers: amounts in 分 and counts stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** How a unit of work begins, and how many of one process may be at work at once. */
export type Writing = { begin: string; writers: number };
const how: Record<WriteStrategy, Writing> = {
  'advisory-lock': {
    // Read committed on purpose: each statement after the lock sees what every earlier writer committed.
    begin: 'begin isolation level read committed; select pg_advisory_xact_lock(20814)',
    writers: 1,
  },
  serializable: { begin: 'begin isolation level serializable', writers: 4 },
};

const connectWithinMs = 10_000;
const statementMs = 15_000;
/** The server ends a statement before; without an answer by then the line is dead, whatever the operating system says. */
const answerWithinMs = 20_000;
/** An undoing that is not answered by then makes way for a new connection; the server undoes by itself. */
const rollbackWithinMs = 2_000;
const readers = 8;
const undefinedFunction = '42883';

/**
 * Opens two pools on a PostgreSQL server: read-only connections, and those that units of work run on.
 * A lost connection fails what runs on it and nothing else; the next use connects again.
 */
export function openPostgres(
  url: string,
  strategy: WriteStrategy | Writing = writeStrategy(),
  waitForLockMs = 10_000,
): Engine {
  const writing = typeof strategy === 'string' ? how[strategy] : strategy;
  const pool = (max: number, settings: Record<string, string | number>) => {
    const all = { timezone: 'UTC', statement_timeout: statementMs, ...settings };
    const made = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: connectWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'market',
      options: Object.entries(all)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    });
    // Without a listener a connection that the server ends would end the process: idle ones report to the pool,
    // those in use to themselves (their statements fail all the same).
    made.on('error', () => undefined);
    made.on('connect', (client) => client.on('error', () => undefined));
    return made;
  };
  const reader = pool(readers, { default_transaction_read_only: 'on' });
  const writer = pool(writing.writers, {
    lock_timeout: waitForLockMs,
    idle_in_transaction_session_timeout: 30_000,
  });
  const raw =
    (d: Full): Raw =>
    async <T>(q: Parameters<Raw>[0]) =>
      (await d.execute(q)).rows as T[];
  const run =
    (d: Full): Run =>
    async (q) =>
      void (await d.execute(q));
  const r = drizzle(reader, options);
  let tellsVersion = true;
  return {
    reads: r,
    rawRead: raw(r),
    racesOnUnique: strategy === 'serializable',
    async version() {
      if (!tellsVersion) return '';
      try {
        const { rows } = await reader.query<{ v: string }>('select pg_current_snapshot()::text as v');
        return rows[0]?.v ?? '';
      } catch (error) {
        if ((error as pg.DatabaseError).code !== undefinedFunction) throw error;
        tellsVersion = false;
        return '';
      }
    },
    async session() {
      const client = await writer.connect();
      const w = drizzle(client, options);
      return {
        db: w,
        raw: raw(w),
        run: run(w),
        async begin() {
          await client.query(writing.begin);
        },
        async end(end) {
          const query_timeout = end === 'rollback' ? rollbackWithinMs : answerWithinMs;
          const { command } = await client.query<pg.QueryResultRow>({
            text: end,
            query_timeout,
          } as pg.QueryConfig);
          // a transaction that has failed takes a commit without complaint and rolls back
          if (command !== end.toUpperCase()) throw new Error(`${end} was answered by ${command}`);
        },
        release: (broken) => client.release(broken as Error | undefined),
      };
    },
    // autovacuum does it
    measure: () => Promise.resolve(),
    async close() {
      await reader.end();
      await writer.end();
    },
  };
}
