import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { prepared, db, write } from '#db/client.server';
import { memberships, organisations, sessions, users } from '#db/schema';
import type { organisationKinds, roles } from '#db/schema/words';

export type Role = (typeof roles)[number];
/** The person asking and the organisation they act for. */
export type Viewer = {
  userId: string;
  name: string;
  role: Role;
  organisationId: string;
  organisationCode: string;
  organisationName: string;
  organisationKind: (typeof organisationKinds)[number];
};

const viewerOf = prepared(({ id, now }: { id: string; now: Date }) =>
  db
    .select({
      userId: users.id,
      name: users.name,
      role: memberships.role,
      organisationId: organisations.id,
      organisationCode: organisations.code,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
    })
    .from(sessions)
    .innerJoin(memberships, eq(memberships.id, sessions.membershipId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(sessions.id, id),
        gt(sessions.expiresAt, sql.param(now, sessions.expiresAt)),
        eq(users.isActive, true),
      ),
    )
    .limit(1),
);

/** The viewer of an unexpired session of an active user, or undefined. */
export async function findSession(id: string, now = new Date()): Promise<Viewer | undefined> {
  const [viewer] = await viewerOf({ id, now });
  return viewer;
}

/** Keeps a session, and the language in which it begins. */
export const openSession = (id: string, membershipId: string, expiresAt: Date, locale?: string) =>
  write(async (tx) => {
    await tx.insert(sessions).values({ id, membershipId, expiresAt });
    if (!locale) return;
    const [member] = await tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(eq(memberships.id, membershipId));
    if (member) await keepLocale(member.userId, locale);
  });

/** Keeps the language in which somebody reads the site: their mails come in it. */
export const keepLocale = (userId: string, locale: string) =>
  write(async (tx) => {
    await tx.update(users).set({ locale }).where(eq(users.id, userId));
  });

/** Clears away the sessions that have expired. */
export const clearSessions = (now = new Date()) =>
  write(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, now));
  });

/** Ends a session; one that is not there is no error. */
export const closeSession = (id: string) =>
  write(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.id, id));
  });
