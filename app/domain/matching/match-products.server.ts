import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { products, productScenarios } from '#db/schema';
import { find } from '#search/find.server';
import type { ProductRowData } from '../products/product-row';
import { listProductRows } from '../products/product-rows.server';
import type { MatchReason, Need } from './match';

const candidates = 12;

/** A product with why it may suit. */
export type Match = ProductRowData & { reasons: MatchReason[] };

/**
 * The published products that may suit a need, the likeliest first: those linked to its scenario, then those that a
 * search for its title finds, the ones meant for its category before others. In five statements.
 */
export async function matchProducts({ title, scenarioId, category }: Need, limit: number): Promise<Match[]> {
  const linked = new Set(scenarioId ? await listLinked(scenarioId) : []);
  const found = await find({ type: 'product', q: title, limit: candidates });
  const rows = await listProductRows([...new Set([...linked, ...found.ids])]);
  const rank = new Map(found.ids.map((id, index) => [id, index]));
  return rows
    .map((row) => {
      const fits = Boolean(category && row.intendedCategories.includes(category));
      const place = rank.get(row.id);
      const marked = (found.highlights[row.id] ?? []).filter((part) => part.mark).map((part) => part.text);
      const reasons: MatchReason[] = [];
      if (linked.has(row.id)) reasons.push({ kind: 'linked' });
      if (fits) reasons.push({ kind: 'category', category: category! });
      if (marked.length > 0) reasons.push({ kind: 'words', words: [...new Set(marked)] });
      else if (place !== undefined) reasons.push({ kind: 'description' });
      const order = (linked.has(row.id) ? 0 : 100) + (fits ? 0 : 10) + (place ?? candidates);
      return { ...row, reasons, order };
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
