import { and, eq } from 'drizzle-orm';
import { write, type Tx } from '#db/client.server';
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

/**
 * Changes a lead of the viewer's in one unit of work. `version` is the one the viewer saw: of two people who change the
 * same lead one wins, the other is told. What `change` throws as Refused undoes it and comes back as its reason;
 * undefined when there is no such lead of theirs.
 */
export async function changeOwn<T>(
  { viewer, code, version }: { viewer: LeadViewer; code: string; version: number },
  change: (tx: Tx, lead: Lead) => Promise<T>,
): Promise<T | { ok: false; reason: StepRefusal } | undefined> {
  try {
    return await write(async (tx) => {
      const lead = await findOwn(tx, viewer, code);
      if (lead && lead.version !== version) throw new Refused('changed');
      return lead && change(tx, lead);
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}
