import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { products, searchOutbox, searchWords } from '#db/schema';
import { useSearchEngine } from '#tests/engine';
import { changeProduct, findCodes, productId } from '#tests/search/items';
import { useWorld } from '#tests/world';
import { indexName, searchClient, stopSearch } from './engine.server';
import { find } from './find.server';
import { drainOutbox, startOutboxWorker, stopOutboxWorker } from './outbox.server';
import { ensureIndexes, forgetIndexes, rebuild } from './rebuild.server';
import { suggest } from './suggest.server';

useWorld();
useSearchEngine();
afterAll(stopOutboxWorker);

test('a withdrawn product is gone at once, before the index knows', async () => {
  const { ids, codes, total } = await findCodes({ type: 'product', q: '光子芯片' });
  await write((tx) => tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, ids[0]!)));
  const after = await find({ type: 'product', q: '光子芯片' });
  expect(after.ids).toEqual(ids.slice(1));
  expect(after.total).toBe(total - 1);
  expect((await suggest('光子芯片')).map((one) => one.id)).not.toContain(ids[0]);
  await changeProduct(codes[0]!, { state: 'published' });
  await drainOutbox();
});

test('what is published is found by its new words, in seconds', async () => {
  startOutboxWorker();
  const id = await changeProduct('P-UAV-01', { name: '量子纠缠咖啡机' });
  const changed = Date.now();
  let ids: string[] = [];
  while (Date.now() - changed < 10_000 && !ids.length) {
    await sleep(20);
    ids = (await find({ type: 'product', q: '咖啡机' })).ids;
  }
  expect(ids).toEqual([id]);
  expect((await suggest('kafeiji'))[0]).toMatchObject({
    type: 'product',
    code: 'P-UAV-01',
    label: '量子纠缠咖啡机',
  });
  await stopOutboxWorker();
  await drainOutbox();
  expect(await db.select().from(searchOutbox)).toEqual([]);
});

test('a row that the engine refuses is kept with its failure while the others go on', async () => {
  const [good, bad] = [await productId('P-UAV-02'), await productId('P-UAV-03')];
  const before = (await db.select().from(products).where(eq(products.id, bad)))[0]!;
  await write(async (tx) => {
    await tx
      .update(products)
      .set({ specifications: 'broken' as never })
      .where(eq(products.id, bad));
    await enqueueForSearch(tx, 'product', good, bad);
  });
  await drainOutbox();
  const left = await db.select().from(searchOutbox);
  expect(left).toMatchObject([{ entityId: bad, attempts: 1 }]);
  expect(left[0]!.failure).toBeTruthy();
  await write(async (tx) => {
    await tx.update(products).set({ specifications: before.specifications }).where(eq(products.id, bad));
    await tx.delete(searchOutbox);
  });
});

test('a missing index is answered by the database and built again', async () => {
  const client = searchClient();
  await client.deleteIndex(indexName('scenarios')).waitTask();
  const meanwhile = await find({ type: 'scenario', q: '热线', limit: 3 });
  expect(meanwhile.engine).toBe('database');
  expect(meanwhile.total).toBeGreaterThan(0);
  forgetIndexes();
  await ensureIndexes();
  expect(await find({ type: 'scenario', q: '热线', limit: 4 })).toMatchObject({
    engine: 'meilisearch',
    total: meanwhile.total,
  });
}, 60_000);

test('a rebuild loses nothing that changed while it went on', async () => {
  let changing: Promise<unknown> | undefined;
  const result = await rebuild((type) => {
    if (type !== 'product') return;
    const values = { name: '深海热泉采样钟', updatedAt: new Date() };
    changing ??= changeProduct('P-UAV-04', values).then(drainOutbox);
  });
  await changing;
  expect(result.product).toBeGreaterThan(200);
  expect((await findCodes({ type: 'product', q: '深海热泉' })).codes).toEqual(['P-UAV-04']);
}, 60_000);

test('without the engine the database answers the same question, and its words stay in step', async () => {
  const before = await find({ type: 'product', q: '电解槽', limit: 3 });
  await stopSearch();
  expect(await find({ type: 'product', q: '电解槽', limit: 3 })).toMatchObject({
    engine: 'database',
    ids: before.ids,
    total: before.total,
  });
  const id = await changeProduct('P-UAV-05', { state: 'withdrawn' });
  await drainOutbox();
  expect(await db.select().from(searchWords).where(eq(searchWords.entityId, id))).toEqual([]);
  expect(await db.select().from(searchOutbox)).toHaveLength(1);
});
