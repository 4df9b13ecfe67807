import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { db } from '#db/client.server';
import { memberships, organisations, users } from '#db/schema';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { createDemoAccounts, type DemoAccount } from '~/domain/world/demo-accounts.server';
import { importWorld } from '~/domain/world/import-world.server';
import { useDatabase } from './database';

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;
const people = {
  'bureau-author': 'author@bureau.example',
  'bureau-publisher': 'publisher@bureau.example',
  enterprise: 'yunyao@enterprise.example',
  'other-enterprise': 'lingyu@enterprise.example',
  buyer: 'forest@buyer.example',
  'other-buyer': 'power@buyer.example',
} as const;

/** Gives the test file a database of its own that holds the sample world and the demo accounts. */
export function useWorld() {
  const dir = useDatabase();
  beforeAll(async () => {
    const report = await importWorld(read('db/world/xian-sample.json'));
    if (!report.ok) throw new Error(JSON.stringify(report.faults));
    const demo = read<{ bureau: { code: string; name: string }; accounts: DemoAccount[] }>(
      'scripts/demo-accounts.json',
    );
    await createDemoAccounts(demo.bureau, demo.accounts);
  });
  return dir;
}

/** The viewer that a demo account is when it has signed in. */
export async function viewerOf(who: keyof typeof people): Promise<Viewer> {
  const [viewer] = await db
    .select({
      userId: users.id,
      name: users.name,
      role: memberships.role,
      organisationId: organisations.id,
      organisationCode: organisations.code,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
    })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(users.email, people[who]));
  if (!viewer) throw new Error(`no demo account ${who}`);
  return viewer;
}
