import { hash, verify } from '@node-rs/argon2';
import { and, asc, eq } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { memberships, users } from '#db/schema';
import { countAttempt, forgetAttempts, takeBackAttempt, type Limit } from './attempts.server';

const seconds = 10 * 60;
const ofAccount = (email: string): Limit => ({ what: 'sign-in', who: email, most: 8, seconds });
/** Many, because a whole city hall may share one address; guessing at many accounts is seen only here. */
const ofNetwork = (network: string): Limit => ({ what: 'sign-in from', who: network, most: 300, seconds });
let decoy: Promise<string> | undefined;

/** Argon2id with the library's parameters (19 MiB, 2 passes: OWASP's first choice). */
export const hashPassword = (password: string) => hash(password);

/**
 * Checks an e-mail and password that were sent from `network`. Returns the membership to act under, `wrong` for any
 * mismatch (an unknown address takes as long as a wrong password), or `too-many` after 8 failures in 10 minutes for
 * the e-mail, or 300 from the network. Without the database nothing is counted and nobody signs in.
 */
export async function checkPassword(
  email: string,
  password: string,
  network: string,
): Promise<
  | { ok: true; membershipId: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'too-many'; retryAfter: number }
> {
  const address = email.trim().toLowerCase();
  const [account, sender] = [ofAccount(address), ofNetwork(network)];
  // counted before it is checked, so that many at the same moment are no more
  const retryAfter = await countAttempt(account, sender);
  if (retryAfter) return { ok: false, reason: 'too-many', retryAfter };
  const [found] = await db
    .select({ passwordHash: users.passwordHash, membershipId: memberships.id })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(and(eq(users.email, address), eq(users.isActive, true)))
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  const matches = await verify(found?.passwordHash ?? (await (decoy ??= hashPassword('decoy'))), password);
  if (!found || !matches) return { ok: false, reason: 'wrong' };
  await write(async () => {
    await forgetAttempts(account);
    await takeBackAttempt(sender);
  });
  return { ok: true, membershipId: found.membershipId };
}
