import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { db, refusal, write, type Tx } from '#db/client.server';
import { publications, recognitions, scenarios } from '#db/schema';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { publicationCode, suggestedTitle, type PublicationKind } from './publication';
import type { PublicationInput } from './publication-form';

export type Saved = { ok: true; code: string } | { ok: false; reason: 'sequence' | 'state' | 'changed' };
export type Stepped = { ok: true } | { ok: false; reason: 'state' | 'changed' | 'empty' };

/** The first free 第N批 of a kind in a year, to suggest. */
export async function nextSequence(kind: PublicationKind, year: number): Promise<number> {
  const [last] = await db
    .select({ sequence: publications.sequence })
    .from(publications)
    .where(and(eq(publications.kind, kind), eq(publications.year, year)))
    .orderBy(desc(publications.sequence))
    .limit(1);
  return Math.min(99, (last?.sequence ?? 0) + 1);
}

/** Begins a list or catalogue as a draft of `viewer`; `sequence` when that batch exists already. */
export const createPublication = (viewer: Viewer, input: PublicationInput): Promise<Saved> =>
  refusingSequence(() =>
    write(async (tx) => {
      const code = publicationCode(input.kind, input.year, input.sequence);
      const [row] = await tx
        .insert(publications)
        .values({ ...input, title: titleOf(input), code, authorId: viewer.userId })
        .returning({ id: publications.id });
      await audit(tx, viewer, 'publication.created', row!.id, { code });
      return { ok: true, code };
    }),
  );

/** Changes the head of one's own draft; its kind stays. Undefined when there is none of that code. */
export const updatePublication = (
  viewer: Viewer,
  code: string,
  version: number,
  input: PublicationInput,
): Promise<Saved | undefined> =>
  refusingSequence(() =>
    write(async (tx): Promise<Saved | undefined> => {
      const own = await findOwn(tx, viewer, code);
      if (!own) return undefined;
      if (own.state !== 'draft') return { ok: false, reason: 'state' };
      const next = publicationCode(own.kind, input.year, input.sequence);
      const changed = await tx
        .update(publications)
        .set({
          ...input,
          title: titleOf({ ...input, kind: own.kind }),
          kind: own.kind,
          code: next,
          version: version + 1,
          updatedAt: new Date(),
        })
        .where(and(eq(publications.id, own.id), eq(publications.version, version)))
        .returning({ id: publications.id });
      if (!changed.length) return { ok: false, reason: 'changed' };
      await audit(tx, viewer, 'publication.changed', own.id, { code: next });
      return { ok: true, code: next };
    }),
  );

/** Hands one's own draft over for publication by somebody else. */
export const submitPublication = (
  viewer: Viewer,
  code: string,
  version: number,
): Promise<Stepped | undefined> =>
  write(async (tx) => {
    const own = await findOwn(tx, viewer, code);
    if (!own) return undefined;
    if (own.state !== 'draft') return { ok: false, reason: 'state' };
    if (!(await countRows(tx, own))) return { ok: false, reason: 'empty' };
    return step(tx, viewer, own, version, 'submitted', 'publication.submitted');
  });

/** Takes one's own list back before it is published. */
export const recallPublication = (
  viewer: Viewer,
  code: string,
  version: number,
): Promise<Stepped | undefined> =>
  write(async (tx) => {
    const own = await findOwn(tx, viewer, code);
    if (!own) return undefined;
    if (own.state !== 'submitted') return { ok: false, reason: 'state' };
    return step(tx, viewer, own, version, 'draft', 'publication.recalled');
  });

/** Moves a list between draft and submitted together with its scenarios. */
export async function step(
  tx: Tx,
  viewer: Viewer,
  publication: { id: string; code: string },
  version: number,
  to: 'draft' | 'submitted',
  action: string,
  reason?: string,
): Promise<Stepped> {
  const changed = await tx
    .update(publications)
    .set({ state: to, version: version + 1, updatedAt: new Date() })
    .where(
      and(
        eq(publications.id, publication.id),
        eq(publications.version, version),
        eq(publications.state, to === 'draft' ? 'submitted' : 'draft'),
      ),
    )
    .returning({ id: publications.id });
  if (!changed.length) return { ok: false, reason: 'changed' };
  const from = to === 'draft' ? (['submitted'] as const) : (['draft', 'returned'] as const);
  await tx
    .update(scenarios)
    .set({
      state: to === 'submitted' ? 'submitted' : reason === undefined ? 'draft' : 'returned',
      stateReason: reason ?? null,
      version: sql`${scenarios.version} + 1`,
      updatedAt: new Date(),
    })
    .where(and(eq(scenarios.publicationId, publication.id), inArray(scenarios.state, [...from])));
  await audit(tx, viewer, action, publication.id, { code: publication.code, ...(reason && { reason }) });
  return { ok: true };
}

const titleOf = ({ title, kind, year, sequence }: PublicationInput) =>
  title ?? suggestedTitle(kind, year, sequence);

async function findOwn(tx: Tx, viewer: Viewer, code: string) {
  const [own] = await tx
    .select({
      id: publications.id,
      code: publications.code,
      kind: publications.kind,
      state: publications.state,
    })
    .from(publications)
    .where(and(eq(publications.code, code), eq(publications.authorId, viewer.userId)));
  return own;
}

async function countRows(tx: Tx, publication: { id: string; kind: PublicationKind }): Promise<number> {
  const [rows] =
    publication.kind === 'catalogue'
      ? await tx
          .select({ n: count() })
          .from(recognitions)
          .where(eq(recognitions.publicationId, publication.id))
      : await tx.select({ n: count() }).from(scenarios).where(eq(scenarios.publicationId, publication.id));
  return rows?.n ?? 0;
}

const audit = (tx: Tx, viewer: Viewer, action: string, subjectId: string, data: Record<string, unknown>) =>
  recordAudit(tx, { actor: viewer, action, subject: 'publication', subjectId, data });

async function refusingSequence<T>(work: () => Promise<T>): Promise<T | { ok: false; reason: 'sequence' }> {
  try {
    return await work();
  } catch (error) {
    const refused = refusal(error);
    if (refused?.kind === 'unique' && refused.on.includes('publications.'))
      return { ok: false, reason: 'sequence' };
    throw error;
  }
}
