import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, organisations, products, productVersions, purchases } from '#db/schema';
import { ownLeads } from './own-lead.server';
import type { LeadViewer } from './queue.server';
import { productText, type ProductText, type Snapshot } from './snapshot';

/**
 * What the product of a lead said when the lead was opened, and what it says now: for both sides of the lead and for the
 * authority's staff. Undefined when it is no lead of theirs.
 */
export async function findSnapshot(viewer: LeadViewer, code: string): Promise<Snapshot | undefined> {
  const [row] = await db
    .select({
      product: products,
      producer: organisations.name,
      version: productVersions.version,
      keptAt: productVersions.createdAt,
      content: productVersions.content,
      purchase: purchases.code,
    })
    .from(leads)
    .innerJoin(products, eq(products.id, leads.productId))
    .innerJoin(organisations, eq(organisations.id, leads.enterpriseId))
    .innerJoin(
      productVersions,
      and(eq(productVersions.productId, leads.productId), eq(productVersions.version, leads.productVersion)),
    )
    .leftJoin(purchases, eq(purchases.leadId, leads.id))
    .where(and(eq(leads.code, code), viewer.organisationKind === 'bureau' ? undefined : ownLeads(viewer)));
  if (!row) return undefined;
  const { product, producer, version, keptAt, content, purchase } = row;
  const today = productText(product, producer);
  return {
    lead: code,
    purchase,
    product: product.code,
    version,
    keptAt,
    // Snapshots are written in this form by openLead; early ones do not name the producer.
    kept: { producer, ...content } as ProductText,
    today: viewer.organisationKind === 'buyer' && product.state !== 'published' ? null : today,
  };
}
