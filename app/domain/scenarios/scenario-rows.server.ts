import { eq, inArray, and } from 'drizzle-orm';
import { db, prepared } from '#db/client.server';
import { organisations, publicScenarioStates, scenarios } from '#db/schema';
import { todayOn } from '../calendar';
import { scenarioStatus } from './scenario';
import type { ScenarioRowData } from './scenario-row';

export type { ScenarioRowData };

/** The columns of a row; for selects that join `organisations` on the owner. */
export const scenarioRowColumns = {
  id: scenarios.id,
  code: scenarios.code,
  title: scenarios.title,
  category: scenarios.category,
  organisationName: organisations.name,
  organisationCode: organisations.code,
  district: scenarios.district,
  zone: scenarios.zone,
  cooperationMode: scenarios.cooperationMode,
  budget: scenarios.budget,
  deadlineOn: scenarios.deadlineOn,
  deadlineGranularity: scenarios.deadlineGranularity,
  state: scenarios.state,
};

const publicRows = prepared(({ ids }: { ids: readonly string[] }) =>
  db
    .select(scenarioRowColumns)
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(and(inArray(scenarios.id, ids), inArray(scenarios.state, [...publicScenarioStates]))),
);

/** The public scenarios among these ids, in the order of the ids, in one statement. */
export async function listScenarioRows(
  ids: readonly string[],
  today = todayOn(),
): Promise<ScenarioRowData[]> {
  if (ids.length === 0) return [];
  const rows = await publicRows({ ids });
  const byId = new Map(
    rows.map(({ state, ...row }) => [
      row.id,
      { ...row, status: scenarioStatus(state, row.deadlineOn, today) },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}
