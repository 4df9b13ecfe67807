import { and, asc, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { write, type Tx } from '#db/client.server';
import { enqueueForSearch, enqueueWithLinked } from '#db/outbox.server';
import { publications, recognitions, scenarios } from '#db/schema';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { todayOn } from '~/domain/calendar';
import { publishingRefusal, type PublishingRefusal } from './publication';
import { step } from './save-publication.server';

export type Published =
  { ok: true; rows: number } | { ok: false; reason: PublishingRefusal | 'changed' | 'empty' };

/**
 * Publishes a submitted list with everything on it, as one unit of work: rows get their numbers, become public and
 * searchable. Undefined when there is none of that code; `changed` when somebody was quicker.
 */
export const publishPublication = (
  viewer: Viewer,
  code: string,
  version: number,
): Promise<Published | undefined> =>
  write(async (tx): Promise<Published | undefined> => {
    const list = await find(tx, code);
    if (!list) return undefined;
    const rows = list.kind === 'catalogue' ? await productRows(tx, list.id) : await scenarioRows(tx, list.id);
    const refused = publishingRefusal(list, [list.authorId, ...rows.map((row) => row.authorId)], viewer);
    if (refused) return { ok: false, reason: refused };
    if (!rows.length) return { ok: false, reason: 'empty' };
    const at = new Date();
    const won = await tx
      .update(publications)
      .set({
        state: 'published',
        publishedById: viewer.userId,
        publishedAt: at,
        version: version + 1,
        updatedAt: at,
      })
      .where(
        and(
          eq(publications.id, list.id),
          eq(publications.version, version),
          eq(publications.state, 'submitted'),
        ),
      )
      .returning({ id: publications.id });
    if (!won.length) return { ok: false, reason: 'changed' };
    for (const [index, row] of rows.entries()) {
      if (list.kind === 'catalogue') await recogniseRow(tx, row.id, index + 1, list);
      else await publishScenario(tx, row, index + 1, viewer, at);
    }
    const searched = [...new Set(rows.map((row) => row.itemId))];
    if (list.kind === 'catalogue') await enqueueForSearch(tx, 'product', ...searched);
    else await enqueueWithLinked(tx, 'scenario', ...searched);
    await recordAudit(tx, {
      actor: viewer,
      action: 'publication.published',
      subject: 'publication',
      subjectId: list.id,
      data: { code, rows: rows.length },
    });
    return { ok: true, rows: rows.length };
  });

/** Gives a submitted list back to its author with a reason. */
export const returnPublication = (
  viewer: Viewer,
  code: string,
  version: number,
  reason: string,
): Promise<{ ok: true } | { ok: false; reason: PublishingRefusal | 'changed' } | undefined> =>
  write(async (tx) => {
    const list = await find(tx, code);
    if (!list) return undefined;
    const refused = publishingRefusal(list, [list.authorId], viewer);
    if (refused) return { ok: false, reason: refused };
    const done = await step(tx, viewer, list, version, 'draft', 'publication.returned', reason);
    return done.ok ? done : { ok: false, reason: 'changed' };
  });

async function find(tx: Tx, code: string) {
  const [list] = await tx
    .select({
      id: publications.id,
      code: publications.code,
      kind: publications.kind,
      state: publications.state,
      authorId: publications.authorId,
      authority: publications.authority,
      documentNumber: publications.documentNumber,
    })
    .from(publications)
    .where(eq(publications.code, code));
  return list;
}

type RowToPublish = { id: string; itemId: string; authorId: string | null; openOn?: string | null };

const scenarioRows = (tx: Tx, publicationId: string): Promise<RowToPublish[]> =>
  tx
    .select({
      id: scenarios.id,
      itemId: scenarios.id,
      authorId: scenarios.authorId,
      openOn: scenarios.openOn,
    })
    .from(scenarios)
    .where(
      and(
        eq(scenarios.publicationId, publicationId),
        inArray(scenarios.state, ['draft', 'submitted', 'returned']),
      ),
    )
    .orderBy(asc(scenarios.createdAt), asc(scenarios.code));

// A recognition has no author of its own: only the catalogue's author puts rows on it.
async function productRows(tx: Tx, publicationId: string): Promise<RowToPublish[]> {
  const rows = await tx
    .select({ id: recognitions.id, itemId: recognitions.productId })
    .from(recognitions)
    .where(and(eq(recognitions.publicationId, publicationId), eq(recognitions.state, 'draft')))
    .orderBy(asc(recognitions.createdAt), asc(recognitions.id));
  return rows.map((row) => ({ ...row, authorId: null }));
}

const publishScenario = (tx: Tx, row: RowToPublish, rowNumber: number, viewer: Viewer, at: Date) =>
  tx
    .update(scenarios)
    .set({
      state: 'published',
      stateReason: null,
      rowNumber,
      openOn: row.openOn ?? todayOn(at),
      publishedById: viewer.userId,
      publishedAt: at,
      updatedAt: at,
    })
    .where(eq(scenarios.id, row.id));

/** Who decided, and by which document, is what the catalogue says at last: it may have been changed since the row was drafted. */
const recogniseRow = (
  tx: Tx,
  id: string,
  rowNumber: number,
  { authority, documentNumber }: { authority: string; documentNumber: string | null },
) =>
  tx
    .update(recognitions)
    .set({ state: 'recognised', rowNumber, authority, documentNumber })
    .where(eq(recognitions.id, id));
