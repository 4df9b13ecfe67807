import { aliasedTable, and, asc, count, desc, eq, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { contains } from '#db/like';
import { leads, organisations, publications, responses, scenarios, users } from '#db/schema';
import { listHistory } from '~/domain/publications/bureau-publications.server';
import type { ScenarioState } from './scenario';
import { scenarioText } from './scenario-text.server';

export const scenarioPageSize = 30;

export type ScenarioQuery = { state?: ScenarioState; publication?: string; q?: string; page: number };

/** Scenarios in every state; `q` looks in titles and codes, `publication` is a list's code. */
export async function listScenariosForBureau({ state, publication, q, page }: ScenarioQuery) {
  const scope = and(
    publication ? eq(publications.code, publication) : undefined,
    q ? or(contains(scenarios.title, q), contains(scenarios.code, q)) : undefined,
  );
  const rows = await db
    .select({
      code: scenarios.code,
      title: scenarios.title,
      category: scenarios.category,
      owner: organisations.name,
      publicationCode: publications.code,
      budget: scenarios.budget,
      deadlineOn: scenarios.deadlineOn,
      deadlineGranularity: scenarios.deadlineGranularity,
      state: scenarios.state,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .leftJoin(publications, eq(publications.id, scenarios.publicationId))
    .where(and(scope, state && eq(scenarios.state, state)))
    .orderBy(desc(scenarios.updatedAt), asc(scenarios.code))
    .limit(scenarioPageSize)
    .offset((page - 1) * scenarioPageSize);
  const counts = await db
    .select({ state: scenarios.state, n: count() })
    .from(scenarios)
    .leftJoin(publications, eq(publications.id, scenarios.publicationId))
    .where(scope)
    .groupBy(scenarios.state);
  const states = Object.fromEntries(counts.map((each) => [each.state, each.n])) as Partial<
    Record<ScenarioState, number>
  >;
  const all = counts.reduce((sum, each) => sum + each.n, 0);
  return { rows, states, all, total: state ? (states[state] ?? 0) : all };
}

/** The lists one can filter by, newest first. */
export const listPublicationChoices = () =>
  db
    .select({ code: publications.code, title: publications.title })
    .from(publications)
    .where(eq(publications.kind, 'scenario-list'))
    .orderBy(desc(publications.issuedOn), desc(publications.code))
    .limit(100);

/** One scenario in any state with its people, its list and what has come of it; undefined when there is none. */
export async function findScenarioForBureau(code: string) {
  const author = aliasedTable(users, 'author');
  const publisher = aliasedTable(users, 'publisher');
  const [found] = await db
    .select({
      id: scenarios.id,
      ...scenarioText,
      ownerName: organisations.name,
      ownerCode: organisations.code,
      version: scenarios.version,
      authorId: scenarios.authorId,
      authorName: author.name,
      publisherName: publisher.name,
      publicationCode: publications.code,
      publicationTitle: publications.title,
      publicationState: publications.state,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .leftJoin(publications, eq(publications.id, scenarios.publicationId))
    .leftJoin(author, eq(author.id, scenarios.authorId))
    .leftJoin(publisher, eq(publisher.id, scenarios.publishedById))
    .where(eq(scenarios.code, code));
  if (!found) return undefined;
  const { id, ...scenario } = found;
  const [answered] = await db
    .select({ n: count() })
    .from(responses)
    .where(and(eq(responses.scenarioId, id), eq(responses.state, 'submitted')));
  const [opened] = await db.select({ n: count() }).from(leads).where(eq(leads.scenarioId, id));
  return {
    ...scenario,
    responses: answered?.n ?? 0,
    leads: opened?.n ?? 0,
    history: await listHistory('scenario', id),
  };
}
export type BureauScenario = NonNullable<Awaited<ReturnType<typeof findScenarioForBureau>>>;

/** Buyers that may own a scenario, to choose from. */
export const listBuyerChoices = () =>
  db
    .select({ code: organisations.code, name: organisations.name, category: organisations.category })
    .from(organisations)
    .where(eq(organisations.kind, 'buyer'))
    .orderBy(asc(organisations.name))
    .limit(2000);
