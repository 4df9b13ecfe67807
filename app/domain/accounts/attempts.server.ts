import { createHmac } from 'node:crypto';
import { and, desc, eq, gt, gte, lt, or, sql } from 'drizzle-orm';
import { db, write, type Reads } from '#db/client.server';
import { attempts } from '#db/schema';
import { env } from '~/env.server';

/** How often one may try something within `seconds` of the first time: what, and who. */
export type Limit = { what: string; who: string; most: number; seconds: number };

// The table names nobody and no network: its keys cannot be turned back without the site's secret.
const keyOf = ({ what, who }: Pick<Limit, 'what' | 'who'>) =>
  createHmac('sha256', env.SESSION_SECRET).update(`${what}\n${who}`).digest('base64url');

/** For how many seconds still one of these limits is reached; undefined when none is. */
async function reachedFor(
  from: Pick<Reads, 'select'>,
  limits: readonly Limit[],
  now: Date,
): Promise<number | undefined> {
  const reached = limits.map((limit) =>
    and(eq(attempts.key, keyOf(limit)), gte(attempts.count, limit.most), gt(attempts.endsAt, now)),
  );
  const [row] = await from
    .select({ endsAt: attempts.endsAt })
    .from(attempts)
    .where(or(...reached))
    .orderBy(desc(attempts.endsAt))
    .limit(1);
  return row && Math.ceil((row.endsAt.getTime() - now.getTime()) / 1000);
}

/**
 * Counts one attempt against all of these limits, in the database: for all processes together, and over restarts.
 * When one is reached already nothing is counted or written; the answer is then for how many seconds it lasts.
 */
export async function countAttempt(...limits: Limit[]): Promise<number | undefined> {
  const now = new Date();
  // Whoever goes on trying costs one read, and takes no turn from those who write.
  const before = await reachedFor(db, limits, now);
  if (before) return before;
  return write(async (tx) => {
    const meanwhile = await reachedFor(tx, limits, now);
    if (meanwhile) return meanwhile;
    const over = sql`${attempts.endsAt} <= ${sql.param(now, attempts.endsAt)}`;
    for (const limit of limits) {
      const endsAt = new Date(now.getTime() + limit.seconds * 1000);
      await tx
        .insert(attempts)
        .values({ key: keyOf(limit), count: 1, endsAt })
        .onConflictDoUpdate({
          target: attempts.key,
          set: {
            count: sql`case when ${over} then 1 else ${attempts.count} + 1 end`,
            endsAt: sql`case when ${over} then ${sql.param(endsAt, attempts.endsAt)} else ${attempts.endsAt} end`,
          },
        });
    }
    return undefined;
  });
}

/** Begins to count anew. */
export const forgetAttempts = (limit: Limit) =>
  write(async (tx) => {
    await tx.delete(attempts).where(eq(attempts.key, keyOf(limit)));
  });

/** Takes one attempt off the count: it was none that should count. */
export const takeBackAttempt = (limit: Limit) =>
  write(async (tx) => {
    await tx
      .update(attempts)
      .set({ count: sql`${attempts.count} - 1` })
      .where(and(eq(attempts.key, keyOf(limit)), gt(attempts.count, 0)));
  });

/** Clears away counts whose time is over. */
export const clearAttempts = (now = new Date()) =>
  write(async (tx) => {
    await tx.delete(attempts).where(lt(attempts.endsAt, now));
  });
