import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { offerings, organisations, products, recognitions, scenarios, vocabularyGroups } from '#db/schema';
import { engineReady, indexName, searchClient, startSearch, stopSearch } from '#search/engine.server';
import { find } from '#search/find.server';
import { drainOutbox } from '#search/outbox.server';
import { ensureIndexes } from '#search/rebuild.server';
import { reconcile } from '#search/reconcile.server';
import { useWorld } from '#tests/world';
import { outlets } from './outlets';

useWorld();

/** Each place where something lies that is not public, with a word of its own. */
const canaries = {
  draftProduct: 'zqdraftproduct',
  withdrawnProduct: 'zqwithdrawnproduct',
  productNote: 'zqproductnote',
  draftScenario: 'zqdraftscenario',
  rejectedScenario: 'zqrejectedscenario',
  scenarioContact: 'zqscenariocontact',
  scenarioReason: 'zqscenarioreason',
  organisationContact: 'zqorganisationcontact',
  organisationPhone: 'zqorganisationphone',
  oldOffering: 'zqoldoffering',
  suspendedRecognition: 'zqsuspendedrecognition',
  draftGroup: 'zqdraftgroup',
} as const;

async function plant() {
  const [product] = await db.select().from(products).where(eq(products.code, 'P-UAV-01'));
  const [scenario] = await db.select().from(scenarios).where(eq(scenarios.code, 'S-UXV-01'));
  const copy = ({ id: _, ...row }: NonNullable<typeof product>, code: string, name: string) => ({
    ...row,
    code,
    name: `${name}无人机`,
    summary: name,
    aliases: [name],
    keywords: [name],
  });
  const need = (
    { id: _, rowNumber: __, ...row }: NonNullable<typeof scenario>,
    code: string,
    name: string,
  ) => ({
    ...row,
    code,
    title: `${name}巡护`,
    background: name,
    requirements: [name],
  });
  await write(async (tx) => {
    const ids = await tx
      .insert(products)
      .values([
        { ...copy(product!, 'P-ZZZ-01', canaries.draftProduct), state: 'draft' },
        { ...copy(product!, 'P-ZZZ-02', canaries.withdrawnProduct), state: 'withdrawn' },
      ])
      .returning({ id: products.id });
    const needs = await tx
      .insert(scenarios)
      .values([
        { ...need(scenario!, 'S-ZZZ-01', canaries.draftScenario), state: 'draft' },
        { ...need(scenario!, 'S-ZZZ-02', canaries.rejectedScenario), state: 'rejected' },
      ])
      .returning({ id: scenarios.id });
    await tx.update(products).set({ note: canaries.productNote }).where(eq(products.id, product!.id));
    await tx
      .update(scenarios)
      .set({ contactName: canaries.scenarioContact, stateReason: canaries.scenarioReason })
      .where(eq(scenarios.id, scenario!.id));
    await tx
      .update(organisations)
      .set({ contactName: canaries.organisationContact, contactPhone: canaries.organisationPhone })
      .where(eq(organisations.id, product!.organisationId));
    await tx.insert(offerings).values({
      code: 'O-ZZZ-01',
      productId: product!.id,
      organisationId: product!.organisationId,
      priceMin: 1,
      priceMax: 2,
      priceUnit: '台',
      warranty: canaries.oldOffering,
      state: 'withdrawn',
    });
    await tx.insert(recognitions).values({
      productId: product!.id,
      kind: product!.kind,
      level: canaries.suspendedRecognition,
      authority: canaries.suspendedRecognition,
      validFromOn: '2025-01-01',
      validUntilOn: '2099-01-01',
      state: 'suspended',
    });
    await tx.insert(vocabularyGroups).values({
      area: '通用',
      terms: [canaries.draftGroup, '无人机'],
      searchText: canaries.draftGroup,
    });
    // even an item that was handed over by mistake is not taken
    await enqueueForSearch(tx, 'product', product!.id, ...ids.map((row) => row.id));
    await enqueueForSearch(tx, 'scenario', scenario!.id, ...needs.map((row) => row.id));
  });
  await drainOutbox();
}

beforeAll(async () => {
  await drainOutbox();
  startSearch({ log: () => undefined });
  expect(await engineReady()).toBe(true);
  await ensureIndexes();
  await plant();
}, 180_000);
afterAll(() => stopSearch());

test.each(outlets)('nothing that is not public comes out of: $name', async ({ says }) => {
  for (const canary of Object.values(canaries)) {
    // the page repeats the words that were asked, so they are asked for under another name
    const said = JSON.stringify(await says(canary)).replaceAll(`"${canary}"`, '""');
    for (const other of Object.values(canaries)) expect(said, `${canary} asked`).not.toContain(other);
  }
  const said = JSON.stringify(await says('无人机'));
  for (const canary of Object.values(canaries)) expect(said).not.toContain(canary);
});

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
