import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import { db, write } from './client.server';
import { leases } from './schema';

/** This process, among those that share the database. */
export const processId = randomUUID();
const leaseMs = 30_000;

type Lease = typeof leases.$inferSelect;
const free = (lease: Lease | undefined, now: Date) =>
  !lease?.heldUntil || lease.heldUntil <= now || lease.holder === processId;
const read = async (from: Pick<typeof db, 'select'>, name: string): Promise<Lease | undefined> =>
  (await from.select().from(leases).where(eq(leases.name, name)))[0];

/** Takes the lease if `mayTake` says so of it, all processes asking one after the other. */
async function take(
  name: string,
  mayTake: (lease: Lease | undefined, now: Date) => boolean,
): Promise<boolean> {
  // Most who ask are too early: they write nothing.
  if (!mayTake(await read(db, name), new Date())) return false;
  return write(async (tx) => {
    const now = new Date();
    const lease = await read(tx, name);
    if (!mayTake(lease, now)) return false;
    const mine = { holder: processId, heldUntil: new Date(now.getTime() + leaseMs) };
    await tx
      .insert(leases)
      .values({ name, ...mine })
      .onConflictDoUpdate({ target: leases.name, set: mine });
    return true;
  });
}

const mine = (name: string) => and(eq(leases.name, name), eq(leases.holder, processId));
const renew = (name: string) =>
  write(async (tx) => {
    await tx
      .update(leases)
      .set({ heldUntil: new Date(Date.now() + leaseMs) })
      .where(mine(name));
  });
const giveBack = (name: string, dueAt?: Date) =>
  write(async (tx) => {
    await tx
      .update(leases)
      .set({ holder: null, heldUntil: null, ...(dueAt ? { dueAt } : {}) })
      .where(mine(name));
  });

/** Runs the job under a lease that is already taken, renewing it meanwhile. */
async function holding<T>(name: string, job: () => Promise<T>, dueAt?: () => Date): Promise<T> {
  const renewing = setInterval(() => void renew(name).catch(() => undefined), leaseMs / 3);
  try {
    return await job();
  } finally {
    clearInterval(renewing);
    // what cannot be given back now becomes free when its time is over
    await giveBack(name, dueAt?.()).catch(() => undefined);
  }
}

/** Whether another process has this lease in hand. */
export async function heldElsewhere(name: string): Promise<boolean> {
  return !free(await read(db, name), new Date());
}

/**
 * Runs the job while no other process runs one of this name; waits for its turn. A lease is renewed while the job
 * runs and is free half a minute after its process was killed. Rejects when its turn has not come within `patienceMs`.
 * Not re-entrant: within one process the caller keeps order.
 */
export async function underLease<T>(name: string, job: () => Promise<T>, patienceMs = 600_000): Promise<T> {
  for (const until = Date.now() + patienceMs; !(await take(name, free)); await sleep(250))
    if (Date.now() > until) throw new Error(`another process has had ${name} in hand for ${patienceMs} ms`);
  return holding(name, job);
}

/**
 * Runs the job if it is due and no other process is at it, and says whether it did. `next` tells when it is due
 * again; a job that was never run is due. A job that fails is not tried before that; its error is thrown.
 */
export async function onceDue(
  name: string,
  next: (now: Date) => Date,
  job: () => Promise<unknown>,
): Promise<boolean> {
  const due = (lease: Lease | undefined, now: Date) =>
    free(lease, now) && (!lease?.dueAt || lease.dueAt <= now);
  if (!(await take(name, due))) return false;
  await holding(name, job, () => next(new Date()));
  return true;
}
