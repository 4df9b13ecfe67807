import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { products } from '#db/schema';
import { engineReady, indexName, searchClient, startSearch, stopSearch } from '#search/engine.server';
import { find } from '#search/find.server';
import { drainOutbox } from '#search/outbox.server';
import { ensureIndexes } from '#search/rebuild.server';
import { reconcile } from '#search/reconcile.server';
import { useWorld } from '#tests/world';
import { canaries, withdrawnScenario } from './canaries';
import { outlets } from './outlets';
import { plant } from './plant';

useWorld();

beforeAll(async () => {
  await drainOutbox();
  startSearch({ log: () => undefined });
  expect(await engineReady()).toBe(true);
  await ensureIndexes();
  await plant();
}, 180_000);
afterAll(() => stopSearch());

test.each(outlets)(
  'nothing that is not public comes out of: $name',
  async ({ says, keepsWithdrawn }) => {
    const words: string[] = Object.values(canaries);
    if (!keepsWithdrawn) words.push(withdrawnScenario);
    const heard = (said: string) => words.filter((word) => said.includes(word));
    for (const asked of words) {
      // the page repeats the words that were asked, so they are asked for under another name
      const said = JSON.stringify(await says(asked)).replaceAll(`"${asked}"`, '""');
      expect(heard(said), `${asked} asked`).toEqual([]);
    }
    expect(heard(JSON.stringify(await says('无人机')))).toEqual([]);
    // some ask for hundreds of pages
  },
  90_000,
);

test('what is public in the same words is found, so that the test above can fail', async () => {
  const [product] = await db.select().from(products).where(eq(products.code, 'P-UAV-02'));
  await write(async (tx) => {
    await tx
      .update(products)
      .set({ keywords: ['zqpublicword'] })
      .where(eq(products.id, product!.id));
    await enqueueForSearch(tx, 'product', product!.id);
  });
  await drainOutbox();
  expect((await find({ type: 'product', q: 'zqpublicword' })).ids).toEqual([product!.id]);
});

test('a comparison finds what is missing, old or too much in index and words, and the outbox mends it', async () => {
  expect((await reconcile()).map((one) => one.mended)).toEqual([[], []]);
  const index = searchClient().index<{ id: string; mark: string }>(indexName('products'));
  const { results } = await index.getDocuments({ limit: 3 });
  const [missing, old, copied] = results;
  await index.deleteDocument(missing!.id).waitTask();
  await index.addDocuments([{ ...old!, mark: 'another' }]).waitTask();
  await index.addDocuments([{ ...copied!, id: 'nobody' }]).waitTask();
  const [product] = await reconcile();
  expect([...product!.mended].sort()).toEqual([missing!.id, old!.id, 'nobody'].sort());
  expect(product!.bucketsThatDiffer).toBeGreaterThan(0);
  await drainOutbox();
  expect((await reconcile()).map((one) => one.mended)).toEqual([[], []]);
  await expect(index.getDocument('nobody')).rejects.toThrow();
}, 60_000);
