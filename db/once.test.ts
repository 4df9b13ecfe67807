import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { useDatabase } from '#tests/database';
import { inProcesses } from '#tests/processes';
import { db, write } from './client.server';
import { leases } from './schema';

useDatabase();
/** The module as another process has it: on the same database, with a name of its own. */
async function anotherProcess() {
  vi.resetModules();
  return import('./once.server');
}
const tomorrow = (now: Date) => new Date(now.getTime() + 86_400_000);
const leaseOf = async (name: string) => (await db.select().from(leases).where(eq(leases.name, name)))[0];

test('of several processes that find a job due, one runs it', async () => {
  const processes = [await anotherProcess(), await anotherProcess(), await anotherProcess()];
  let runs = 0;
  const ran = await Promise.all(
    processes.map(({ onceDue }) =>
      onceDue('daily', tomorrow, async () => {
        runs++;
        await sleep(50);
      }),
    ),
  );
  expect(ran.filter(Boolean)).toHaveLength(1);
  expect(runs).toBe(1);
  expect(await processes[0]!.onceDue('daily', tomorrow, () => Promise.reject(new Error('not due')))).toBe(
    false,
  );
});

test('a job that fails says so and waits for its next time', async () => {
  const { onceDue } = await anotherProcess();
  await expect(onceDue('broken', tomorrow, () => Promise.reject(new Error('no paper')))).rejects.toThrow(
    'no paper',
  );
  const lease = await leaseOf('broken');
  expect(lease).toMatchObject({ holder: null, heldUntil: null });
  expect(lease!.dueAt!.getTime()).toBeGreaterThan(Date.now());
});

test('what a killed process had in hand is free when its time is over', async () => {
  const { onceDue, heldElsewhere } = await anotherProcess();
  const held = (ms: number) => ({
    name: 'killed',
    holder: 'a process that is no more',
    heldUntil: new Date(Date.now() + ms),
  });
  await write((tx) => tx.insert(leases).values(held(60_000)));
  expect(await heldElsewhere('killed')).toBe(true);
  expect(await onceDue('killed', tomorrow, async () => undefined)).toBe(false);
  await write((tx) => tx.update(leases).set(held(-1)).where(eq(leases.name, 'killed')));
  expect(await heldElsewhere('killed')).toBe(false);
  expect(await onceDue('killed', tomorrow, async () => undefined)).toBe(true);
});

test('under one lease processes take turns, and who waits too long is told', async () => {
  const a = await anotherProcess();
  const b = await anotherProcess();
  const order: string[] = [];
  let end = () => {};
  const held = new Promise<void>((resolve) => (end = resolve));
  const first = a.underLease('turns', async () => {
    order.push('a begins');
    await held;
    order.push('a ends');
    return 'a';
  });
  await expect.poll(() => order).toEqual(['a begins']);
  const late = b.underLease('turns', async () => 'too early', 0);
  await expect(late).rejects.toThrow('another process has had turns');
  const second = b.underLease('turns', async () => {
    order.push('b begins');
    return 'b';
  });
  end();
  expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins']);
});

test('a job that is due is run once by two real processes', async () => {
  const ran = await inProcesses(
    2,
    "const { onceDue } = await import('./db/once.server.ts')",
    "await onceDue('nightly', (now) => new Date(now.getTime() + 86400000), async () => console.log('ran'))",
  );
  expect(ran.flat()).toEqual(['ran']);
}, 60_000);
