import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '#db/client.server';
import { leadEvents, leads, organisations, products, purchases, scenarios, trials, users } from '#db/schema';
import { endedLeadStates, openLeadStates } from '#db/schema/words';
import { awaitedSide, type LeadState } from './lead';

export const leadPageSize = 30;
const buyer = alias(organisations, 'buyer');
const enterprise = alias(organisations, 'enterprise');

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

/** One lead with everything both sides see; undefined when there is none of that code. */
export async function findLeadForBureau(code: string) {
  const [found] = await db
    .select({
      id: leads.id,
      code: leads.code,
      origin: leads.origin,
      state: leads.state,
      purpose: leads.purpose,
      quantity: leads.quantity,
      unit: leads.unit,
      budget: leads.budget,
      neededBy: leads.neededBy,
      method: leads.method,
      plannedMonth: leads.plannedMonth,
      procurementBudget: leads.procurementBudget,
      reason: leads.reason,
      reasonNote: leads.reasonNote,
      contactsShared: leads.contactsShared,
      lastSide: leads.lastSide,
      waitingSince: leads.waitingSince,
      createdAt: leads.createdAt,
      productCode: products.code,
      productName: products.name,
      productState: products.state,
      scenarioCode: scenarios.code,
      scenarioTitle: scenarios.title,
      buyerCode: buyer.code,
      buyerName: buyer.name,
      enterpriseCode: enterprise.code,
      enterpriseName: enterprise.name,
    })
    .from(leads)
    .innerJoin(products, eq(products.id, leads.productId))
    .innerJoin(buyer, eq(buyer.id, leads.buyerId))
    .innerJoin(enterprise, eq(enterprise.id, leads.enterpriseId))
    .leftJoin(scenarios, eq(scenarios.id, leads.scenarioId))
    .where(eq(leads.code, code));
  if (!found) return undefined;
  const { id, lastSide, ...lead } = found;
  const events = await db
    .select({
      id: leadEvents.id,
      kind: leadEvents.kind,
      side: leadEvents.side,
      who: users.name,
      fromState: leadEvents.fromState,
      toState: leadEvents.toState,
      body: leadEvents.body,
      at: leadEvents.at,
    })
    .from(leadEvents)
    .leftJoin(users, eq(users.id, leadEvents.actorId))
    .where(eq(leadEvents.leadId, id))
    .orderBy(desc(leadEvents.at));
  const [purchase] = await db
    .select({
      state: purchases.state,
      method: purchases.method,
      contractNumber: purchases.contractNumber,
      amount: purchases.amount,
      contractedOn: purchases.contractedOn,
      acceptedOn: purchases.acceptedOn,
      acceptanceEvidence: purchases.acceptanceEvidence,
      confirmation: purchases.confirmation,
      disputeNote: purchases.disputeNote,
    })
    .from(purchases)
    .where(eq(purchases.leadId, id));
  const tried = await db
    .select({
      id: trials.id,
      site: trials.site,
      startedOn: trials.startedOn,
      endedOn: trials.endedOn,
      result: trials.result,
      note: trials.note,
    })
    .from(trials)
    .where(eq(trials.leadId, id))
    .orderBy(desc(trials.startedOn));
  return { ...lead, awaiting: awaitedSide(lead.state, lastSide), events, purchase, trials: tried };
}
