import { hash, verify } from '@node-rs/argon2';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { memberships, users } from '#db/schema';
import { clearAttempts, countAttempt, forgetAttempts } from './attempts.server';

const most = { attempts: 8, seconds: 10 * 60 };
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
  // counted before it is checked, so that many at the same moment are no more
  const tried = await countAttempt('sign-in', address, most.seconds);
  if (tried > most.attempts) return { ok: false, reason: 'too-many' };
  const [found] = await db
    .select({ passwordHash: users.passwordHash, membershipId: memberships.id })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(users.email, address), eq(users.isActive, true)))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  const matches = await verify(found?.passwordHash ?? (await (decoy ??= hashPassword('decoy'))), password);
  if (found && matches) {
    await forgetAttempts('sign-in', address);
    await clearAttempts();
    return { ok: true, membershipId: found.membershipId };
  }
  return { ok: false, reason: 'wrong' };
}
