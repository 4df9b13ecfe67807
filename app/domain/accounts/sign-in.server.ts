import { hash, verify } from '@node-rs/argon2';
import { and, asc, eq } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { db } from '#db/client.server';
import { memberships, users } from '#db/schema';

const attempts = new RateLimiterMemory({ points: 8, duration: 10 * 60 });
let decoy: Promise<string> | undefined;

/** Argon2id with the library's parameters (19 MiB, 2 passes: OWASP's first choice). */
export const hashPassword = (password: string) => hash(password);

/**
 * Checks an e-mail and password. Returns the membership to act under, `wrong` for any mismatch (an unknown
 * address takes as long as a wrong password), or `too-many` after 8 failures in 10 minutes for the address.
 */
export async function checkPassword(
  email: string,
  password: string,
): Promise<{ ok: true; membershipId: string } | { ok: false; reason: 'wrong' | 'too-many' }> {
  const address = email.trim().toLowerCase();
  const tried = await attempts.get(address);
  if (tried && tried.remainingPoints <= 0) return { ok: false, reason: 'too-many' };
  const [found] = await db
    .select({ passwordHash: users.passwordHash, membershipId: memberships.id })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(users.email, address), eq(users.isActive, true)))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  const matches = await verify(found?.passwordHash ?? (await (decoy ??= hashPassword('decoy'))), password);
  if (found && matches) {
    await attempts.delete(address);
    return { ok: true, membershipId: found.membershipId };
  }
  await attempts.consume(address).catch(() => undefined);
  return { ok: false, reason: 'wrong' };
}
