import { aliasedTable, and, asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { db, write, type Tx } from '#db/client.server';
import { contains } from '#db/like';
import { vocabularyGroups } from '#db/schema';
import { fold } from '#search/text.server';
import { startingGroups } from '#search/thesaurus.server';
import { refreshThesaurus } from '#search/vocabulary.server';
import type { Viewer } from '../accounts/sessions.server';
import type { VocabularyState } from './vocabulary';
import type { VocabularyInput } from './vocabulary-form';

export const vocabularyPageSize = 30;
const rowsPerInsert = 200;

export type GroupRow = {
  id: string;
  area: string;
  terms: string[];
  narrower: string[];
  note: string | null;
  state: VocabularyState;
  version: number;
  updatedAt: Date;
};
/** A group with who wrote it, what it is to replace, and the draft that is to replace it. */
export type Group = GroupRow & {
  authorId: string | null;
  replacesId: string | null;
  pendingId: string | null;
};
export type SavedGroup =
  { ok: true; id: string } | { ok: false; reason: 'changed' | 'pending'; version: number };
export type MovedGroup = { ok: true } | { ok: false; reason: 'changed' | 'author' };

const columns = {
  id: vocabularyGroups.id,
  area: vocabularyGroups.area,
  terms: vocabularyGroups.terms,
  narrower: vocabularyGroups.narrower,
  note: vocabularyGroups.note,
  state: vocabularyGroups.state,
  version: vocabularyGroups.version,
  updatedAt: vocabularyGroups.updatedAt,
};
const searchText = ({ terms, narrower }: Pick<GroupRow, 'terms' | 'narrower'>) =>
  [...terms, ...narrower].map(fold).join(' ');

/** Groups whose words hold `words`, those changed last first; how many there are in each state. Two statements. */
export async function listGroups({
  words,
  state,
  page,
}: {
  words?: string;
  state?: VocabularyState;
  page: number;
}) {
  const holds: SQL | undefined = words ? contains(vocabularyGroups.searchText, fold(words)) : undefined;
  const rows: GroupRow[] = await db
    .select(columns)
    .from(vocabularyGroups)
    .where(and(holds, state && eq(vocabularyGroups.state, state)))
    .orderBy(desc(vocabularyGroups.updatedAt), asc(vocabularyGroups.id))
    .limit(vocabularyPageSize)
    .offset((page - 1) * vocabularyPageSize);
  const counted = await db
    .select({ state: vocabularyGroups.state, n: count() })
    .from(vocabularyGroups)
    .where(holds)
    .groupBy(vocabularyGroups.state);
  const states = Object.fromEntries(counted.map((one) => [one.state, one.n])) as Partial<
    Record<VocabularyState, number>
  >;
  const all = counted.reduce((sum, one) => sum + one.n, 0);
  return { rows, states, all, total: state ? (states[state] ?? 0) : all };
}

export async function findGroup(id: string): Promise<Group | undefined> {
  const pending = aliasedTable(vocabularyGroups, 'pending');
  const [row] = await db
    .select({
      ...columns,
      authorId: vocabularyGroups.authorId,
      replacesId: vocabularyGroups.replacesId,
      pendingId: pending.id,
    })
    .from(vocabularyGroups)
    .leftJoin(pending, eq(pending.replacesId, vocabularyGroups.id))
    .where(eq(vocabularyGroups.id, id))
    .limit(1);
  return row;
}

const note = (tx: Tx, actor: Viewer, action: string, id: string, data: Record<string, unknown>) =>
  recordAudit(tx, { actor, action, subject: 'vocabulary', subjectId: id, data });

/** Adds a group as a draft: searches do not know it until it is published. */
export async function addGroup(viewer: Viewer, input: VocabularyInput): Promise<string> {
  return write(async (tx) => {
    // The starting groups are in force only while there are none: with the first one they move into the table.
    await putStartingGroups(tx, viewer);
    return insertDraft(tx, viewer, input);
  });
}

async function insertDraft(tx: Tx, viewer: Viewer, input: VocabularyInput, replacesId: string | null = null) {
  const [made] = await tx
    .insert(vocabularyGroups)
    .values({ ...input, searchText: searchText(input), authorId: viewer.userId, replacesId })
    .returning({ id: vocabularyGroups.id });
  await note(tx, viewer, 'vocabulary.added', made!.id, { terms: input.terms, replaces: replacesId });
  return made!.id;
}

/**
 * Changes a group that is still at `version`. What is not in force becomes a draft of whoever changed it. One that is
 * in force stays as it is: the change is kept as a draft that takes its place once somebody else publishes it, and the
 * answer names that draft. `pending`: there is such a draft already.
 */
export const changeGroup = (
  viewer: Viewer,
  id: string,
  version: number,
  input: VocabularyInput,
): Promise<SavedGroup | undefined> =>
  write(async (tx): Promise<SavedGroup | undefined> => {
    const before = await findGroup(id);
    if (!before) return undefined;
    if (before.version !== version) return { ok: false, reason: 'changed', version: before.version };
    if (before.state === 'published') {
      if (before.pendingId) return { ok: false, reason: 'pending', version };
      return { ok: true, id: await insertDraft(tx, viewer, input, id) };
    }
    await tx
      .update(vocabularyGroups)
      .set({
        ...input,
        searchText: searchText(input),
        state: 'draft',
        authorId: viewer.userId,
        publishedById: null,
        publishedAt: null,
        version: version + 1,
        updatedAt: new Date(),
      })
      .where(eq(vocabularyGroups.id, id));
    await note(tx, viewer, 'vocabulary.changed', id, { before: before.terms, after: input.terms });
    return { ok: true, id };
  });

/**
 * Puts a group in force as it was read at `version`, in the place of the one that it replaces: here at once, in other
 * processes within two seconds. Whoever wrote the words does not publish them.
 */
export async function publishGroup(
  viewer: Viewer,
  id: string,
  version: number,
): Promise<MovedGroup | undefined> {
  const published = await write(async (tx): Promise<MovedGroup | undefined> => {
    const before = await findGroup(id);
    if (!before) return undefined;
    if (before.state === 'published') return { ok: true };
    if (before.version !== version) return { ok: false, reason: 'changed' };
    if (before.authorId === viewer.userId) return { ok: false, reason: 'author' };
    const { replacesId } = before;
    if (replacesId) await setState(tx, viewer, replacesId, { state: 'withdrawn' });
    await setState(tx, viewer, id, {
      state: 'published',
      publishedAt: new Date(),
      publishedById: viewer.userId,
      replacesId: null,
    });
    return { ok: true };
  });
  await refreshThesaurus();
  return published;
}

/** Takes a group out of force, or lays a draft aside. It is kept and may be published again. */
export async function withdrawGroup(viewer: Viewer, id: string): Promise<MovedGroup | undefined> {
  const moved = await write(async (tx): Promise<MovedGroup | undefined> => {
    const before = await findGroup(id);
    if (!before) return undefined;
    if (before.state !== 'withdrawn')
      await setState(tx, viewer, id, { state: 'withdrawn', replacesId: null });
    return { ok: true };
  });
  await refreshThesaurus();
  return moved;
}

async function setState(
  tx: Tx,
  viewer: Viewer,
  id: string,
  change: Partial<typeof vocabularyGroups.$inferInsert> & { state: VocabularyState },
) {
  const [row] = await tx
    .update(vocabularyGroups)
    .set({ ...change, version: sql`${vocabularyGroups.version} + 1`, updatedAt: new Date() })
    .where(eq(vocabularyGroups.id, id))
    .returning({ terms: vocabularyGroups.terms });
  await note(tx, viewer, `vocabulary.${change.state}`, id, { terms: row?.terms });
}

/** Puts the reviewed starting groups into an empty table, so that the bureau can edit them; returns how many. */
export async function loadStartingGroups(viewer?: Viewer): Promise<number> {
  const loaded = await write((tx) => putStartingGroups(tx, viewer));
  await refreshThesaurus();
  return loaded;
}

async function putStartingGroups(tx: Tx, viewer: Viewer | undefined): Promise<number> {
  const [any] = await tx.select({ id: vocabularyGroups.id }).from(vocabularyGroups).limit(1);
  if (any) return 0;
  const at = new Date();
  const rows = startingGroups.map((group) => ({
    ...group,
    searchText: searchText(group),
    state: 'published' as const,
    publishedAt: at,
    publishedById: viewer?.userId ?? null,
  }));
  for (let from = 0; from < rows.length; from += rowsPerInsert)
    await tx.insert(vocabularyGroups).values(rows.slice(from, from + rowsPerInsert));
  if (viewer) await note(tx, viewer, 'vocabulary.loaded', 'all', { groups: rows.length });
  return rows.length;
}
