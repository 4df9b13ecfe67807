import { and, asc, eq, gt, gte, inArray, type SQL } from 'drizzle-orm';
import { db, prepared } from '#db/client.server';
import {
  organisations,
  productScenarios,
  products,
  publications,
  publicScenarioStates,
  scenarios,
} from '#db/schema';
import { batchFacts } from './batch';
import { calledMarks } from './called.server';
import {
  dayNumber,
  groupBy,
  publicIdsAfter,
  type Facts,
  type Item,
  marksOf,
  type ItemSource,
} from './item.server';
import { fold, wordsOf } from './text.server';

const publicStates = new Set<string>(publicScenarioStates);
// Asked of the rows, not of SQL, whenever ids are at hand: SQLite would walk the index of states instead of the ids.
const isPublic = (row: { state: string }) => publicStates.has(row.state);

const factColumns = {
  id: scenarios.id,
  code: scenarios.code,
  title: scenarios.title,
  category: scenarios.category,
  district: scenarios.district,
  zone: scenarios.zone,
  budget: scenarios.budget,
  state: scenarios.state,
  deadlineOn: scenarios.deadlineOn,
  publishedAt: scenarios.publishedAt,
  createdAt: scenarios.createdAt,
  year: publications.year,
  sequence: publications.sequence,
};
/** A scenario's list. Drafts of lists are nobody's business. */
const itsList = and(eq(publications.id, scenarios.publicationId), eq(publications.state, 'published'));

type FactRow = {
  id: string;
  code: string;
  title: string;
  category: string;
  district: string | null;
  zone: string | null;
  budget: number | null;
  state: string;
  deadlineOn: string | null;
  publishedAt: Date | null;
  createdAt: Date;
  year: number | null;
  sequence: number | null;
};
const factsOf = (row: FactRow): Facts => ({
  id: row.id,
  code: row.code,
  title: row.title,
  category: [row.category],
  district: row.district ?? undefined,
  zone: row.zone ?? undefined,
  budget: row.budget ?? undefined,
  openUntil: row.state === 'published' && row.deadlineOn ? dayNumber(row.deadlineOn) : 0,
  publishedAt: (row.publishedAt ?? row.createdAt).getTime(),
  ...(row.year !== null && row.sequence !== null
    ? batchFacts([{ year: row.year, sequence: row.sequence }])
    : {}),
});

async function facts(where?: SQL): Promise<Facts[]> {
  const rows = await db
    .select(factColumns)
    .from(scenarios)
    .leftJoin(publications, itsList)
    .where(where ?? inArray(scenarios.state, [...publicScenarioStates]));
  return rows.filter(isPublic).map(factsOf);
}

const headsOf = prepared(({ ids }: { ids: readonly string[] }) =>
  db
    .select({ id: scenarios.id, code: scenarios.code, title: scenarios.title, state: scenarios.state })
    .from(scenarios)
    .where(inArray(scenarios.id, ids)),
);

async function items(ids: readonly string[]): Promise<Item[]> {
  const all = await db
    .select({
      facts: factColumns,
      background: scenarios.background,
      outcome: scenarios.outcome,
      requirements: scenarios.requirements,
      scale: scenarios.scale,
      cooperationMode: scenarios.cooperationMode,
      owner: organisations.name,
      shortName: organisations.shortName,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .leftJoin(publications, itsList)
    .where(inArray(scenarios.id, [...ids]));
  const rows = all.filter((row) => isPublic(row.facts));
  const links = await db
    .select({ scenarioId: productScenarios.scenarioId, title: products.name })
    .from(productScenarios)
    .innerJoin(products, eq(products.id, productScenarios.productId))
    .where(
      and(
        inArray(
          productScenarios.scenarioId,
          rows.map((row) => row.facts.id),
        ),
        eq(products.state, 'published'),
      ),
    )
    .orderBy(products.code);
  const linked = groupBy(links, (link) => link.scenarioId);
  return rows.map((row) => {
    const base = factsOf(row.facts);
    const text = {
      name: fold(base.title),
      org: fold(`${row.owner} ${row.shortName}`),
      cat: fold(
        ['应用场景', row.facts.category, row.scale, base.district, base.zone, row.cooperationMode]
          .filter(Boolean)
          .join(' '),
      ),
      specs: fold(row.requirements.join(' ')),
      summary: fold(`${row.background} ${row.outcome ?? ''}`),
      linked: fold((linked.get(base.id) ?? []).map((link) => link.title).join(' ')),
    };
    const called = calledMarks({ name: [base.title] });
    const marks = [marksOf([text.name, text.specs, text.summary], []), ...called].join(' ');
    const words = wordsOf(`${Object.values(text).join(' ')} ${marks} ${fold(base.code)}`, 'stored');
    return { type: 'scenario' as const, ...base, text: { ...text, marks }, words };
  });
}

/** Scenarios: what of them is searched, filtered and sorted. A withdrawn one keeps its page but is not found. */
export const scenarioSource: ItemSource = {
  type: 'scenario',
  index: 'scenarios',
  facts,
  items,
  idsAfter: (first, most) =>
    publicIdsAfter(first, most, async (after, limit) => {
      const rows = await db
        .select({ id: scenarios.id, state: scenarios.state })
        .from(scenarios)
        .where(gt(scenarios.id, after))
        .orderBy(asc(scenarios.id))
        .limit(limit);
      return rows.map((row) => ({ id: row.id, isPublic: isPublic(row) }));
    }),
  async published(ids) {
    const rows = await headsOf({ ids });
    return new Map(rows.filter(isPublic).map(({ id, code, title }) => [id, { code, title }]));
  },
  async changedSince(at) {
    const rows = await db.select({ id: scenarios.id }).from(scenarios).where(gte(scenarios.updatedAt, at));
    return rows.map((row) => row.id);
  },
};
