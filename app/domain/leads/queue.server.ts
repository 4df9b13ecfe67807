import { aliasedTable, and, asc, eq, isNull, ne, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, organisations, products, publications, scenarios, users } from '#db/schema';
import { confirmationWaits, turnConditions } from './turn.server';
import type { LeadState } from './lead';

/** Who asks: the part of the session's viewer that this area needs. */
export type LeadViewer = {
  userId: string;
  organisationId: string;
  organisationKind: 'enterprise' | 'buyer' | 'bureau';
};

/** The leads that wait for the viewer's organisation, as a condition. */
export function waitingLeads(viewer: LeadViewer) {
  if (viewer.organisationKind === 'buyer')
    return and(eq(leads.buyerId, viewer.organisationId), turnConditions.buyer());
  return and(
    eq(leads.enterpriseId, viewer.organisationId),
    or(turnConditions.enterprise(), confirmationWaits(viewer.organisationId)),
  );
}

/** How many things wait for the viewer; one statement, because every page of the site shows it. */
export async function countWaiting(viewer: LeadViewer): Promise<number> {
  if (viewer.organisationKind !== 'bureau') return db.$count(leads, waitingLeads(viewer));
  const [row] = await db
    .select({
      publications: db.$count(
        publications,
        and(
          eq(publications.state, 'submitted'),
          or(isNull(publications.authorId), ne(publications.authorId, viewer.userId)),
        ),
      ),
      scenarios: db.$count(
        scenarios,
        and(
          eq(scenarios.state, 'submitted'),
          or(isNull(scenarios.authorId), ne(scenarios.authorId, viewer.userId)),
        ),
      ),
    })
    .from(users)
    .where(eq(users.id, viewer.userId));
  return Number(row?.publications ?? 0) + Number(row?.scenarios ?? 0);
}

export type WaitingLead = {
  code: string;
  state: LeadState;
  productName: string;
  /** the organisation on the other side */
  counterpart: string;
  scenarioTitle: string | null;
  quantity: number | null;
  unit: string | null;
  budget: number | null;
  waitingSince: Date;
};

/** The leads that wait for the viewer's organisation, the longest waiting first. */
export async function listWaitingLeads(viewer: LeadViewer, limit: number): Promise<WaitingLead[]> {
  if (viewer.organisationKind === 'bureau') return [];
  const other = aliasedTable(organisations, 'other');
  return db
    .select({
      code: leads.code,
      state: leads.state,
      productName: products.name,
      counterpart: other.name,
      scenarioTitle: scenarios.title,
      quantity: leads.quantity,
      unit: leads.unit,
      budget: leads.budget,
      waitingSince: leads.waitingSince,
    })
    .from(leads)
    .innerJoin(products, eq(products.id, leads.productId))
    .innerJoin(other, eq(other.id, viewer.organisationKind === 'buyer' ? leads.enterpriseId : leads.buyerId))
    .leftJoin(scenarios, eq(scenarios.id, leads.scenarioId))
    .where(waitingLeads(viewer))
    .orderBy(asc(leads.waitingSince), asc(leads.code))
    .limit(limit);
}
