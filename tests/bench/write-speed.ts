import { eq, sql } from 'drizzle-orm';
import type { Engine } from '#db/engine';
import { openPostgres } from '#db/engine-postgres.server';
import { openSqlite } from '#db/engine-sqlite.server';
import { migrate } from '#db/migrate.server';
import { databasePlace } from '#db/client.server';
import { audit, organisations } from '#db/schema';
import { dialect } from '#db/schema/kit';
import { unitOfWork } from '#db/unit-of-work.server';
import { percentile } from './measure';

/** `hot`: all callers change the same row. `p95` in milliseconds. `again`: attempts beyond the first, per unit of work. */
export type WriteSpeed = {
  name: string;
  callers: number;
  hot: boolean;
  perSecond: number;
  p95: number;
  again: number;
};

const seconds = Number(process.env.BENCH_SECONDS ?? 1.5);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const rows = 32;
type Way = { name: string; engines: Engine[]; lockRow?: boolean };

await migrate();
const place = databasePlace();
const advisory = () => openPostgres(place, 'advisory-lock');
const serializable = () => openPostgres(place, 'serializable');
const readCommitted = () =>
  openPostgres(place, { begin: 'begin isolation level read committed', writers: 4 });
// Several engines stand for several processes.
const ways: Way[] =
  dialect === 'sqlite'
    ? [{ name: 'SQLite', engines: [openSqlite(place)] }]
    : [
        { name: 'PostgreSQL, advisory-lock', engines: [advisory()] },
        { name: 'PostgreSQL, advisory-lock, two pools', engines: [advisory(), advisory()] },
        { name: 'PostgreSQL, serializable', engines: [serializable()] },
        { name: 'PostgreSQL, serializable, two pools', engines: [serializable(), serializable()] },
        { name: 'PostgreSQL, a lock per row', engines: [readCommitted()], lockRow: true },
      ];
const code = (n: number) => `B-${n}`;
await unitOfWork(() => ways[0]!.engines[0]!).write((tx) =>
  tx.insert(organisations).values(
    Array.from({ length: rows }, (_, n) => ({
      code: code(n),
      kind: 'buyer' as const,
      name: code(n),
      shortName: code(n),
      foundedYear: 0,
    })),
  ),
);

async function measure({ name, engines, lockRow }: Way, callers: number, hot: boolean): Promise<WriteSpeed> {
  const stores = engines.map((engine) => unitOfWork(() => engine));
  let attempts = 0;
  // As a step of a lead: one row is read and changed, one is added.
  const step = (caller: number, row: number) => {
    const store = stores[caller % stores.length]!;
    return store.write(async (tx) => {
      attempts++;
      if (lockRow) await store.raw(sql`select pg_advisory_xact_lock(20814, ${row}::int)`);
      const mine = eq(organisations.code, code(row));
      const [found] = await tx.select().from(organisations).where(mine);
      await tx
        .update(organisations)
        .set({ foundedYear: found!.foundedYear! + 1 })
        .where(mine);
      await tx.insert(audit).values({ action: 'bench.done', subject: 'bench', subjectId: found!.id });
    });
  };
  const times: number[] = [];
  const from = performance.now();
  const client = async (caller: number) => {
    while (performance.now() < from + seconds * 1000) {
      const begun = performance.now();
      await step(caller, hot ? 0 : caller);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => client(caller)));
  const perSecond = times.length / ((performance.now() - from) / 1000);
  const again = (attempts - times.length) / times.length;
  return { name, callers, hot, perSecond, p95: percentile(times, 0.95), again };
}

// Interleaved, because the machine is shared: every way in every round.
const speeds: WriteSpeed[] = [];
for (let round = 0; round < rounds; round++)
  for (const hot of [false, true])
    for (const callers of hot ? [8, 32] : [1, 8, 32])
      for (const way of ways) speeds.push(await measure(way, callers, hot));
await Promise.all(ways.flatMap((way) => way.engines.map((engine) => engine.close())));
process.stdout.write(JSON.stringify(speeds));
process.exit(0);
