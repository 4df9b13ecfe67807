import { and, asc, eq, or } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { db, refusal, write } from '#db/client.server';
import { organisations, products, publications, recognitions } from '#db/schema';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { isReported } from '~/domain/provenance';
import type { CatalogueRowInput } from './publication-form';

export type RowSaved =
  { ok: true } | { ok: false; reason: 'state' | 'product' | 'ambiguous' | 'reported' | 'twice' };

/** Takes a public product into one's own draft catalogue; undefined when that is not there. */
export async function addCatalogueRow(
  viewer: Viewer,
  publicationCode: string,
  input: CatalogueRowInput,
): Promise<RowSaved | undefined> {
  try {
    return await write(async (tx): Promise<RowSaved | undefined> => {
      const own = await findOwnCatalogue(viewer, publicationCode);
      if (!own) return undefined;
      if (own.state !== 'draft') return { ok: false, reason: 'state' };
      const wanted = input.product.split(/\s/, 1)[0] ?? '';
      const found = await tx
        .select({
          id: products.id,
          code: products.code,
          kind: products.kind,
          provenance: products.provenance,
        })
        .from(products)
        .where(
          and(
            eq(products.state, 'published'),
            or(eq(products.code, wanted), eq(products.name, input.product)),
          ),
        );
      const product = found.find(({ code }) => code === wanted) ?? found[0];
      if (!product) return { ok: false, reason: 'product' };
      if (found.length > 1 && product.code !== wanted) return { ok: false, reason: 'ambiguous' };
      if (isReported(product.provenance)) return { ok: false, reason: 'reported' };
      const [row] = await tx
        .insert(recognitions)
        .values({
          productId: product.id,
          publicationId: own.id,
          kind: product.kind,
          level: input.level,
          authority: own.authority,
          documentNumber: own.documentNumber,
          certificateNumber: input.certificateNumber,
          validFromOn: input.validFromOn,
          validUntilOn: input.validUntilOn,
          state: 'draft',
        })
        .returning({ id: recognitions.id });
      await recordAudit(tx, {
        actor: viewer,
        action: 'recognition.drafted',
        subject: 'recognition',
        subjectId: row!.id,
        data: { product: product.code, publication: publicationCode },
      });
      return { ok: true };
    });
  } catch (error) {
    if (refusal(error)?.kind === 'unique') return { ok: false, reason: 'twice' };
    throw error;
  }
}

/** Takes a product out of one's own draft catalogue again. */
export const removeCatalogueRow = (
  viewer: Viewer,
  publicationCode: string,
  recognitionId: string,
): Promise<{ ok: true } | { ok: false; reason: 'state' } | undefined> =>
  write(async (tx) => {
    const own = await findOwnCatalogue(viewer, publicationCode);
    if (!own) return undefined;
    if (own.state !== 'draft') return { ok: false, reason: 'state' };
    const gone = await tx
      .delete(recognitions)
      .where(
        and(
          eq(recognitions.id, recognitionId),
          eq(recognitions.publicationId, own.id),
          eq(recognitions.state, 'draft'),
        ),
      )
      .returning({ id: recognitions.id });
    if (!gone.length) return undefined;
    await recordAudit(tx, {
      actor: viewer,
      action: 'recognition.removed',
      subject: 'recognition',
      subjectId: recognitionId,
      data: { publication: publicationCode },
    });
    return { ok: true };
  });

/** Public products to choose from, those that are only reported left out: nobody has applied for them. */
export async function listProductChoices(): Promise<{ code: string; name: string; organisation: string }[]> {
  const rows = await db
    .select({
      code: products.code,
      name: products.name,
      organisation: organisations.shortName,
      provenance: products.provenance,
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(eq(products.state, 'published'))
    .orderBy(asc(products.code))
    .limit(500);
  return rows.flatMap(({ provenance, ...row }) => (isReported(provenance) ? [] : [row]));
}

async function findOwnCatalogue(viewer: Viewer, code: string) {
  const [own] = await db
    .select({
      id: publications.id,
      state: publications.state,
      authority: publications.authority,
      documentNumber: publications.documentNumber,
    })
    .from(publications)
    .where(
      and(
        eq(publications.code, code),
        eq(publications.kind, 'catalogue'),
        eq(publications.authorId, viewer.userId),
      ),
    );
  return own;
}
