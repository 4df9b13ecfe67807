import { eq } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { enqueueWithLinked } from '#db/outbox.server';
import { products, productScenarios, scenarios, searchWords } from '#db/schema';
import { drainOutbox } from '#search/outbox.server';
import { withdrawProduct } from '~/domain/products/save-product.server';
import { withdrawScenario } from '~/domain/scenarios/withdraw-scenario.server';
import { viewerOf } from '../world';
import { canaries, withdrawnScenario } from './canaries';

/**
 * A product and a scenario that others are linked to and so hold the names of, taken back as people take them back.
 * Throws when the others did not hold them before: then nothing could be forgotten.
 */
export async function plantLinked() {
  const [product] = await db.select().from(products).where(eq(products.code, 'P-UAV-01'));
  const [scenario] = await db.select().from(scenarios).where(eq(scenarios.code, 'S-UXV-01'));
  const { id: _, ...oldProduct } = product!;
  const { id: __, rowNumber: ___, ...oldScenario } = scenario!;
  await write(async (tx) => {
    const [gone] = await tx
      .insert(products)
      .values({ ...oldProduct, code: 'P-ZZZ-03', name: canaries.withdrawnLinkedProduct })
      .returning({ id: products.id });
    const [closed] = await tx
      .insert(scenarios)
      .values({ ...oldScenario, code: 'S-ZZZ-03', title: withdrawnScenario })
      .returning({ id: scenarios.id });
    await tx.insert(productScenarios).values([
      { productId: gone!.id, scenarioId: scenario!.id },
      { productId: product!.id, scenarioId: closed!.id },
    ]);
    await enqueueWithLinked(tx, 'product', gone!.id);
    await enqueueWithLinked(tx, 'scenario', closed!.id);
  });
  await drainOutbox();
  for (const [holder, word] of [
    [scenario!.id, canaries.withdrawnLinkedProduct],
    [product!.id, withdrawnScenario],
  ] as const) {
    const [row] = await db.select().from(searchWords).where(eq(searchWords.entityId, holder));
    if (!row?.words.includes(word)) throw new Error(`${word} is not among the words of what it is linked to`);
  }
  const withdrawn = [
    await withdrawProduct(await viewerOf('enterprise'), 'P-ZZZ-03', oldProduct.version),
    await withdrawScenario(await viewerOf('bureau-publisher'), 'S-ZZZ-03', oldScenario.version, '已撤回'),
  ];
  if (!withdrawn.every((one) => one?.ok)) throw new Error(JSON.stringify(withdrawn));
  await drainOutbox();
}
