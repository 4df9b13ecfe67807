import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import { products } from '#db/schema';
import { find, searchStatus } from '#search/find.server';
import type { ProductRowData } from '../products/product-row';
import { listSpecifiedRows } from '../products/product-rows.server';
import { nearHits, type LikenessReason } from './match';
import type { Supply } from './match-scenarios.server';

const candidates = 12;
/** The product itself is the best hit of its own name; others are much below it and near all the same. */
const share = 0.25;

export type SimilarProduct = ProductRowData & { reasons: LikenessReason[] };

/**
 * Published products that are like this one, each with what they have in common: those that a search for its name
 * finds, then others of its industry for the same scenarios, those measured in the same before the rest. Two
 * statements, three while the database answers searches.
 */
export async function similarProducts(
  product: Supply & { industry: string },
  limit: number,
  today?: string,
): Promise<SimilarProduct[]> {
  const { id, name, industry, intendedCategories, specifications } = product;
  const named = nearHits(await find({ type: 'product', q: name, limit: candidates, check: false }), share);
  named.delete(id);
  const others = named.size < limit ? (await ofIndustry(product)).filter((one) => one !== id) : [];
  const rows = await listSpecifiedRows([...new Set([...named.keys(), ...others])], today);
  const measured = new Set(specifications.map((one) => one.name));
  return rows
    .flatMap(({ specifications: theirs, ...row }) => {
      const names = [...new Set(theirs.map((one) => one.name))].filter((one) => measured.has(one));
      const category = row.intendedCategories.find((one) => intendedCategories.includes(one));
      // The same word in another field is another thing: a Hall sensor is no Hall thruster.
      if (row.industry !== industry && !category) return [];
      const hit = named.get(row.id);
      const reasons: LikenessReason[] = [...(hit?.reasons ?? [])].filter(
        (one) => one.kind === 'words' || one.kind === 'description',
      );
      if (names.length > 0) reasons.push({ kind: 'specifications', names: names.slice(0, 3) });
      if (row.industry === industry) reasons.push({ kind: 'industry', industry });
      if (category) reasons.push({ kind: 'category', category });
      return [{ row: { ...row, reasons }, order: hit ? hit.place : candidates - names.length / 100 }];
    })
    .sort((a, b) => a.order - b.order)
    .slice(0, limit)
    .map(({ row }) => row);
}

/** Some products of the same industry, for the same scenarios while the engine answers. */
async function ofIndustry({
  industry,
  intendedCategories,
}: Supply & { industry: string }): Promise<string[]> {
  if (searchStatus() === 'up') {
    const filters = { industry: [industry], category: [...intendedCategories] };
    return (await find({ type: 'product', filters, limit: candidates, check: false })).ids;
  }
  // The database's own search would read every product for a list without words.
  const rows = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.state, 'published'), eq(products.industry, industry)))
    .orderBy(nullsLast(desc(products.publishedAt)), asc(products.code))
    .limit(candidates);
  return rows.map((row) => row.id);
}
