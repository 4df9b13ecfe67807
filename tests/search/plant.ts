import { eq } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { organisations, products, scenarios } from '#db/schema';
import { drainOutbox } from '#search/outbox.server';
import { canaries } from './canaries';
import { plantDealings } from './plant-dealings';
import { plantLinked } from './plant-linked';
import { plantPeople } from './plant-people';
import { plantRecords } from './plant-records';

/** Plants a word in each place that is not public. The sample world must be there. */
export async function plant() {
  const [product] = await db.select().from(products).where(eq(products.code, 'P-UAV-01'));
  const [scenario] = await db.select().from(scenarios).where(eq(scenarios.code, 'S-UXV-01'));
  await write(async (tx) => {
    await tx.update(products).set({ note: canaries.productNote }).where(eq(products.id, product!.id));
    await tx
      .update(scenarios)
      .set({
        contactName: canaries.scenarioContact,
        contactPhone: canaries.scenarioPhone,
        stateReason: canaries.scenarioReason,
      })
      .where(eq(scenarios.id, scenario!.id));
    await tx
      .update(organisations)
      .set({ contactName: canaries.organisationContact, contactPhone: canaries.organisationPhone })
      .where(eq(organisations.id, product!.organisationId));
    const hidden = await plantRecords(tx, product!, scenario!);
    await plantDealings(tx, product!, scenario!);
    await plantPeople(tx, [product!.id, ...hidden.products]);
    // even an item that was handed over by mistake is not taken
    await enqueueForSearch(tx, 'product', product!.id, ...hidden.products);
    await enqueueForSearch(tx, 'scenario', scenario!.id, ...hidden.scenarios);
  });
  await drainOutbox();
  await plantLinked();
}
