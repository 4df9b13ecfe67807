import { asc, eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { beforeEach, expect, test, vi } from 'vitest';
import { useDatabase } from '#tests/database';
import { serverUrl } from '#tests/postgres';
import { inProcesses } from '#tests/processes';
import { db, write } from './client.server';
import { searchOutbox } from './schema';

useDatabase();
/** The module as another process has it: on the same database, with a name of its own. */
async function anotherProcess() {
  vi.resetModules();
  return import('./outbox.server');
}
const waiting = async () =>
  (await db.select().from(searchOutbox).orderBy(asc(searchOutbox.seq))).map((row) => row.entityId);
const entities = (rows: { entityId: string }[]) => rows.map((row) => row.entityId);
const enqueue = async (...ids: string[]) => {
  const { enqueueForSearch } = await anotherProcess();
  await write((tx) => enqueueForSearch(tx, 'product', ...ids));
};
/** As if the process had been killed some time ago. */
const letTimePass = () =>
  write(async (tx) => {
    await tx
      .update(searchOutbox)
      .set({ claimedUntil: new Date(0) })
      .where(sql`${searchOutbox.claimedUntil} is not null`);
  });
beforeEach(async () => void (await write((tx) => tx.delete(searchOutbox))));

test('every row is claimed once, whoever asks at the same moment', async () => {
  const ids = Array.from({ length: 60 }, (_, i) => `item ${i}`);
  await enqueue(...ids);
  const processes = [await anotherProcess(), await anotherProcess(), await anotherProcess()];
  const claims = await Promise.all(
    [...processes, ...processes].map(({ claimOutbox }) => claimOutbox(false, 15)),
  );
  const claimed = claims.flatMap(entities);
  expect(new Set(claimed).size).toBe(claimed.length);
  expect(claimed.length).toBe(60);
});

test('later rows of an item wait while an earlier one is in hand', async () => {
  const a = await anotherProcess();
  const b = await anotherProcess();
  await enqueue('x');
  const first = await a.claimOutbox(false, 10);
  await enqueue('x', 'y');
  expect(entities(await b.claimOutbox(false, 10))).toEqual(['y']);
  await a.settle(first);
  expect(entities(await b.claimOutbox(false, 10))).toEqual(['x']);
});

test("a killed process's rows come back, and it can no longer settle them", async () => {
  const killed = await anotherProcess();
  const other = await anotherProcess();
  await enqueue('x');
  const lost = await killed.claimOutbox(false, 10);
  expect(await other.claimOutbox(false, 10)).toEqual([]);
  await letTimePass();
  const found = await other.claimOutbox(false, 10);
  expect(found).toEqual(lost);
  await killed.settle(lost);
  await killed.putBack(lost, { failure: 'too late' });
  expect(await waiting()).toEqual(['x']);
  const [row] = await db.select().from(searchOutbox).where(eq(searchOutbox.entityId, 'x'));
  expect(row!.failure).toBeNull();
  await other.settle(found);
  expect(await waiting()).toEqual([]);
});

test('a claim that is kept is not taken by others', async () => {
  const a = await anotherProcess();
  const b = await anotherProcess();
  await enqueue('x');
  const rows = await a.claimOutbox(false, 10);
  await letTimePass();
  await a.keepClaim(rows);
  expect(await b.claimOutbox(false, 10)).toEqual([]);
});

test('rows whose words are stored wait for the engine alone', async () => {
  const { claimOutbox, putBack } = await anotherProcess();
  await enqueue('x', 'y');
  await putBack(await claimOutbox(true, 1), { wordsStored: true });
  expect(entities(await claimOutbox(true, 10))).toEqual(['y']);
  expect(entities(await claimOutbox(false, 10))).toEqual(['x']);
});

test('what one process settles, every process can see', async () => {
  const a = await anotherProcess();
  const b = await anotherProcess();
  const before = await b.searchChanges();
  await enqueue('x');
  await a.settle(await a.claimOutbox(false, 10));
  expect(await b.searchChanges()).toBeGreaterThan(before);
});

test('real processes claim each row once between them', async () => {
  const ids = Array.from({ length: 90 }, (_, i) => `sent ${i}`);
  await enqueue(...ids);
  const claimed = await inProcesses(
    2,
    "const { claimOutbox, settle } = await import('./db/outbox.server.ts')",
    `for (let rows; (rows = await claimOutbox(false, 7)).length;) {
       for (const row of rows) console.log(row.entityId);
       await settle(rows);
     }`,
  );
  expect(claimed.flat().sort()).toEqual(ids.sort());
  expect(await waiting()).toEqual([]);
}, 60_000);

test.skipIf(!serverUrl)(
  'a row that another process is just taking is left to it, without a wait',
  async () => {
    await enqueue('x', 'y');
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query(`begin; select 1 from search_outbox where entity_id = 'x' for update`);
    const { claimOutbox } = await anotherProcess();
    expect(entities(await claimOutbox(false, 10))).toEqual(['y']);
    await other.end();
    expect(entities(await claimOutbox(false, 10))).toEqual(['x']);
  },
);
