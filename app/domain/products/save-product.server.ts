import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { db, write, type Tx } from '#db/client.server';
import { beginsWith, contains } from '#db/like';
import { enqueueForSearch, enqueueWithLinked } from '#db/outbox.server';
import { offerings, procurementItems, products, productVersions, responses } from '#db/schema';
import { nextCode } from '~/domain/next-code.server';
import { industryCodes } from './product';
import type { ProductInput } from './product-form';

/** Who acts: the person and the organisation they act for. */
export type Actor = { userId: string; organisationId: string };
/** A field that somebody else has changed meanwhile: what is stored, and what was typed. */
export type ChangedField = { field: keyof ProductInput; stored: string; typed: string };
export type SavedProduct =
  | { ok: true; code: string; published: boolean }
  | { ok: false; reason: 'unknown_item' }
  | { ok: false; reason: 'changed'; version: number; changes: ChangedField[] };

/** The procurement item (政府采购品目分类目录 2022) with this code. */
export async function findProcurementItem(code: string) {
  const [item] = await db
    .select({ code: procurementItems.code, name: procurementItems.name })
    .from(procurementItems)
    .where(eq(procurementItems.code, code))
    .limit(1);
  return item;
}

/** At most eight procurement items whose name holds the words, or whose code begins with them. */
export async function suggestProcurementItems(text: string) {
  const words = text.trim();
  if (!words) return [];
  const byCode = /^[A-C]\d*$/i.test(words);
  return db
    .select({ code: procurementItems.code, name: procurementItems.name })
    .from(procurementItems)
    .where(
      byCode ? beginsWith(procurementItems.code, words.slice(0, -1)) : contains(procurementItems.name, words),
    )
    .orderBy(procurementItems.code)
    .limit(8);
}

const knowsItem = async (input: ProductInput) =>
  input.procurementItemCode === null || (await findProcurementItem(input.procurementItemCode)) !== undefined;

/** Keeps what a public product says at this version; leads and purchases point at it. */
async function keepVersion(tx: Tx, productId: string, version: number, input: ProductInput) {
  await tx.insert(productVersions).values({ productId, version, content: { ...input } });
}

/** Creates a product of the actor's organisation, as a draft or public at once (the enterprise declares it itself). */
export async function createProduct(
  actor: Actor,
  input: ProductInput,
  publish: boolean,
): Promise<SavedProduct> {
  return write(async (tx) => {
    if (!(await knowsItem(input))) return { ok: false, reason: 'unknown_item' };
    const code = await nextCode(tx, products, `P-${industryCodes[input.industry] ?? 'OTH'}-`);
    const now = new Date();
    const [row] = await tx
      .insert(products)
      .values({
        ...input,
        code,
        organisationId: actor.organisationId,
        authorId: actor.userId,
        state: publish ? 'published' : 'draft',
        publishedAt: publish ? now : null,
      })
      .returning({ id: products.id, version: products.version });
    const { id, version } = row!;
    if (publish) {
      await keepVersion(tx, id, version, input);
      await enqueueForSearch(tx, 'product', id);
    }
    await recordAudit(tx, {
      actor,
      action: publish ? 'product.published' : 'product.drafted',
      subject: 'product',
      subjectId: id,
      data: { code, version },
    });
    return { ok: true, code, published: publish };
  });
}

/**
 * Saves a product that is still at `version`. `publish` makes a draft or withdrawn product public; a public one stays public.
 * Undefined when the product is not there or not the actor's.
 */
export async function updateProduct(
  actor: Actor,
  code: string,
  version: number,
  input: ProductInput,
  publish: boolean,
): Promise<SavedProduct | undefined> {
  const own = and(eq(products.code, code), eq(products.organisationId, actor.organisationId));
  return write(async (tx) => {
    const [before] = await tx.select().from(products).where(own).limit(1);
    if (!before) return undefined;
    if (before.version !== version)
      return { ok: false, reason: 'changed', version: before.version, changes: changedFields(before, input) };
    if (!(await knowsItem(input))) return { ok: false, reason: 'unknown_item' };
    const isPublic = publish || before.state === 'published';
    const next = version + 1;
    const now = new Date();
    await tx
      .update(products)
      .set({
        ...input,
        state: isPublic ? 'published' : before.state,
        publishedAt: isPublic
          ? before.state === 'published'
            ? before.publishedAt
            : now
          : before.publishedAt,
        version: next,
        updatedAt: now,
      })
      .where(and(own, eq(products.version, version)));
    if (isPublic) {
      await keepVersion(tx, before.id, next, input);
      const known = before.state === 'published' && before.name === input.name;
      await (known ? enqueueForSearch : enqueueWithLinked)(tx, 'product', before.id);
    }
    await recordAudit(tx, {
      actor,
      action: isPublic && before.state !== 'published' ? 'product.published' : 'product.changed',
      subject: 'product',
      subjectId: before.id,
      data: { code, version: next, fields: changedFields(before, input).map(({ field }) => field) },
    });
    return { ok: true, code, published: isPublic };
  });
}

/**
 * Takes a public product back, with its current offering and its open responses; leads go on.
 * Undefined when it is not there or not the actor's.
 */
export async function withdrawProduct(
  actor: Actor,
  code: string,
  version: number,
): Promise<{ ok: true } | { ok: false; reason: 'changed' | 'state' } | undefined> {
  const own = and(eq(products.code, code), eq(products.organisationId, actor.organisationId));
  return write(async (tx) => {
    const [before] = await tx
      .select({ id: products.id, state: products.state, version: products.version })
      .from(products)
      .where(own)
      .limit(1);
    if (!before) return undefined;
    if (before.state !== 'published') return { ok: false, reason: 'state' };
    if (before.version !== version) return { ok: false, reason: 'changed' };
    const now = new Date();
    await tx
      .update(products)
      .set({ state: 'withdrawn', version: version + 1, updatedAt: now })
      .where(own);
    await tx
      .update(offerings)
      .set({ state: 'withdrawn', updatedAt: now })
      .where(and(eq(offerings.productId, before.id), eq(offerings.state, 'published')));
    await tx
      .update(responses)
      .set({ state: 'withdrawn', updatedAt: now })
      .where(and(eq(responses.productId, before.id), eq(responses.state, 'submitted')));
    await enqueueWithLinked(tx, 'product', before.id);
    await recordAudit(tx, {
      actor,
      action: 'product.withdrawn',
      subject: 'product',
      subjectId: before.id,
      data: { code, version: version + 1 },
    });
    return { ok: true };
  });
}

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return String(value);
  return value
    .map((item: string | { name: string; value: string; unit: string | null }) =>
      typeof item === 'string' ? item : `${item.name} ${item.value}${item.unit ?? ''}`,
    )
    .join('；');
};

function changedFields(stored: { [K in keyof ProductInput]: unknown }, typed: ProductInput): ChangedField[] {
  return (Object.keys(typed) as (keyof ProductInput)[])
    .map((field) => ({ field, stored: asText(stored[field]), typed: asText(typed[field]) }))
    .filter((pair) => pair.stored !== pair.typed);
}
