import { aliasedTable, and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import { audit, organisations, products, publications, recognitions, scenarios, users } from '#db/schema';
import type { PublicationState } from './publication';

export const publicationPageSize = 30;

/** All lists and catalogues in every state, newest first, with how many rows each has. */
export async function listPublicationsForBureau({ state, page }: { state?: PublicationState; page: number }) {
  const where = state && eq(publications.state, state);
  const rows = await db
    .select({
      id: publications.id,
      code: publications.code,
      kind: publications.kind,
      title: publications.title,
      documentNumber: publications.documentNumber,
      issuedOn: publications.issuedOn,
      state: publications.state,
      authorName: users.name,
    })
    .from(publications)
    .leftJoin(users, eq(users.id, publications.authorId))
    .where(where)
    .orderBy(desc(publications.issuedOn), desc(publications.code))
    .limit(publicationPageSize)
    .offset((page - 1) * publicationPageSize);
  const counted = await countRows(rows.map(({ id }) => id));
  const states = await db
    .select({ state: publications.state, n: count() })
    .from(publications)
    .groupBy(publications.state);
  return {
    rows: rows.map(({ id, ...row }) => ({ ...row, rows: counted.get(id) ?? 0 })),
    states: Object.fromEntries(states.map(({ state: each, n }) => [each, n])) as Partial<
      Record<PublicationState, number>
    >,
  };
}

/** The lists of scenarios that a person is drafting, the newest first. */
export const listOwnDraftLists = (userId: string) =>
  db
    .select({ code: publications.code, title: publications.title })
    .from(publications)
    .where(
      and(
        eq(publications.authorId, userId),
        eq(publications.kind, 'scenario-list'),
        eq(publications.state, 'draft'),
      ),
    )
    .orderBy(desc(publications.createdAt), desc(publications.code));

async function countRows(ids: string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map();
  const inScenarios = await db
    .select({ id: scenarios.publicationId, n: count() })
    .from(scenarios)
    .where(inArray(scenarios.publicationId, ids))
    .groupBy(scenarios.publicationId);
  const inRecognitions = await db
    .select({ id: recognitions.publicationId, n: count() })
    .from(recognitions)
    .where(inArray(recognitions.publicationId, ids))
    .groupBy(recognitions.publicationId);
  const counted = new Map<string, number>();
  for (const { id, n } of [...inScenarios, ...inRecognitions])
    if (id) counted.set(id, (counted.get(id) ?? 0) + n);
  return counted;
}

/** One list in any state with its people, rows and history; undefined when there is none of that code. */
export async function findPublicationForBureau(code: string) {
  const author = aliasedTable(users, 'author');
  const publisher = aliasedTable(users, 'publisher');
  const [found] = await db
    .select({
      id: publications.id,
      code: publications.code,
      kind: publications.kind,
      year: publications.year,
      sequence: publications.sequence,
      title: publications.title,
      documentNumber: publications.documentNumber,
      authority: publications.authority,
      issuedOn: publications.issuedOn,
      state: publications.state,
      version: publications.version,
      authorId: publications.authorId,
      authorName: author.name,
      publisherName: publisher.name,
      publishedAt: publications.publishedAt,
    })
    .from(publications)
    .leftJoin(author, eq(author.id, publications.authorId))
    .leftJoin(publisher, eq(publisher.id, publications.publishedById))
    .where(eq(publications.code, code));
  if (!found) return undefined;
  const { id, ...publication } = found;
  const history = await listHistory('publication', id);
  return {
    ...publication,
    scenarios: publication.kind === 'scenario-list' ? await scenarioRows(id) : [],
    products: publication.kind === 'catalogue' ? await productRows(id) : [],
    history,
    /** Why it came back, when it is a draft for that reason. */
    returned: publication.state === 'draft' ? lastReturn(history) : undefined,
  };
}
export type BureauPublication = NonNullable<Awaited<ReturnType<typeof findPublicationForBureau>>>;

const scenarioRows = (publicationId: string) =>
  db
    .select({
      code: scenarios.code,
      rowNumber: scenarios.rowNumber,
      title: scenarios.title,
      category: scenarios.category,
      owner: organisations.name,
      budget: scenarios.budget,
      deadlineOn: scenarios.deadlineOn,
      deadlineGranularity: scenarios.deadlineGranularity,
      state: scenarios.state,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(eq(scenarios.publicationId, publicationId))
    .orderBy(nullsLast(asc(scenarios.rowNumber)), asc(scenarios.createdAt), asc(scenarios.code));

const productRows = (publicationId: string) =>
  db
    .select({
      id: recognitions.id,
      rowNumber: recognitions.rowNumber,
      code: products.code,
      name: products.name,
      kind: recognitions.kind,
      organisation: organisations.name,
      level: recognitions.level,
      certificateNumber: recognitions.certificateNumber,
      validFromOn: recognitions.validFromOn,
      validUntilOn: recognitions.validUntilOn,
    })
    .from(recognitions)
    .innerJoin(products, eq(products.id, recognitions.productId))
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(eq(recognitions.publicationId, publicationId))
    .orderBy(nullsLast(asc(recognitions.rowNumber)), asc(recognitions.createdAt));

export type HistoryEntry = {
  id: string;
  at: Date;
  action: string;
  who: string | null;
  reason: string | null;
};

/** What was done to one thing and by whom, newest first. */
export async function listHistory(subject: string, subjectId: string): Promise<HistoryEntry[]> {
  const rows = await db
    .select({ id: audit.id, at: audit.at, action: audit.action, who: users.name, data: audit.data })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.userId))
    .where(and(eq(audit.subject, subject), eq(audit.subjectId, subjectId)))
    .orderBy(desc(audit.at))
    .limit(50);
  return rows.map(({ data, ...row }) => ({
    ...row,
    reason: typeof data.reason === 'string' ? data.reason : null,
  }));
}

function lastReturn(history: readonly HistoryEntry[]) {
  const last = history.find(({ action }) => action !== 'publication.changed');
  return last?.action === 'publication.returned' ? last : undefined;
}
