import { eq } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { db, write, type Tx } from '#db/client.server';
import { leads, products, responses, scenarios } from '#db/schema';
import { useDatabase } from '#tests/database';
import { makeLeadWorld } from '#tests/lead-world';
import { openLead } from './open-lead.server';

useDatabase();
type World = Awaited<ReturnType<typeof makeLeadWorld>>;

/** Changes something in a unit of work that is not over yet when the lead is asked for. */
async function whileChanging(w: World, change: (tx: Tx) => Promise<unknown>, origin: 'enquiry' | 'response') {
  const changing = write(async (tx) => {
    await change(tx);
    await sleep(150);
  });
  const asked =
    origin === 'enquiry'
      ? openLead({
          viewer: w.buyer,
          origin,
          productCode: w.productCode,
          scenarioCode: w.scenarioCode,
          purpose: '巡护',
        })
      : openLead({ viewer: w.buyer, origin, responseId: w.responseId });
  await changing;
  return asked;
}

// One unit of work at a time sees the withdrawal. Side by side under SERIALIZABLE the lead may as well have come first.
const sideBySide = process.env.WRITE_STRATEGY === 'serializable';
test.skipIf(sideBySide)('what is withdrawn while somebody asks for it opens no lead', async () => {
  const w = await makeLeadWorld();
  const stranger = await makeLeadWorld();
  const refused = [
    await whileChanging(
      w,
      (tx) => tx.update(responses).set({ state: 'withdrawn' }).where(eq(responses.id, w.responseId)),
      'response',
    ),
    await whileChanging(
      w,
      (tx) =>
        tx
          .update(scenarios)
          .set({ ownerId: stranger.buyer.organisationId })
          .where(eq(scenarios.code, w.scenarioCode)),
      'enquiry',
    ),
    await whileChanging(
      w,
      (tx) => tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, w.productId)),
      'enquiry',
    ),
  ];
  expect(refused).toEqual([
    { ok: false, reason: 'response-withdrawn' },
    { ok: false, reason: 'not-your-scenario' },
    { ok: false, reason: 'not-published' },
  ]);
  expect(await db.$count(leads, eq(leads.productId, w.productId))).toBe(0);
});
