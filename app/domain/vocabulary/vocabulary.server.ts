import { and, asc, count, desc, eq, type SQL } from 'drizzle-orm';
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
export type SavedGroup = { ok: true; id: string } | { ok: false; reason: 'changed'; version: number };

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

export async function findGroup(id: string): Promise<GroupRow | undefined> {
  const [row] = await db.select(columns).from(vocabularyGroups).where(eq(vocabularyGroups.id, id)).limit(1);
  return row;
}

const note = (tx: Tx, actor: Viewer, action: string, id: string, data: Record<string, unknown>) =>
  recordAudit(tx, { actor, action, subject: 'vocabulary', subjectId: id, data });

/** Adds a group as a draft: searches do not know it until it is published. */
export async function addGroup(viewer: Viewer, input: VocabularyInput): Promise<string> {
  return write(async (tx) => {
    const [made] = await tx
      .insert(vocabularyGroups)
      .values({ ...input, searchText: searchText(input), authorId: viewer.userId })
      .returning({ id: vocabularyGroups.id });
    await note(tx, viewer, 'vocabulary.added', made!.id, { terms: input.terms });
    return made!.id;
  });
}

/** Changes a group that is still at `version`; one that is published is in force as changed at once. */
export async function changeGroup(
  viewer: Viewer,
  id: string,
  version: number,
  input: VocabularyInput,
): Promise<SavedGroup | undefined> {
  const saved = await write(async (tx): Promise<SavedGroup | undefined> => {
    const before = await findGroup(id);
    if (!before) return undefined;
    if (before.version !== version) return { ok: false, reason: 'changed', version: before.version };
    await tx
      .update(vocabularyGroups)
      .set({ ...input, searchText: searchText(input), version: version + 1, updatedAt: new Date() })
      .where(eq(vocabularyGroups.id, id));
    await note(tx, viewer, 'vocabulary.changed', id, { before: before.terms, after: input.terms });
    return { ok: true, id };
  });
  await refreshThesaurus();
  return saved;
}

async function move(viewer: Viewer, id: string, state: 'published' | 'withdrawn') {
  const moved = await write(async (tx) => {
    const before = await findGroup(id);
    if (!before) return undefined;
    if (before.state === state) return { ok: true as const, id };
    const now = new Date();
    const published = state === 'published' ? { publishedAt: now, publishedById: viewer.userId } : {};
    await tx
      .update(vocabularyGroups)
      .set({ state, ...published, version: before.version + 1, updatedAt: now })
      .where(eq(vocabularyGroups.id, id));
    await note(tx, viewer, `vocabulary.${state}`, id, { terms: before.terms });
    return { ok: true as const, id };
  });
  await refreshThesaurus();
  return moved;
}

/** From now on searches understand the group: here at once, in other processes within two seconds. */
export const publishGroup = (viewer: Viewer, id: string) => move(viewer, id, 'published');
/** Searches forget the group; it is kept and may be published again. */
export const withdrawGroup = (viewer: Viewer, id: string) => move(viewer, id, 'withdrawn');

/** Puts the reviewed starting groups into an empty table, so that the bureau can edit them; returns how many. */
export async function loadStartingGroups(viewer?: Viewer): Promise<number> {
  const loaded = await write(async (tx) => {
    const [any] = await tx.select({ id: vocabularyGroups.id }).from(vocabularyGroups).limit(1);
    if (any) return 0;
    const at = new Date();
    const rows = startingGroups.map((group) => ({
      ...group,
      searchText: searchText(group),
      state: 'published' as const,
      publishedAt: at,
      publishedById: viewer?.userId ?? null,
      authorId: viewer?.userId ?? null,
    }));
    for (let from = 0; from < rows.length; from += rowsPerInsert)
      await tx.insert(vocabularyGroups).values(rows.slice(from, from + rowsPerInsert));
    if (viewer) await note(tx, viewer, 'vocabulary.loaded', 'all', { groups: rows.length });
    return rows.length;
  });
  await refreshThesaurus();
  return loaded;
}
