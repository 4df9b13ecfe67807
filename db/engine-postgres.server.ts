import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { options, type Engine, type Full, type Raw, type Run } from './engine';

// The kit promises JavaScript numbers: amounts in 分 and counts stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The key of the lock that every unit of work of this application holds, in every process. */
const writeLock = 20814;
const connectWithinMs = 10_000;
const statementMs = 15_000;
const readers = 8;

/**
 * Opens two pools on a PostgreSQL server: read-only connections, and the one connection that units of work run on.
 * A lost connection fails what runs on it and nothing else; the next use connects again.
 */
export function openPostgres(url: string): Engine {
  const pool = (max: number, settings: Record<string, string | number>) => {
    const all = { timezone: 'UTC', statement_timeout: statementMs, ...settings };
    const made = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: connectWithinMs,
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
  const writer = pool(1, { lock_timeout: 10_000, idle_in_transaction_session_timeout: 30_000 });
  const raw =
    (d: Full): Raw =>
    async <T>(q: Parameters<Raw>[0]) =>
      (await d.execute(q)).rows as T[];
  const run =
    (d: Full): Run =>
    async (q) =>
      void (await d.execute(q));
  const r = drizzle(reader, options);
  return {
    reads: r,
    rawRead: raw(r),
    async version() {
      const { rows } = await reader.query<{ v: string }>('select pg_current_snapshot()::text as v');
      return rows[0]?.v ?? '';
    },
    async session() {
      const client = await writer.connect();
      const w = drizzle(client, options);
      return {
        db: w,
        raw: raw(w),
        run: run(w),
        async begin() {
          // Read committed on purpose: each statement after the lock sees what every earlier writer committed.
          await client.query(`begin; select pg_advisory_xact_lock(${writeLock})`);
        },
        async end(how) {
          await client.query(how);
        },
        release: (broken) => client.release(broken as Error | undefined),
      };
    },
    async close() {
      await reader.end();
      await writer.end();
    },
  };
}
