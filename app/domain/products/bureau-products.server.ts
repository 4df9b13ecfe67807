import { and, asc, count, desc, eq, inArray, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { contains } from '#db/like';
import { organisations, products, publications, recognitions } from '#db/schema';
import type { ProductKind } from './product';

export const productPageSize = 30;

/** Products in every state with their recognitions; `q` looks in names, codes and makers. */
export async function listProductsForBureau({
  q,
  kind,
  page,
}: {
  q?: string;
  kind?: ProductKind;
  page: number;
}) {
  const scope = and(
    kind && eq(products.kind, kind),
    q
      ? or(contains(products.name, q), contains(products.code, q), contains(organisations.name, q))
      : undefined,
  );
  const rows = await db
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      kind: products.kind,
      industry: products.industry,
      state: products.state,
      organisation: organisations.name,
      organisationCode: organisations.code,
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(scope)
    .orderBy(asc(products.code))
    .limit(productPageSize)
    .offset((page - 1) * productPageSize);
  const [counted] = await db
    .select({ n: count() })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(scope);
  const recognised = rows.length ? await listRecognitions(rows.map(({ id }) => id)) : [];
  return {
    total: counted?.n ?? 0,
    rows: rows.map(({ id, ...row }) => ({
      ...row,
      recognitions: recognised
        .filter((each) => each.productId === id)
        .map(({ productId: _, ...recognition }) => recognition),
    })),
  };
}

const listRecognitions = (productIds: string[]) =>
  db
    .select({
      productId: recognitions.productId,
      level: recognitions.level,
      state: recognitions.state,
      validFromOn: recognitions.validFromOn,
      validUntilOn: recognitions.validUntilOn,
      publicationCode: publications.code,
      publicationYear: publications.year,
      publicationSequence: publications.sequence,
    })
    .from(recognitions)
    .leftJoin(publications, eq(publications.id, recognitions.publicationId))
    .where(inArray(recognitions.productId, productIds))
    .orderBy(desc(recognitions.validFromOn));
