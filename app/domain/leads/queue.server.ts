import { aliasedTable, and, asc, eq, lt, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, organisations, products, purchases, scenarios } from '#db/schema';
import { addDays, dayOf, startOfDay } from '~/domain/calendar';
import { addWorkingDays, workingDaysBefore } from '~/domain/working-days';
import { env } from '~/env.server';
import { confirmationWaits, turnConditions } from './turn.server';
import { answerOwedStates, type LeadState } from './lead';

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

/** The leads in which somebody has waited for that many working days by `today`. */
export const waitedFor = (days: number, today: string) =>
  lt(leads.waitingSince, startOfDay(addDays(workingDaysBefore(today, days), 1)));

/** The day on which a lead lapses when nobody answers, `YYYY-MM-DD`; null while no answer is owed. */
export const lapseDay = ({ state, waitingSince }: { state: LeadState; waitingSince: Date }) =>
  (answerOwedStates as readonly LeadState[]).includes(state)
    ? addWorkingDays(dayOf(waitingSince), env.LEAD_LAPSE_DAYS)
    : null;

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
  /** whether the enterprise stands by the recorded contract; null without one */
  confirmation: 'unconfirmed' | 'confirmed' | 'disputed' | null;
  /** until when the enterprise is asked to confirm the contract, for the enterprise */
  confirmByOn: string | null;
};

/** The leads that wait for the viewer's organisation, the longest waiting first. */
export async function listWaitingLeads(viewer: LeadViewer, limit: number): Promise<WaitingLead[]> {
  if (viewer.organisationKind === 'bureau') return [];
  const other = aliasedTable(organisations, 'other');
  const rows = await db
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
      confirmation: purchases.confirmation,
      confirmByOn: purchases.confirmByOn,
    })
    .from(leads)
    .innerJoin(products, eq(products.id, leads.productId))
    .innerJoin(other, eq(other.id, viewer.organisationKind === 'buyer' ? leads.enterpriseId : leads.buyerId))
    .leftJoin(scenarios, eq(scenarios.id, leads.scenarioId))
    .leftJoin(purchases, eq(purchases.leadId, leads.id))
    .where(waitingLeads(viewer))
    .orderBy(asc(leads.waitingSince), asc(leads.code))
    .limit(limit);
  const asksToConfirm = ({ confirmation }: (typeof rows)[number]) =>
    viewer.organisationKind === 'enterprise' && confirmation === 'unconfirmed';
  return rows.map((row) => ({ ...row, confirmByOn: asksToConfirm(row) ? row.confirmByOn : null }));
}
