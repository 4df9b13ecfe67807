import { and, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isIssued } from '#db/public.server';
import { offerings, organisations, products, recognitions } from '#db/schema';
import { paths } from '~/paths';
import { todayOn } from '../calendar';
import { isInForce } from './product';

const fenPerYuan = 100;

/** A published product as `GET /api/v1/products/:code` gives it. Amounts in yuan. */
export async function findProductRecord(code: string, today = todayOn()) {
  const [row] = await db
    .select({
      product: products,
      organisation: { code: organisations.code, name: organisations.name, district: organisations.district },
      offering: offerings,
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
    .where(and(eq(products.code, code), eq(products.state, 'published')));
  if (!row) return undefined;
  const { product, organisation, offering } = row;
  const decided = await db
    .select()
    .from(recognitions)
    .where(and(eq(recognitions.productId, product.id), eq(recognitions.state, 'recognised'), isIssued()));
  return {
    type: 'product' as const,
    code: product.code,
    title: product.name,
    url: paths.product(product.code),
    version: product.version,
    model: product.model,
    kind: product.kind,
    industry: product.industry,
    organisation,
    composition: product.composition,
    summary: product.summary,
    innovation: product.innovation,
    specifications: product.specifications,
    trl: product.trl,
    maturity: product.maturity,
    categories: product.intendedCategories,
    procurementItem: product.procurementItemCode,
    recognitions: decided.map((one) => ({
      kind: one.kind,
      level: one.level,
      authority: one.authority,
      documentNumber: one.documentNumber,
      certificateNumber: one.certificateNumber,
      validFromOn: one.validFromOn,
      validUntilOn: one.validUntilOn,
      inForce: isInForce(one, today),
    })),
    offering: offering && {
      price: {
        min: offering.priceMin / fenPerYuan,
        max: offering.priceMax / fenPerYuan,
        currency: 'CNY',
        per: offering.priceUnit,
      },
      leadTimeDays: offering.leadTimeDays,
      trialPolicy: offering.trialPolicy,
      warranty: offering.warranty,
      serviceAreas: offering.serviceAreas,
      validUntilOn: offering.validUntilOn,
    },
    provenance: product.provenance,
  };
}
