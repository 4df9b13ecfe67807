import { count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import {
  leases,
  mails,
  memberships,
  products,
  savedSearches,
  searchOutbox,
  sessions,
  users,
} from '#db/schema';
import { indexName, searchClient } from '#search/engine.server';
import { useSearchEngine } from '#tests/engine';
import { inProcesses } from '#tests/processes';
import { useWorld } from '#tests/world';

useWorld();
useSearchEngine();

/** Each person keeps two searches whose time has come, and knows nothing yet of what they find. */
async function keepSearches() {
  const people = await db.select({ userId: users.id }).from(users);
  const kept = people.flatMap(({ userId }, nth) =>
    (['product', 'scenario'] as const).map((type) => ({
      ...{ userId, type, query: '', label: '全部', locale: 'zh-CN' },
      ...(nth % 2 ? { frequency: 'at_once' as const } : { frequency: 'daily' as const, nextAt: new Date(0) }),
      ...{ feedToken: `feed-${type}-${userId}`, stopToken: `stop-${type}-${userId}` },
    })),
  );
  await write((tx) => tx.insert(savedSearches).values(kept));
  return kept.length;
}

/** The index says something else of this product than the database. */
async function spoilInIndex(code: string) {
  const [row] = await db.select({ id: products.id }).from(products).where(eq(products.code, code));
  const index = searchClient().index(indexName('products'));
  await index.updateDocuments([{ id: row!.id, mark: 'another' }]).waitTask();
  return row!.id;
}

test('of what is due in a round, two real processes at once do each thing once', async () => {
  const searches = await keepSearches();
  const spoilt = await spoilInIndex('P-UAV-01');
  await write(async (tx) => {
    const [member] = await tx.select({ id: memberships.id }).from(memberships).limit(1);
    await tx.insert(sessions).values({ id: 'ended', membershipId: member!.id, expiresAt: new Date(0) });
  });
  const said = await inProcesses(
    2,
    `const { existsSync, readdirSync } = await import('node:fs');
     const { env } = await import('./app/env.server.ts');
     const { useEngine } = await import('./search/engine.server.ts');
     const { ensureIndexes } = await import('./search/rebuild.server.ts');
     const { runJobs } = await import('./server/jobs.ts');
     await useEngine();
     await ensureIndexes();
     env.DATA_DIR += '/' + process.pid;
     const mails = env.DATA_DIR + '/mail'`,
    `await runJobs();
     if (existsSync(mails)) for (const file of readdirSync(mails)) console.log('sent ' + file)`,
  );
  const lines = said.flat();
  const sent = lines.filter((line) => line.startsWith('sent '));
  expect(new Set(sent).size).toBe(searches);
  expect(sent).toHaveLength(searches);
  expect(await db.select({ n: count() }).from(mails)).toEqual([{ n: 0 }]);
  expect(await db.select({ id: searchOutbox.entityId }).from(searchOutbox)).toEqual([{ id: spoilt }]);
  expect(lines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  expect(await db.$count(sessions)).toBe(0);
  const left = await db.select().from(leases);
  expect(
    left
      .filter(({ dueAt }) => dueAt)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['clear-expired', 'lead-clock', 'search-reconcile']);
  expect(left.map(({ holder }) => holder)).toEqual(left.map(() => null));
}, 60_000);
