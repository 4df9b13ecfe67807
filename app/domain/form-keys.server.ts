import { createHash } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import { write } from '#db/client.server';
import { formKeys } from '#db/schema';

const keptMs = 24 * 60 * 60 * 1000;

/** Carries a refusal out of the unit of work, which is undone with the key in it. */
class NothingMade extends Error {
  constructor(readonly refused: unknown) {
    super('refused');
  }
}

/**
 * Creates something once for all that is sent in `sending` (its key, its content) by one person: `create` returns where
 * its answer leads, and the second of two leads there too, also when both arrive at once at two processes. Anything
 * else that `create` returns is a refusal, comes back as it is and uses nothing up. One unit of work with `create`.
 */
export async function createOnce<T>(
  userId: string,
  sending: readonly unknown[],
  create: () => Promise<string | T>,
): Promise<string | T> {
  const key = createHash('sha256')
    .update(JSON.stringify([userId, ...sending]))
    .digest('base64url');
  const mine = eq(formKeys.key, key);
  try {
    return await write(async (tx) => {
      // Before anything is created: on an engine where writers work side by side the second waits here for the first.
      const endsAt = new Date(Date.now() + keptMs);
      const taken = await tx
        .insert(formKeys)
        .values({ key, userId, ledTo: '', endsAt })
        .onConflictDoNothing()
        .returning({ key: formKeys.key });
      if (!taken.length) {
        const [first] = await tx.select({ ledTo: formKeys.ledTo }).from(formKeys).where(mine);
        return first!.ledTo;
      }
      const made = await create();
      if (typeof made !== 'string') throw new NothingMade(made);
      await tx.update(formKeys).set({ ledTo: made }).where(mine);
      return made;
    });
  } catch (error) {
    if (error instanceof NothingMade) return error.refused as T;
    throw error;
  }
}

/** Clears away keys whose time is over. */
export const clearFormKeys = (now = new Date()) =>
  write(async (tx) => {
    await tx.delete(formKeys).where(lt(formKeys.endsAt, now));
  });
