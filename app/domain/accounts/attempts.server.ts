import { createHash } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import { write } from '#db/client.server';
import { attempts } from '#db/schema';

// The table holds no addresses, only what cannot be turned back into one without guessing it.
const keyOf = (what: string, who: string) =>
  createHash('sha256').update(`${what}\n${who}`).digest('base64url');

/**
 * Counts an attempt and returns the how manieth it is within `seconds` of the first. Counted in the database: for
 * all processes together, and over restarts.
 */
export async function countAttempt(what: string, who: string, seconds: number): Promise<number> {
  const now = new Date();
  const endsAt = new Date(now.getTime() + seconds * 1000);
  const over = sql`${attempts.endsAt} <= ${sql.param(now, attempts.endsAt)}`;
  const [row] = await write((tx) =>
    tx
      .insert(attempts)
      .values({ key: keyOf(what, who), count: 1, endsAt })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${over} then 1 else ${attempts.count} + 1 end`,
          endsAt: sql`case when ${over} then ${sql.param(endsAt, attempts.endsAt)} else ${attempts.endsAt} end`,
        },
      })
      .returning({ count: attempts.count }),
  );
  return row!.count;
}

/** Begins to count anew: the attempt has succeeded. */
export const forgetAttempts = (what: string, who: string) =>
  write(async (tx) => {
    await tx.delete(attempts).where(eq(attempts.key, keyOf(what, who)));
  });

/** Clears away counts whose time is over. */
export const clearAttempts = (now = new Date()) =>
  write(async (tx) => {
    await tx.delete(attempts).where(lt(attempts.endsAt, now));
  });
