import { and, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { offerings, products } from '#db/schema';
import { find } from '#search/find.server';
import { currentOffering } from '../offerings/current-offering.server';
import { isReported } from '../provenance';
import type { ComparedProduct } from './compare';
import { meaningOf, specificationLines } from './compare-specifications.server';
import { listSpecifiedRows } from './product-rows.server';
import { specificationText } from './specification-text';

/** The published products among these codes, in their order, in five statements. */
export async function listComparedProducts(
  codes: readonly string[],
  today: string,
): Promise<ComparedProduct[]> {
  if (codes.length === 0) return [];
  const terms = await db
    .select({
      id: products.id,
      code: products.code,
      model: products.model,
      trl: products.trl,
      provenance: products.provenance,
      leadTimeDays: offerings.leadTimeDays,
      trialPolicy: offerings.trialPolicy,
      trialNote: offerings.trialNote,
      warranty: offerings.warranty,
      serviceAreas: offerings.serviceAreas,
    })
    .from(products)
    .leftJoin(offerings, currentOffering(today))
    .where(and(inArray(products.code, [...codes]), eq(products.state, 'published')));
  const rows = await listSpecifiedRows(
    terms.map(({ id }) => id),
    today,
  );
  const lineOf = await specificationLines();
  return codes.flatMap((code) => {
    const term = terms.find((one) => one.code === code);
    const row = rows.find((one) => one.id === term?.id);
    if (!term || !row) return [];
    return {
      code,
      name: row.name,
      kind: row.kind,
      industry: row.industry,
      maturity: row.maturity,
      organisationName: row.organisationName,
      organisationCode: row.organisationCode,
      district: row.district,
      recognition: row.recognition,
      priceMin: row.priceMin,
      priceMax: row.priceMax,
      priceUnit: row.priceUnit,
      buyers: row.buyers,
      users: row.users,
      model: term.model,
      trl: term.trl,
      leadTimeDays: term.leadTimeDays,
      trialPolicy: term.trialPolicy,
      trialNote: term.trialNote,
      warranty: term.warranty,
      serviceAreas: term.serviceAreas ?? [],
      reported: isReported(term.provenance),
      specifications: row.specifications.map((one) => ({
        name: one.name,
        value: specificationText(one),
        line: lineOf(one.name),
        meaning: meaningOf(one.value, one.unit),
      })),
    };
  });
}

/** The code of the published product that was meant by a code or by words; undefined when there is none. */
export async function findComparedCode(typed: string): Promise<string | undefined> {
  const words = typed.trim().slice(0, 100);
  if (!words) return undefined;
  const { ids } = await find({ type: 'product', q: words, limit: 1 });
  if (!ids[0]) return undefined;
  const [row] = await db
    .select({ code: products.code })
    .from(products)
    .where(and(eq(products.id, ids[0]), eq(products.state, 'published')));
  return row?.code;
}
