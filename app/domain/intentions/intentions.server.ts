import { and, asc, count, desc, eq, gte, inArray, type SQL } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import { intentions, organisations, procurementItems, publicScenarioStates, scenarios } from '#db/schema';

/** A public plan to procure. Budget in fen, null when none was said; month as YYYY-MM. */
export interface IntentionRowData {
  code: string;
  title: string;
  organisationName: string;
  district: string | null;
  method: string | null;
  budget: number | null;
  expectedMonth: string | null;
  stage: string;
}

const rowColumns = {
  code: intentions.code,
  title: intentions.title,
  organisationName: organisations.name,
  district: organisations.district,
  method: intentions.method,
  budget: intentions.budget,
  expectedMonth: intentions.expectedMonth,
  stage: intentions.stage,
};

export interface IntentionFilter {
  stages?: readonly string[];
  methods?: readonly string[];
  districts?: readonly string[];
}

function matching(filter: IntentionFilter): SQL | undefined {
  const { stages = [], methods = [], districts = [] } = filter;
  return and(
    stages.length ? inArray(intentions.stage, [...stages]) : undefined,
    methods.length ? inArray(intentions.method, [...methods]) : undefined,
    districts.length ? inArray(organisations.district, [...districts]) : undefined,
  );
}

/** One page of the intentions, those expected first coming first, with how many there are in all. */
export async function listIntentions(filter: IntentionFilter, page: number, pageSize: number) {
  const where = matching(filter);
  const rows: IntentionRowData[] = await db
    .select(rowColumns)
    .from(intentions)
    .innerJoin(organisations, eq(organisations.id, intentions.buyerId))
    .where(where)
    .orderBy(nullsLast(asc(intentions.expectedMonth)), asc(intentions.code))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [all] = await db
    .select({ n: count() })
    .from(intentions)
    .innerJoin(organisations, eq(organisations.id, intentions.buyerId))
    .where(where);
  return { total: all?.n ?? 0, rows };
}

/** How many intentions there are of each stage, method and district, with the other choices applied. */
export async function countIntentionChoices(filter: IntentionFilter) {
  const rows = await db
    .select({
      stage: intentions.stage,
      method: intentions.method,
      district: organisations.district,
      n: count(),
    })
    .from(intentions)
    .innerJoin(organisations, eq(organisations.id, intentions.buyerId))
    .groupBy(intentions.stage, intentions.method, organisations.district);
  type Row = (typeof rows)[number];
  const chosen: Record<'stage' | 'method' | 'district', readonly string[]> = {
    stage: filter.stages ?? [],
    method: filter.methods ?? [],
    district: filter.districts ?? [],
  };
  const counts = (own: keyof typeof chosen) => {
    const others = (Object.keys(chosen) as (keyof typeof chosen)[]).filter((key) => key !== own);
    const fits = (row: Row) =>
      others.every((key) => chosen[key].length === 0 || chosen[key].includes(row[key] ?? ''));
    const sums = new Map<string, number>();
    for (const row of rows) {
      const value = row[own];
      if (value) sums.set(value, (sums.get(value) ?? 0) + (fits(row) ? row.n : 0));
    }
    return [...sums]
      .map(([value, n]) => ({ value, count: n }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  };
  return { stages: counts('stage'), methods: counts('method'), districts: counts('district') };
}

/** The intentions still ahead, those published last first. */
export async function listComingIntentions(limit: number, today: string) {
  const rows: IntentionRowData[] = await db
    .select(rowColumns)
    .from(intentions)
    .innerJoin(organisations, eq(organisations.id, intentions.buyerId))
    .where(gte(intentions.expectedMonth, today.slice(0, 7)))
    .orderBy(desc(intentions.publishedAt), nullsLast(asc(intentions.expectedMonth)), asc(intentions.code))
    .limit(limit);
  return rows;
}

/** One intention with its buyer, its procurement item and its public scenario; undefined when there is none. */
export async function findIntention(code: string) {
  const [row] = await db
    .select({
      ...rowColumns,
      organisationCode: organisations.code,
      organisationCategory: organisations.category,
      procurementItemCode: intentions.procurementItemCode,
      procurementItemName: procurementItems.name,
      quantity: intentions.quantity,
      unit: intentions.unit,
      provenance: intentions.provenance,
      publishedAt: intentions.publishedAt,
      scenarioId: scenarios.id,
      scenarioCode: scenarios.code,
      scenarioTitle: scenarios.title,
    })
    .from(intentions)
    .innerJoin(organisations, eq(organisations.id, intentions.buyerId))
    .leftJoin(procurementItems, eq(procurementItems.code, intentions.procurementItemCode))
    .leftJoin(
      scenarios,
      and(eq(scenarios.id, intentions.scenarioId), inArray(scenarios.state, [...publicScenarioStates])),
    )
    .where(eq(intentions.code, code));
  return row;
}
