import { eq, inArray } from 'drizzle-orm';
import { write } from '#db/client.server';
import { memberships, organisations, users } from '#db/schema';
import { hashPassword } from '~/domain/accounts/sign-in.server';
import type { Role } from '~/domain/accounts/sessions.server';

export type DemoAccount = {
  email: string;
  password: string;
  name: string;
  phone: string;
  organisation: string;
  role: Role;
};

/** Makes the demo world's bureau and the accounts; those that are there stay as they are. */
export async function createDemoAccounts(bureau: { code: string; name: string }, accounts: DemoAccount[]) {
  const hashes = await Promise.all(accounts.map((a) => hashPassword(a.password)));
  await write(async (tx) => {
    await tx
      .insert(organisations)
      .values({
        ...bureau,
        shortName: bureau.name,
        kind: 'bureau',
        category: '政府部门',
        isFictional: true,
        provenance: 'illustrative',
      })
      .onConflictDoNothing();
    const known = await tx
      .select({ id: organisations.id, code: organisations.code })
      .from(organisations)
      .where(
        inArray(
          organisations.code,
          accounts.map((a) => a.organisation),
        ),
      );
    for (const [i, a] of accounts.entries()) {
      const organisationId = known.find((o) => o.code === a.organisation)?.id;
      if (!organisationId) throw new Error(`the demo world has no organisation ${a.organisation}`);
      const [there] = await tx.select({ id: users.id }).from(users).where(eq(users.email, a.email));
      if (there) continue;
      const [user] = await tx
        .insert(users)
        .values({ email: a.email, name: a.name, phone: a.phone, passwordHash: hashes[i]! })
        .returning({ id: users.id });
      await tx.insert(memberships).values({ userId: user!.id, organisationId, role: a.role });
    }
  });
}
