import { and, asc, desc, eq, inArray, isNotNull, min, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { products, purchases, purchaseStates, trials } from '#db/schema';
import { listRecords } from '../products/product-rows.server';
import { countsAsPurchase, firstsByProduct } from '../purchases/firsts';

/** Purchases that count as bought. */
export const signed = inArray(purchases.state, purchaseStates.filter(countsAsPurchase));

export interface RecentFirst {
  kind: 'purchase' | 'use';
  on: string;
  productCode: string;
  productName: string;
  organisationName: string;
  /** In fen; of a first purchase only. */
  amount: number | null;
}

/**
 * The latest first purchases and first uses of the city, newest first: of the products whose first lies latest, as the
 * page of each says it. In one statement.
 */
export async function listRecentFirsts(limit: number): Promise<RecentFirst[]> {
  const bought = newestBought(limit).as('bought');
  const used = newestUsed(limit).as('used');
  const { purchases, trials } = await listRecords(
    db
      .select({ id: bought.id })
      .from(bought)
      .union(db.select({ id: used.id }).from(used)),
  );
  const byId = new Map([...purchases, ...trials].map((record) => [record.id, record]));
  return [...firstsByProduct(purchases, trials).values()]
    .flatMap(({ cityPurchase, cityUse }) => [
      ...(cityPurchase ? [{ kind: 'purchase' as const, ...cityPurchase }] : []),
      ...(cityUse ? [{ kind: 'use' as const, ...cityUse }] : []),
    ])
    .sort(
      (a, b) =>
        b.on.localeCompare(a.on) || a.kind.localeCompare(b.kind) || (a.recordId < b.recordId ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ kind, on, recordId }) => {
      const { productCode, productName, buyerName, amount } = byId.get(recordId)!;
      return {
        kind,
        on,
        productCode,
        productName,
        organisationName: buyerName,
        amount: kind === 'purchase' ? amount : null,
      };
    });
}

/** The published products that were first bought latest. */
function newestBought(limit: number) {
  const on = min(purchases.contractedOn);
  return db
    .select({ id: sql<string>`${purchases.productId}`.as('id') })
    .from(purchases)
    .innerJoin(products, and(eq(products.id, purchases.productId), eq(products.state, 'published')))
    .where(signed)
    .groupBy(purchases.productId)
    .orderBy(desc(on), asc(purchases.productId))
    .limit(limit);
}

/** The published products that were first used latest: a trial passed or a delivery accepted. */
function newestUsed(limit: number) {
  const passed = db
    .select({ productId: trials.productId, on: sql<string>`${trials.endedOn}`.as('used_on') })
    .from(trials)
    .where(eq(trials.result, 'passed'));
  const delivered = db
    .select({ productId: purchases.productId, on: sql<string>`${purchases.acceptedOn}`.as('used_on') })
    .from(purchases)
    .where(and(signed, isNotNull(purchases.acceptedOn)));
  const uses = passed.unionAll(delivered).as('uses');
  return db
    .select({ id: sql<string>`${uses.productId}`.as('id') })
    .from(uses)
    .innerJoin(products, and(eq(products.id, uses.productId), eq(products.state, 'published')))
    .groupBy(uses.productId)
    .orderBy(desc(min(uses.on)), asc(uses.productId))
    .limit(limit);
}
