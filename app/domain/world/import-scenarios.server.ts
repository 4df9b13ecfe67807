import { inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { intentions, procurementItems, scenarios } from '#db/schema';
import { todayOn } from '~/domain/calendar';
import type { WorldRows } from './world-file';
import { fenPerWan, type WorldUnit } from './world-unit.server';

/** A list per quarter in which its scenarios opened; reported facts stand in none. */
function listOf(row: WorldRows['scenarios'][number]) {
  if (!row.openDate || row.provenance !== 'illustrative') return undefined;
  return quarterOf(row.openDate);
}

/** The quarter of a day: its year, and the key by which lists and rows name it. */
function quarterOf(on: string) {
  const year = Number(on.slice(0, 4));
  return { year, key: `scenario-list ${year}-${Math.ceil(Number(on.slice(5, 7)) / 3)}` };
}

/** The lists that the scenarios stand in. */
export async function importScenarioLists(w: WorldUnit) {
  const quarters = new Map<string, { year: number; issuedOn: string }>();
  for (const row of w.rows.scenarios) {
    const list = listOf(row);
    if (!list) continue;
    const { key } = list;
    const issuedOn = [quarters.get(key)?.issuedOn ?? row.openDate!, row.openDate!].sort()[0]!;
    quarters.set(key, { year: list.year, issuedOn });
  }
  const there = new Map(
    (await w.importedLists('scenario-list')).map(({ id, issuedOn }) => [quarterOf(issuedOn).key, id]),
  );
  for (const [key, { year, issuedOn }] of [...quarters].sort()) {
    const known = there.get(key);
    if (known) w.publicationIds.set(key, known);
    else {
      const sequence = await w.nextSequence('scenario-list', year);
      await w.publication(key, 'scenario-list', year, sequence, issuedOn, null);
    }
  }
}

/** The scenarios, in the order of their lists. */
export async function importScenarios(w: WorldUnit) {
  await w.each('scenarios', w.rows.scenarios, scenarios, async (s) => {
    const key = listOf(s)?.key;
    const [made] = await w.tx
      .insert(scenarios)
      .values({
        code: s.id,
        title: s.title,
        category: s.category,
        ownerId: w.organisation(s.publisherId),
        district: s.district,
        zone: s.zone,
        background: s.need,
        requirements: s.requirements,
        budget: s.budgetWan === null ? null : Math.round(s.budgetWan * fenPerWan),
        openOn: s.openDate,
        deadlineOn: s.deadline,
        cooperationMode: s.cooperationMode,
        contactDepartment: s.contactDept,
        provenance: s.provenance,
        publicationId: key ? (w.publicationIds.get(key) ?? null) : null,
        rowNumber: key ? await w.nextRow(scenarios, key) : null,
        state: 'published',
        publishedAt: s.openDate ? new Date(`${s.openDate}T09:00:00+08:00`) : new Date(),
      })
      .returning({ id: scenarios.id });
    await enqueueForSearch(w.tx, 'scenario', made!.id);
    return made!.id;
  });
}

/** What buyers plan to procure. */
export async function importIntentions(w: WorldUnit) {
  const codes = new Set(
    (
      await db
        .select({ code: procurementItems.code })
        .from(procurementItems)
        .where(
          inArray(
            procurementItems.code,
            w.rows.leads.flatMap((l) => l.catalogCode2022 ?? []),
          ),
        )
    ).map((r) => r.code),
  );
  await w.each('leads', w.rows.leads, intentions, async (l) => {
    const [made] = await w.tx
      .insert(intentions)
      .values({
        code: l.id,
        buyerId: w.organisation(l.buyerId),
        title: l.title,
        quantity: l.quantity,
        unit: l.unit,
        expectedMonth: l.expectedMonth,
        method: l.method,
        procurementItemCode: l.catalogCode2022 && codes.has(l.catalogCode2022) ? l.catalogCode2022 : null,
        budget: l.budgetWan === null ? null : Math.round(l.budgetWan * fenPerWan),
        scenarioId: l.scenarioId ? w.scenario(l.scenarioId) : null,
        stage: l.stage,
        provenance: l.provenance,
        publishedAt: new Date(`${todayOn()}T09:00:00+08:00`),
      })
      .returning({ id: intentions.id });
    return made!.id;
  });
}
