import { and, eq, inArray, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, productScenarios, scenarios } from '#db/schema';
import { publicScenarioStates } from '#db/schema/words';
import { find } from '#search/find.server';
import { todayOn } from '../calendar';
import type { Specification } from '../products/product';
import { scenarioStatus } from '../scenarios/scenario';
import type { ScenarioRowData } from '../scenarios/scenario-row';
import { scenarioRowColumns } from '../scenarios/scenario-rows.server';
import { checkRequirements, type RequirementCheck } from './check-requirements';
import { nearHits, type MatchReason } from './match';

const candidates = 12;

/** What a product says that needs are held against. */
export interface Supply {
  id: string;
  name: string;
  intendedCategories: readonly string[];
  specifications: readonly Specification[];
}

/** An open scenario with why the product may suit it, and the requirements whose numbers it answers. */
export type ScenarioMatch = ScenarioRowData & { reasons: MatchReason[]; checks: RequirementCheck[] };

/**
 * The scenarios open to a product, the likeliest first: those it is linked to, then those that a search for its name
 * finds, the ones of its categories before others; and the linked ones that are not open any more. One statement.
 */
export async function matchScenarios(
  { id, name, intendedCategories, specifications }: Supply,
  limit: number,
  today = todayOn(),
): Promise<{
  open: ScenarioMatch[];
  ended: { code: string; title: string; status: ScenarioRowData['status'] }[];
}> {
  const filters = { status: ['open' as const] };
  const similar = nearHits(
    await find({ type: 'scenario', q: name, filters, limit: candidates, check: false }),
  );
  const rows = await listCandidates(id, [...similar.keys()]);
  const told = rows.map(({ state, linked, requirements, ...row }) => {
    const fits = intendedCategories.includes(row.category);
    const hit = similar.get(row.id);
    const reasons: MatchReason[] = [];
    if (linked) reasons.push({ kind: 'linked' });
    if (fits) reasons.push({ kind: 'category', category: row.category });
    reasons.push(...(hit?.reasons ?? []));
    return {
      row: {
        ...row,
        status: scenarioStatus(state, row.deadlineOn, today),
        reasons,
        checks: checkRequirements(requirements, specifications),
      },
      linked: linked !== null,
      order: (linked ? 0 : 100) + (fits ? 0 : 10) + (hit?.place ?? candidates),
    };
  });
  // Of one place: what closes sooner.
  const byDeadline = (a: ScenarioRowData, b: ScenarioRowData) =>
    (a.deadlineOn ?? '') < (b.deadlineOn ?? '') ? -1 : a.code < b.code ? -1 : 1;
  told.sort((a, b) => a.order - b.order || byDeadline(a.row, b.row));
  return {
    open: told
      .filter(({ row }) => row.status === 'open')
      .slice(0, limit)
      .map(({ row }) => row),
    ended: told
      .filter(({ row, linked }) => linked && row.status !== 'open')
      .map(({ row: { code, title, status } }) => ({ code, title, status })),
  };
}

/** Public scenarios among these ids or linked to the product. */
async function listCandidates(productId: string, ids: readonly string[]) {
  const ofProduct = eq(productScenarios.productId, productId);
  const rows = await db
    .select({
      ...scenarioRowColumns,
      requirements: scenarios.requirements,
      linked: productScenarios.productId,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .leftJoin(productScenarios, and(eq(productScenarios.scenarioId, scenarios.id), ofProduct))
    .where(
      or(
        inArray(scenarios.id, [...ids]),
        inArray(
          scenarios.id,
          db.select({ id: productScenarios.scenarioId }).from(productScenarios).where(ofProduct),
        ),
      ),
    );
  // Asked of the rows: SQLite would walk the index of states instead of the ids.
  return rows.filter(({ state }) => (publicScenarioStates as readonly string[]).includes(state));
}
