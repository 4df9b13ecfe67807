import { randomBytes } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { write, type Tx } from '#db/client.server';
import { memberships, organisations, sessions, users } from '#db/schema';
import type { organisationKinds } from '#db/schema/words';
import type { Role } from './sessions.server';
import { hashPassword } from './sign-in.server';

export type NewAccount = { email: string; name: string; organisation: string; role: Role };
export type NewOrganisation = { code: string; name: string; kind: (typeof organisationKinds)[number] };
export type KeptAccount =
  | { ok: true; password: string }
  | { ok: false; reason: 'unknown-organisation' | 'there-already' | 'unknown-account' };

const address = (email: string) => email.trim().toLowerCase();
/** 96 random bits in letters that can be read out. */
const newPassword = () =>
  randomBytes(12)
    .toString('hex')
    .replace(/(.{6})(?=.)/g, '$1-');

/** Makes an organisation with this code; one that is there stays as it is. */
export const addOrganisation = ({ code, name, kind }: NewOrganisation) =>
  write(async (tx) => {
    await tx.insert(organisations).values({ code, name, shortName: name, kind }).onConflictDoNothing();
  });

/** Makes an account with a new password, which comes back once and is stored nowhere. */
export async function addAccount({ email, name, organisation, role }: NewAccount): Promise<KeptAccount> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  return write(async (tx) => {
    const [of] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.code, organisation));
    if (!of) return { ok: false, reason: 'unknown-organisation' };
    if (await findUser(tx, email)) return { ok: false, reason: 'there-already' };
    const [user] = await tx
      .insert(users)
      .values({ email: address(email), name, passwordHash })
      .returning({ id: users.id });
    await tx.insert(memberships).values({ userId: user!.id, organisationId: of.id, role });
    await note(tx, 'account.added', user!.id, { organisation, role });
    return { ok: true, password };
  });
}

/** Gives an account a new password, opens it if it was closed, and ends its sessions. */
export async function resetPassword(email: string): Promise<KeptAccount> {
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  return write(async (tx) => {
    const userId = await findUser(tx, email);
    if (!userId) return { ok: false, reason: 'unknown-account' };
    await tx.update(users).set({ passwordHash, isActive: true }).where(eq(users.id, userId));
    await endSessions(tx, userId);
    await note(tx, 'account.password_reset', userId);
    return { ok: true, password };
  });
}

/** Closes an account and ends its sessions; what it has done stays. False when there is none. */
export const closeAccount = (email: string): Promise<boolean> =>
  write(async (tx) => {
    const userId = await findUser(tx, email);
    if (!userId) return false;
    await tx.update(users).set({ isActive: false }).where(eq(users.id, userId));
    await endSessions(tx, userId);
    await note(tx, 'account.closed', userId);
    return true;
  });

async function findUser(tx: Tx, email: string) {
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, address(email)));
  return user?.id;
}

async function endSessions(tx: Tx, userId: string) {
  const own = tx.select({ id: memberships.id }).from(memberships).where(eq(memberships.userId, userId));
  await tx.delete(sessions).where(inArray(sessions.membershipId, own));
}

const note = (tx: Tx, action: string, userId: string, data = {}) =>
  recordAudit(tx, { action, subject: 'user', subjectId: userId, data });
