import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import {
  leads,
  offerings,
  organisations,
  procurementItems,
  products,
  recognitions,
  responses,
} from '#db/schema';
import { openLeadStates } from '#db/schema/words';
import { isInForce } from './product';

const countBy = (rows: { id: string; total: number }[]) => new Map(rows.map(({ id, total }) => [id, total]));

/** Every product of the organisation with its current offering, its open responses and its open leads. */
export async function listOwnProducts(organisationId: string) {
  const [rows, answered, led] = await Promise.all([
    db
      .select({
        id: products.id,
        code: products.code,
        name: products.name,
        kind: products.kind,
        industry: products.industry,
        state: products.state,
        updatedAt: products.updatedAt,
        priceMin: offerings.priceMin,
        priceMax: offerings.priceMax,
        priceUnit: offerings.priceUnit,
        offerUntilOn: offerings.validUntilOn,
        offeringCode: offerings.code,
      })
      .from(products)
      .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
      .where(eq(products.organisationId, organisationId))
      .orderBy(desc(products.updatedAt), products.code),
    db
      .select({ id: responses.productId, total: count() })
      .from(responses)
      .where(and(eq(responses.organisationId, organisationId), eq(responses.state, 'submitted')))
      .groupBy(responses.productId),
    db
      .select({ id: leads.productId, total: count() })
      .from(leads)
      .where(and(eq(leads.enterpriseId, organisationId), inArray(leads.state, [...openLeadStates])))
      .groupBy(leads.productId),
  ]);
  const answers = countBy(answered);
  const talks = countBy(led);
  return rows.map(({ id, ...row }) => ({
    ...row,
    responses: answers.get(id) ?? 0,
    leads: talks.get(id) ?? 0,
  }));
}

/** One product of the organisation with all that its form holds; undefined when it is not there or not theirs. */
export async function findOwnProduct(organisationId: string, code: string, todayOn: string) {
  const [row] = await db
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      model: products.model,
      kind: products.kind,
      industry: products.industry,
      procurementItemCode: products.procurementItemCode,
      procurementItemName: procurementItems.name,
      composition: products.composition,
      summary: products.summary,
      innovation: products.innovation,
      specifications: products.specifications,
      trl: products.trl,
      maturity: products.maturity,
      inventionPatents: products.inventionPatents,
      utilityModels: products.utilityModels,
      softwareCopyrights: products.softwareCopyrights,
      intendedCategories: products.intendedCategories,
      aliases: products.aliases,
      englishName: products.englishName,
      keywords: products.keywords,
      state: products.state,
      version: products.version,
      publishedAt: products.publishedAt,
      updatedAt: products.updatedAt,
      organisationName: organisations.name,
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .leftJoin(procurementItems, eq(procurementItems.code, products.procurementItemCode))
    .where(and(eq(products.code, code), eq(products.organisationId, organisationId)))
    .limit(1);
  if (!row) return undefined;
  const decisions = await db
    .select({
      state: recognitions.state,
      validFromOn: recognitions.validFromOn,
      validUntilOn: recognitions.validUntilOn,
    })
    .from(recognitions)
    .where(eq(recognitions.productId, row.id));
  const { id: _id, ...product } = row;
  return { ...product, isRecognised: decisions.some((decision) => isInForce(decision, todayOn)) };
}
export type OwnProduct = NonNullable<Awaited<ReturnType<typeof findOwnProduct>>>;
