import { and, asc, count, desc, eq, exists, sql } from 'drizzle-orm';
import { db, refusal, write, type Tx } from '#db/client.server';
import { products, shortlistItems, shortlists, users } from '#db/schema';
import type { Viewer } from '../accounts/sessions.server';
import { listProductRows } from '../products/product-rows.server';
import type { ProductRowData } from '../products/product-row';
import { mostShortlisted, mostShortlists } from './shortlist';

export type ShortlistSummary = { id: string; name: string; products: number; updatedAt: Date };
export type Shortlisted = {
  productCode: string;
  productName: string;
  /** null when the product is no longer public */
  row: ProductRowData | null;
  note: string;
  version: number;
  editedBy: string;
  editedAt: Date;
};
export type Shortlist = { id: string; name: string; version: number; items: Shortlisted[] };

const own = (viewer: Viewer, id: string) =>
  and(eq(shortlists.id, id), eq(shortlists.organisationId, viewer.organisationId));

/** The shortlists of the viewer's organisation, the one that changed last first. */
export const listShortlists = (viewer: Viewer): Promise<ShortlistSummary[]> =>
  db
    .select({
      id: shortlists.id,
      name: shortlists.name,
      products: count(shortlistItems.productId),
      updatedAt: shortlists.updatedAt,
    })
    .from(shortlists)
    .leftJoin(shortlistItems, eq(shortlistItems.shortlistId, shortlists.id))
    .where(eq(shortlists.organisationId, viewer.organisationId))
    .groupBy(shortlists.id)
    .orderBy(desc(shortlists.updatedAt), desc(shortlists.id));

/** One shortlist of the viewer's organisation with its products in the order they were added; undefined for any other. */
export async function findShortlist(viewer: Viewer, id: string): Promise<Shortlist | undefined> {
  const [list] = await db
    .select({ id: shortlists.id, name: shortlists.name, version: shortlists.version })
    .from(shortlists)
    .where(own(viewer, id));
  if (!list) return undefined;
  const items = await db
    .select({
      productId: products.id,
      productCode: products.code,
      productName: products.name,
      note: shortlistItems.note,
      version: shortlistItems.version,
      editedBy: users.name,
      editedAt: shortlistItems.editedAt,
    })
    .from(shortlistItems)
    .innerJoin(products, eq(products.id, shortlistItems.productId))
    .innerJoin(users, eq(users.id, shortlistItems.editedById))
    .where(eq(shortlistItems.shortlistId, id))
    .orderBy(asc(shortlistItems.addedAt), asc(products.code));
  const rows = await listProductRows(items.map(({ productId }) => productId));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return {
    ...list,
    items: items.map(({ productId, ...item }) => ({ ...item, row: rowOf.get(productId) ?? null })),
  };
}

/** A public product that could be added, or undefined. */
export async function findShortlistable(code: string): Promise<{ code: string; name: string } | undefined> {
  const [product] = await db
    .select({ code: products.code, name: products.name })
    .from(products)
    .where(and(eq(products.code, code), eq(products.state, 'published')));
  return product;
}

export type Created = { ok: true; id: string } | { ok: false; reason: 'name_taken' | 'too_many' };

/** Makes an empty shortlist; refused when the organisation has one of that name, or 50. */
export async function createShortlist(viewer: Viewer, name: string): Promise<Created> {
  try {
    return await write(async (tx) => {
      const kept = await tx.$count(shortlists, eq(shortlists.organisationId, viewer.organisationId));
      if (kept >= mostShortlists) return { ok: false, reason: 'too_many' };
      const [made] = await tx
        .insert(shortlists)
        .values({ organisationId: viewer.organisationId, name, createdById: viewer.userId })
        .returning({ id: shortlists.id });
      return { ok: true, id: made!.id };
    });
  } catch (error) {
    if (refusal(error)?.kind === 'unique') return { ok: false, reason: 'name_taken' };
    throw error;
  }
}

export type Added = 'added' | 'already' | 'full' | undefined;

/** Adds a public product; undefined when the shortlist is not the organisation's or nothing public has that code. */
export const addToShortlist = (
  viewer: Viewer,
  id: string,
  productCode: string,
  note: string,
): Promise<Added> =>
  write(async (tx) => {
    const [list] = await tx.select({ id: shortlists.id }).from(shortlists).where(own(viewer, id));
    const [product] = await tx
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.code, productCode), eq(products.state, 'published')));
    if (!list || !product) return undefined;
    if ((await tx.$count(shortlistItems, eq(shortlistItems.shortlistId, id))) >= mostShortlisted)
      return 'full';
    const added = await tx
      .insert(shortlistItems)
      .values({ shortlistId: id, productId: product.id, note, editedById: viewer.userId })
      .onConflictDoNothing()
      .returning({ productId: shortlistItems.productId });
    if (added.length === 0) return 'already';
    await touch(tx, id);
    return 'added';
  });

const touch = (tx: Tx, id: string) =>
  tx.update(shortlists).set({ updatedAt: new Date() }).where(eq(shortlists.id, id));

const itemOf = (viewer: Viewer, id: string, productCode: string) =>
  and(
    eq(shortlistItems.shortlistId, id),
    exists(
      db
        .select({ one: sql`1` })
        .from(shortlists)
        .where(own(viewer, id)),
    ),
    exists(
      db
        .select({ one: sql`1` })
        .from(products)
        .where(and(eq(products.id, shortlistItems.productId), eq(products.code, productCode))),
    ),
  );

export type Changed = 'changed' | 'conflict' | 'gone';

/** Writes the note of a product; `version` is the one that was read: somebody else's note is never lost. */
export const setShortlistNote = (
  viewer: Viewer,
  id: string,
  productCode: string,
  { note, version }: { note: string; version: number },
): Promise<Changed> =>
  write(async (tx) => {
    const item = itemOf(viewer, id, productCode);
    const changed = await tx
      .update(shortlistItems)
      .set({ note, version: version + 1, editedById: viewer.userId, editedAt: new Date() })
      .where(and(item, eq(shortlistItems.version, version)))
      .returning({ version: shortlistItems.version });
    if (changed.length > 0) {
      await touch(tx, id);
      return 'changed';
    }
    const [there] = await tx.select({ version: shortlistItems.version }).from(shortlistItems).where(item);
    return there ? 'conflict' : 'gone';
  });

/** Takes a product off; one that is not there is no error. */
export const removeFromShortlist = (viewer: Viewer, id: string, productCode: string): Promise<void> =>
  write(async (tx) => {
    const removed = await tx
      .delete(shortlistItems)
      .where(itemOf(viewer, id, productCode))
      .returning({ version: shortlistItems.version });
    if (removed.length > 0) await touch(tx, id);
  });

/** Gives a shortlist another name, if it still has the version that was read. */
export async function renameShortlist(
  viewer: Viewer,
  id: string,
  { name, version }: { name: string; version: number },
): Promise<Changed | 'name_taken'> {
  try {
    return await write(async (tx) => {
      const changed = await tx
        .update(shortlists)
        .set({ name, version: version + 1, updatedAt: new Date() })
        .where(and(own(viewer, id), eq(shortlists.version, version)))
        .returning({ id: shortlists.id });
      if (changed.length > 0) return 'changed';
      const [there] = await tx.select({ id: shortlists.id }).from(shortlists).where(own(viewer, id));
      return there ? 'conflict' : 'gone';
    });
  } catch (error) {
    if (refusal(error)?.kind === 'unique') return 'name_taken';
    throw error;
  }
}

/** Forgets a shortlist with its notes; one that is not the organisation's is left alone. */
export const removeShortlist = (viewer: Viewer, id: string): Promise<void> =>
  write(async (tx) => void (await tx.delete(shortlists).where(own(viewer, id))));
