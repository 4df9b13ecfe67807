import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { leads, offerings, purchases } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { contractedLead, makeLeadWorld, stepAs } from '#tests/lead-world';
import { addDays, todayOn } from '~/domain/calendar';
import { answerContract } from '~/domain/leads/answer-contract.server';
import { findLead } from '~/domain/leads/find-lead.server';
import { listWaitingLeads } from '~/domain/leads/queue.server';
import { listOfferingTasks } from '~/domain/offerings/offering-tasks.server';
import { listBureauQueue } from '~/domain/publications/bureau-queue.server';
import { listNewResponses } from '~/domain/responses/owned-scenarios.server';
import { countDesk } from './count-desk.server';

useWorld();
const today = todayOn();
const statements = () => (globalThis as { __sqlStatements?: number }).__sqlStatements ?? 0;
async function counted(viewer: Parameters<typeof countDesk>[0]) {
  const before = statements();
  const counts = await countDesk(viewer);
  expect(statements() - before).toBe(1);
  return counts;
}

test('the desk of an enterprise and of a buyer count, in one statement, what they list', async () => {
  const w = await makeLeadWorld();
  await contractedLead(w, today);
  await write((tx) =>
    tx
      .update(offerings)
      .set({ validUntilOn: addDays(today, 3) })
      .where(eq(offerings.productId, w.productId)),
  );
  expect(await counted(w.enterprise)).toMatchObject({ leads: 1, offerings: 1, total: 2 });
  expect(await listWaitingLeads(w.enterprise, 9)).toHaveLength(1);
  expect(await listOfferingTasks(w.enterprise.organisationId, today)).toHaveLength(1);
  expect(await counted(w.buyer)).toMatchObject({ leads: 1, responses: 1, total: 2 });
  expect(await listNewResponses(w.buyer.organisationId)).toHaveLength(1);
});

test('the desk of the bureau counts what it lists: long waits, and disputes until the contract ends', async () => {
  const bureau = await viewerOf('bureau-author');
  const before = await counted(bureau);
  const w = await makeLeadWorld();
  const code = await contractedLead(w, today);
  const { version } = (await findLead(w.enterprise, code))!;
  await answerContract({ viewer: w.enterprise, code, version, verdict: 'disputed', note: '金额不对' });
  await write((tx) =>
    tx
      .update(leads)
      .set({ waitingSince: new Date(Date.now() - 30 * 86_400_000) })
      .where(eq(leads.code, code)),
  );
  const after = await counted(bureau);
  expect(after).toMatchObject({ dispute: before.dispute + 1, lead: before.lead + 1 });
  expect(await listBureauQueue(bureau)).toHaveLength(after.total);

  await stepAs(w.buyer, code, { move: 'terminate', reason: '双方协商解除', note: '重新谈判' });
  expect(await counted(bureau)).toMatchObject({ dispute: before.dispute, lead: before.lead });
  expect(await listBureauQueue(bureau)).toHaveLength(before.total);
  expect(await db.$count(purchases, eq(purchases.confirmation, 'disputed'))).toBe(1);
});
