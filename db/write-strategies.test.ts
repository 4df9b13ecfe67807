import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#tests/database';
import { serverUrl } from '#tests/postgres';
import { databasePlace, refusal } from './client.server';
import type { Engine } from './engine';
import { openPostgres } from './engine-postgres.server';
import { openSqlite } from './engine-sqlite.server';
import { organisations } from './schema';
import { storageTrouble } from './trouble.server';
import { unitOfWork, type Tx } from './unit-of-work.server';
import { writeStrategy } from './write-strategy';

useDatabase();

const open: [name: string, () => Engine][] = serverUrl
  ? [
      ['PostgreSQL, one advisory lock', () => openPostgres(databasePlace(), 'advisory-lock')],
      ['PostgreSQL, serializable', () => openPostgres(databasePlace(), 'serializable')],
    ]
  : [['SQLite', () => openSqlite(databasePlace())]];
const organisation = (code: string) => ({ code, kind: 'enterprise' as const, name: code, shortName: code });

// Two engines each, as two processes have.
describe.each(open)('%s', (name, opened) => {
  let engines: Engine[];
  let stores: ReturnType<typeof unitOfWork>[];
  beforeAll(() => {
    engines = [opened(), opened()];
    stores = engines.map((engine) => unitOfWork(() => engine));
  });
  afterAll(async () => void (await Promise.all(engines.map((engine) => engine.close()))));
  const at = `${name}:`;
  /** `count` units of work at the same moment, on the two stores by turns. */
  const together = <T>(count: number, work: (tx: Tx, n: number) => Promise<T>) =>
    Promise.allSettled(Array.from({ length: count }, (_, n) => stores[n % 2]!.write((tx) => work(tx, n))));
  const failures = (results: PromiseSettledResult<unknown>[]) =>
    results.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
  const codes = async () =>
    (
      await stores[0]!.db
        .select({ code: organisations.code })
        .from(organisations)
        .where(like(organisations.code, `${at}%`))
    ).map((row) => row.code);

  test('no update is lost', async () => {
    await stores[0]!.write((tx) =>
      tx.insert(organisations).values({ ...organisation(`${at}counter`), foundedYear: 0 }),
    );
    const mine = eq(organisations.code, `${at}counter`);
    const results = await together(60, async (tx) => {
      const [row] = await tx.select({ n: organisations.foundedYear }).from(organisations).where(mine);
      await tx
        .update(organisations)
        .set({ foundedYear: row!.n! + 1 })
        .where(mine);
    });
    expect(failures(results)).toEqual([]);
    const [row] = await stores[1]!.db
      .select({ n: organisations.foundedYear })
      .from(organisations)
      .where(mine);
    expect(row?.n).toBe(60);
  }, 30_000);

  test('a sequence has neither gaps nor doubles', async () => {
    const next = async (tx: Tx) => {
      const rows = await tx
        .select({ code: organisations.code })
        .from(organisations)
        .where(like(organisations.code, `${at}N-%`));
      const last = Math.max(0, ...rows.map((row) => Number(row.code.slice(at.length + 2))));
      await tx.insert(organisations).values(organisation(`${at}N-${last + 1}`));
    };
    const results = await together(40, next);
    expect(failures(results)).toEqual([]);
    const numbers = (await codes())
      .filter((code) => code.startsWith(`${at}N-`))
      .map((code) => Number(code.slice(at.length + 2)));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  }, 30_000);

  test('a rule over two rows holds: each sees the other or is done again', async () => {
    const pair = [`${at}on call 1`, `${at}on call 2`];
    await stores[0]!.write((tx) =>
      tx.insert(organisations).values(pair.map((code) => ({ ...organisation(code), category: 'on' }))),
    );
    // each may leave only while another stays
    await together(2, async (tx, n) => {
      const rows = await tx
        .select({ category: organisations.category })
        .from(organisations)
        .where(like(organisations.code, `${at}on call%`));
      if (rows.filter((row) => row.category === 'on').length < 2) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
      await tx.update(organisations).set({ category: 'off' }).where(eq(organisations.code, pair[n]!));
    });
    const rows = await stores[0]!.db
      .select({ category: organisations.category })
      .from(organisations)
      .where(like(organisations.code, `${at}on call%`));
    expect(rows.map((row) => row.category).sort()).toEqual(['off', 'on']);
  });

  test('of many that want the same one passes and the others are refused by the constraint', async () => {
    const results = await together(12, async (tx) => {
      await tx.insert(organisations).values(organisation(`${at}the one`));
    });
    const refused = failures(results);
    expect(refused).toHaveLength(11);
    expect(new Set(refused.map((error) => refusal(error)?.on))).toEqual(new Set(['organisations.code']));
  });
});

test.skipIf(serverUrl)(
  'who waits too long for a turn is told busy, and those behind get theirs',
  async () => {
    const engine = openSqlite(databasePlace(), 100);
    const store = unitOfWork(() => engine);
    let goOn = () => {};
    const first = store.write(() => new Promise<void>((resolve) => (goOn = resolve)));
    const second = store.write(() => Promise.resolve('second'));
    await expect(second).rejects.toSatisfy((error) => storageTrouble(error) === 'busy');
    const third = store.write(() => Promise.resolve('third'));
    goOn();
    await first;
    expect(await third).toBe('third');
    await engine.close();
  },
);

test('a strategy that does not exist is refused by name', () => {
  expect(writeStrategy()).toBe('advisory-lock');
  expect(writeStrategy('serializable')).toBe('serializable');
  expect(() => writeStrategy('hope')).toThrow('WRITE_STRATEGY is none of advisory-lock, serializable: hope');
});

test.skipIf(!serverUrl)(
  'a wait for the lock that ends without it leaves a connection that works',
  async () => {
    const engine = openPostgres(databasePlace(), 'advisory-lock', 200);
    const store = unitOfWork(() => engine);
    const other = openPostgres(databasePlace(), 'advisory-lock');
    const holder = await other.session();
    await holder.begin();
    await expect(store.write(() => Promise.resolve('done'))).rejects.toThrow(/lock timeout/);
    await holder.end('rollback');
    holder.release();
    expect(await store.write(() => Promise.resolve('done'))).toBe('done');
    await Promise.all([engine.close(), other.close()]);
  },
  30_000,
);
