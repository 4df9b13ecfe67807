import { enqueueWithLinked } from '#db/outbox.server';
import { offerings, productScenarios, products, productVersions, recognitions } from '#db/schema';
import { batchNumber } from '~/domain/publications/publication';
import type { WorldRows } from './world-file';
import { exampleAuthority, fenPerYuan, type WorldUnit } from './world-unit.server';

/** The catalogues that recognised the products. */
export async function importCatalogues(w: WorldUnit) {
  const batches = new Map<string, Recognised>();
  for (const { recognised: r } of w.rows.products) if (r) batches.set(catalogueOf(r), r);
  const there = new Map(
    (await w.importedLists('catalogue')).map(({ id, year, sequence }) => [catalogueKey(year, sequence), id]),
  );
  for (const [key, { year, batch, date, validUntil }] of batches) {
    const known = there.get(key);
    if (known) w.publicationIds.set(key, known);
    else await w.publication(key, 'catalogue', year, batchNumber(batch)!, date, validUntil);
  }
}

type Recognised = NonNullable<WorldRows['products'][number]['recognised']>;
const catalogueKey = (year: number, sequence: number) => `catalogue ${year}-${sequence}`;
const catalogueOf = ({ year, batch }: Recognised) => catalogueKey(year, batchNumber(batch)!);

/** The products, each with its offering and its recognition. */
export async function importProducts(w: WorldUnit) {
  const order = ['first-unit', 'first-batch', 'first-version'];
  const rows = [...w.rows.products].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  await w.each('products', rows, products, async (p) => {
    const organisationId = w.organisation(p.enterpriseId);
    const publishedAt = p.recognised ? new Date(`${p.recognised.date}T09:00:00+08:00`) : new Date();
    const content = {
      name: p.name,
      kind: p.kind,
      industry: p.industry,
      summary: p.summary,
      specifications: p.keySpecs,
      trl: p.trl,
      maturity: p.maturity,
      inventionPatents: p.ip?.inventionPatents ?? null,
      utilityModels: p.ip?.utilityModels ?? null,
      softwareCopyrights: p.ip?.softwareCopyrights ?? null,
      intendedCategories: p.intendedCategories,
      aliases: p.aliases,
      englishName: p.englishName,
      keywords: p.keywords,
    };
    const [made] = await w.tx
      .insert(products)
      .values({
        ...content,
        code: p.id,
        organisationId,
        state: 'published',
        publishedAt,
        provenance: p.provenance,
        note: p.note ?? null,
      })
      .returning({ id: products.id });
    const productId = made!.id;
    await w.tx.insert(productVersions).values({ productId, version: 1, content });
    if (p.intendedScenarioIds.length)
      await w.tx
        .insert(productScenarios)
        .values(p.intendedScenarioIds.map((code) => ({ productId, scenarioId: w.scenario(code) })));
    if (p.price)
      await w.tx.insert(offerings).values({
        code: p.id.replace(/^P-/, 'O-'),
        productId,
        organisationId,
        priceMin: Math.round(p.price.min * fenPerYuan),
        priceMax: Math.round(p.price.max * fenPerYuan),
        priceUnit: p.price.per,
      });
    if (p.recognised) {
      const key = catalogueOf(p.recognised);
      await w.tx.insert(recognitions).values({
        productId,
        publicationId: w.publicationIds.get(key) ?? null,
        rowNumber: await w.nextRow(recognitions, key),
        kind: p.kind,
        level: '市级',
        authority: exampleAuthority,
        validFromOn: p.recognised.date,
        validUntilOn: p.recognised.validUntil,
        state: 'recognised',
        provenance: p.provenance,
      });
    }
    await enqueueWithLinked(w.tx, 'product', productId);
    return productId;
  });
}
