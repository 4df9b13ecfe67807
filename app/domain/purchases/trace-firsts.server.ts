import { eq } from 'drizzle-orm';
import { recordAudit, type AuditEntry } from '#db/audit.server';
import type { Tx } from '#db/client.server';
import { purchases, trials } from '#db/schema';
import { firstsOf, type DatedFirst } from './firsts';

/** What the audit keeps when a mark of the whole city goes to another record or is lost. */
export type FirstMoved = { kind: 'purchase' | 'use'; from: DatedFirst; to: DatedFirst | null };

async function cityFirsts(tx: Tx, productId: string) {
  const bought = await tx.select().from(purchases).where(eq(purchases.productId, productId));
  const tried = await tx.select().from(trials).where(eq(trials.productId, productId));
  const { cityPurchase, cityUse } = firstsOf(bought, tried);
  return { purchase: cityPurchase, use: cityUse };
}

/** Changes records of a product; where a mark of the whole city moves by it, that is kept in the audit. */
export async function tracingFirsts<T>(
  tx: Tx,
  productId: string,
  actor: AuditEntry['actor'],
  change: () => Promise<T>,
): Promise<T> {
  const before = await cityFirsts(tx, productId);
  const out = await change();
  const after = await cityFirsts(tx, productId);
  for (const kind of ['purchase', 'use'] as const) {
    const from = before[kind];
    const to = after[kind] ?? null;
    if (!from || from.recordId === to?.recordId) continue;
    const data: FirstMoved = { kind, from, to };
    await recordAudit(tx, { actor, action: 'first.moved', subject: 'product', subjectId: productId, data });
  }
  return out;
}
