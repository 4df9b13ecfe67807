import { aliasedTable, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, organisations, products, scenarios } from '#db/schema';
import { endedLeadStates, openLeadStates } from '#db/schema/words';
import { awaitedSide, type LeadState } from './lead';

export const leadPageSize = 30;
const buyer = aliasedTable(organisations, 'buyer');
const enterprise = aliasedTable(organisations, 'enterprise');

/** All leads: `open`, `ended`, one state or everything; open ones by how long somebody has waited. */
export async function listLeadsForBureau({
  show,
  page,
}: {
  show?: 'open' | 'ended' | LeadState;
  page: number;
}) {
  const states: LeadState[] | undefined =
    show === 'open' ? [...openLeadStates] : show === 'ended' ? [...endedLeadStates] : show && [show];
  const rows = await db
    .select({
      code: leads.code,
      state: leads.state,
      product: products.name,
      scenario: scenarios.title,
      buyer: buyer.name,
      enterprise: enterprise.name,
      lastSide: leads.lastSide,
      waitingSince: leads.waitingSince,
      createdAt: leads.createdAt,
    })
    .from(leads)
    .innerJoin(products, eq(products.id, leads.productId))
    .innerJoin(buyer, eq(buyer.id, leads.buyerId))
    .innerJoin(enterprise, eq(enterprise.id, leads.enterpriseId))
    .leftJoin(scenarios, eq(scenarios.id, leads.scenarioId))
    .where(states && inArray(leads.state, states))
    .orderBy(show === 'open' ? asc(leads.waitingSince) : desc(leads.updatedAt))
    .limit(leadPageSize)
    .offset((page - 1) * leadPageSize);
  const counted = await db.select({ state: leads.state, n: count() }).from(leads).groupBy(leads.state);
  const counts = Object.fromEntries(counted.map(({ state, n }) => [state, n])) as Partial<
    Record<LeadState, number>
  >;
  const sum = (wanted: readonly LeadState[]) =>
    wanted.reduce((total, state) => total + (counts[state] ?? 0), 0);
  const open = sum(openLeadStates);
  const ended = sum(endedLeadStates);
  return {
    rows: rows.map(({ lastSide, ...row }) => ({ ...row, awaiting: awaitedSide(row.state, lastSide) })),
    counts,
    open,
    ended,
    total: states ? sum(states) : open + ended,
  };
}
