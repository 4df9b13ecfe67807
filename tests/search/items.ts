import { eq } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { products, scenarios } from '#db/schema';
import { find, type FindInput } from '#search/find.server';

/** The codes of all products and scenarios by their ids. */
export async function codesById(): Promise<Map<string, string>> {
  const rows = [
    ...(await db.select({ id: products.id, code: products.code }).from(products)),
    ...(await db.select({ id: scenarios.id, code: scenarios.code }).from(scenarios)),
  ];
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** What is found, with its codes in the same order. */
export async function findCodes(input: FindInput) {
  const found = await find(input);
  const code = await codesById();
  return { ...found, codes: found.ids.map((id) => code.get(id)!) };
}

export const productId = async (code: string) =>
  (await db.select({ id: products.id }).from(products).where(eq(products.code, code)))[0]!.id;

/** Changes a product and says so to the search, which learns it when the outbox is drained. Returns its id. */
export const changeProduct = (code: string, values: Partial<typeof products.$inferInsert>) =>
  write(async (tx) => {
    const [row] = await tx
      .update(products)
      .set(values)
      .where(eq(products.code, code))
      .returning({ id: products.id });
    await enqueueForSearch(tx, 'product', row!.id);
    return row!.id;
  });
