import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { write } from '#db/client.server';
import { organisations, products } from '#db/schema';
import { useDatabase } from '#tests/database';
import { contractedLead, makeLeadWorld } from '#tests/lead-world';
import { todayOn } from '~/domain/calendar';
import { findLead } from './find-lead.server';
import { findSnapshot } from './find-snapshot.server';
import type { LeadViewer } from './queue.server';

useDatabase();
const bureau: LeadViewer = { userId: 'u', organisationId: 'b', organisationKind: 'bureau' };

test('both sides and the bureau see what a lead was opened about, and nobody else', async () => {
  const w = await makeLeadWorld();
  const stranger = await makeLeadWorld();
  const code = await contractedLead(w, todayOn());
  await write(async (tx) => {
    await tx
      .update(products)
      .set({ name: '巡检无人机二代', summary: '新的简介', version: 2 })
      .where(eq(products.id, w.productId));
    await tx
      .update(organisations)
      .set({ name: '改名后的企业' })
      .where(eq(organisations.id, w.enterprise.organisationId));
  });
  for (const viewer of [w.buyer, w.enterprise, bureau]) {
    const seen = (await findSnapshot(viewer, code))!;
    expect(seen).toMatchObject({
      lead: code,
      version: 1,
      kept: { name: '巡检无人机', summary: '用于山林巡护', specifications: [] },
      today: { name: '巡检无人机二代', summary: '新的简介', producer: '改名后的企业' },
    });
    expect(seen.kept.producer).toMatch(/^西安企业/);
    expect(seen.purchase).toMatch(/^G-/);
  }
  for (const viewer of [stranger.buyer, stranger.enterprise])
    expect(await findSnapshot(viewer, code)).toBeUndefined();
  expect((await findLead(w.buyer, code))!.product).toMatchObject({
    name: '巡检无人机二代',
    keptName: '巡检无人机',
    version: 1,
    currentVersion: 2,
  });
});

test('a buyer does not see what a product says that is not public any more', async () => {
  const w = await makeLeadWorld();
  const code = await contractedLead(w, todayOn());
  await write((tx) =>
    tx.update(products).set({ state: 'withdrawn', summary: '尚未公开' }).where(eq(products.id, w.productId)),
  );
  expect(await findSnapshot(w.buyer, code)).toMatchObject({ kept: { summary: '用于山林巡护' }, today: null });
  expect((await findSnapshot(w.enterprise, code))!.today).toMatchObject({ summary: '尚未公开' });
});
