import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { products, productScenarios } from '#db/schema';
import { find } from '#search/find.server';
import type { ProductRowData } from '../products/product-row';
import { listSpecifiedRows } from '../products/product-rows.server';
import { checkRequirements, type RequirementCheck } from './check-requirements';
import { nearHits, type MatchReason, type Need } from './match';

const candidates = 12;

/** A product with why it may suit, and the requirements whose numbers its specifications answer. */
export type Match = ProductRowData & { reasons: MatchReason[]; checks: RequirementCheck[] };

/**
 * The published products that may suit a need, the likeliest first: those linked to its scenario, then those that a
 * search for its title finds, the ones meant for its category before others. In three statements.
 */
export async function matchProducts(
  { title, scenarioId, category, requirements = [] }: Need,
  limit: number,
): Promise<Match[]> {
  const linked = new Set(scenarioId ? await listLinked(scenarioId) : []);
  const similar = nearHits(await find({ type: 'product', q: title, limit: candidates, check: false }));
  const rows = await listSpecifiedRows([...new Set([...linked, ...similar.keys()])]);
  return rows
    .map(({ specifications, ...row }) => {
      const fits = Boolean(category && row.intendedCategories.includes(category));
      const hit = similar.get(row.id);
      const reasons: MatchReason[] = [];
      if (linked.has(row.id)) reasons.push({ kind: 'linked' });
      if (fits) reasons.push({ kind: 'category', category: category! });
      reasons.push(...(hit?.reasons ?? []));
      const order = (linked.has(row.id) ? 0 : 100) + (fits ? 0 : 10) + (hit?.place ?? candidates);
      return { ...row, reasons, checks: checkRequirements(requirements, specifications), order };
    })
    .sort((a, b) => a.order - b.order)
    .slice(0, limit)
    .map(({ order: _order, ...row }) => row);
}

async function listLinked(scenarioId: string): Promise<string[]> {
  const rows = await db
    .select({ id: products.id })
    .from(productScenarios)
    .innerJoin(products, and(eq(products.id, productScenarios.productId), eq(products.state, 'published')))
    .where(eq(productScenarios.scenarioId, scenarioId));
  return rows.map((row) => row.id);
}
