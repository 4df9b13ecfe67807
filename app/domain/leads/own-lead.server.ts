import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import { leads } from '#db/schema';
import type { LeadViewer } from './queue.server';

/** Why a step with a lead is refused. */
export type StepRefusal =
  /** someone moved it since the viewer's page was made */
  'changed' | 'state' | 'side' | 'before-trial' | 'before-contract' | 'reopened-before' | 'another-open';

/** A lead as it is stored. */
export type Lead = typeof leads.$inferSelect;
type Side = 'buyer' | 'enterprise';
/** The facts of a step, for its event. */
export type Facts = {
  kind?: 'trial_result';
  body?: string | null;
  data?: Record<string, unknown>;
  set?: Partial<Lead>;
  public?: boolean;
};

/** The leads of the viewer's organisation: on its own side only. */
export const ownLeads = (viewer: LeadViewer) =>
  viewer.organisationKind === 'buyer'
    ? eq(leads.buyerId, viewer.organisationId)
    : eq(leads.enterpriseId, viewer.organisationId);

/** On which side of their leads the viewer stands. */
export const sideOf = (viewer: LeadViewer): Side =>
  viewer.organisationKind === 'buyer' ? 'buyer' : 'enterprise';
/** Thrown inside a unit of work, which it undoes. */
export class Refused extends Error {
  constructor(readonly reason: StepRefusal) {
    super(reason);
  }
}

/** The lead with this code when it is the viewer's; read within the unit of work that will change it. */
export async function findOwn(tx: Tx, viewer: LeadViewer, code: string): Promise<Lead | undefined> {
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.code, code), ownLeads(viewer)));
  return lead;
}
