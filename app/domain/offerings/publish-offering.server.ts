import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { offerings, products } from '#db/schema';
import { nextCode } from '~/domain/next-code.server';
import type { OfferingInput } from './offering-form';

type Actor = { userId: string; organisationId: string };

/** A product of the organisation and its current terms, if any; undefined when it is not there or not theirs. */
export async function findOwnOffering(organisationId: string, productCode: string) {
  const [row] = await db
    .select({
      productCode: products.code,
      productName: products.name,
      productKind: products.kind,
      productState: products.state,
      code: offerings.code,
      state: offerings.state,
      priceMin: offerings.priceMin,
      priceMax: offerings.priceMax,
      priceUnit: offerings.priceUnit,
      leadTimeDays: offerings.leadTimeDays,
      trialPolicy: offerings.trialPolicy,
      trialNote: offerings.trialNote,
      warranty: offerings.warranty,
      serviceAreas: offerings.serviceAreas,
      capacity: offerings.capacity,
      validUntilOn: offerings.validUntilOn,
      updatedAt: offerings.updatedAt,
    })
    .from(products)
    .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
    .where(and(eq(products.code, productCode), eq(products.organisationId, organisationId)))
    .limit(1);
  return row;
}

/**
 * Publishes new terms for an own public product; the former terms are withdrawn in the same unit of work.
 * `expected` is the code of the current terms that the form was opened on ('' for none).
 * Undefined when the product is not there or not the actor's.
 */
export async function publishOffering(
  actor: Actor,
  productCode: string,
  expected: string,
  input: OfferingInput,
): Promise<
  { ok: true; code: string } | { ok: false; reason: 'not_public' | 'changed'; current: string } | undefined
> {
  return write(async (tx) => {
    const [product] = await tx
      .select({ id: products.id, state: products.state })
      .from(products)
      .where(and(eq(products.code, productCode), eq(products.organisationId, actor.organisationId)))
      .limit(1);
    if (!product) return undefined;
    const current = and(eq(offerings.productId, product.id), eq(offerings.state, 'published'));
    const [former] = await tx.select({ code: offerings.code }).from(offerings).where(current).limit(1);
    if (product.state !== 'published')
      return { ok: false, reason: 'not_public', current: former?.code ?? '' };
    if ((former?.code ?? '') !== expected)
      return { ok: false, reason: 'changed', current: former?.code ?? '' };
    await tx.update(offerings).set({ state: 'withdrawn', updatedAt: new Date() }).where(current);
    const code = await nextCode(tx, offerings, 'O-', 4);
    const [row] = await tx
      .insert(offerings)
      .values({
        ...input,
        code,
        productId: product.id,
        organisationId: actor.organisationId,
        state: 'published',
      })
      .returning({ id: offerings.id });
    await enqueueForSearch(tx, 'product', product.id);
    await recordAudit(tx, {
      actor,
      action: 'offering.published',
      subject: 'offering',
      subjectId: row!.id,
      data: { code, product: productCode, former: former?.code ?? null },
    });
    return { ok: true, code };
  });
}

/** Takes the current terms `code` of an own product back; undefined when there are no such terms of theirs. */
export async function withdrawOffering(
  actor: Actor,
  productCode: string,
  code: string,
): Promise<{ ok: true } | undefined> {
  return write(async (tx) => {
    const [row] = await tx
      .select({ id: offerings.id, productId: offerings.productId })
      .from(offerings)
      .innerJoin(products, eq(products.id, offerings.productId))
      .where(
        and(
          eq(offerings.code, code),
          eq(offerings.state, 'published'),
          eq(products.code, productCode),
          eq(products.organisationId, actor.organisationId),
        ),
      )
      .limit(1);
    if (!row) return undefined;
    await tx
      .update(offerings)
      .set({ state: 'withdrawn', updatedAt: new Date() })
      .where(eq(offerings.id, row.id));
    await enqueueForSearch(tx, 'product', row.productId);
    await recordAudit(tx, {
      actor,
      action: 'offering.withdrawn',
      subject: 'offering',
      subjectId: row.id,
      data: { code, product: productCode },
    });
    return { ok: true };
  });
}
