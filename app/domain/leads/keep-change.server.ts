import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import type { Tx } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { leadEvents, leads } from '#db/schema';
import type { LeadState } from './lead';
import { Refused, sideOf, type Lead } from './own-lead.server';
import type { LeadViewer } from './queue.server';
import { tellSide, type LeadNews } from './tell.server';

/** A change of a lead with everything that is kept of it. */
export type Change = {
  /** who made it; left out for the clock */
  viewer?: LeadViewer;
  set?: Partial<Lead>;
  kind: (typeof leadEvents.$inferInsert)['kind'];
  move?: { from: LeadState; to: LeadState };
  body?: string | null;
  data?: Record<string, unknown>;
  /** what the audit calls it */
  action: string;
  news: LeadNews;
  /** it shows on the public page of the product */
  public?: boolean;
};

/**
 * Keeps a change of the lead as it was read in this unit of work: the row if nobody else was faster (else `changed` is
 * thrown), its event, the audit, what the search has to learn, and the mails to whoever did not make it.
 */
export async function keepChange(tx: Tx, lead: Lead, change: Change): Promise<void> {
  const now = new Date();
  const version = lead.version + 1;
  const { viewer, move } = change;
  const side = viewer ? sideOf(viewer) : 'system';
  const moved = await tx
    .update(leads)
    .set({
      ...change.set,
      ...(move ? { state: move.to, lastSide: side, waitingSince: now, remindedDays: 0 } : {}),
      updatedAt: now,
      version,
    })
    .where(and(eq(leads.id, lead.id), eq(leads.version, lead.version)))
    .returning({ id: leads.id });
  if (moved.length === 0) throw new Refused('changed');
  await tx.insert(leadEvents).values({
    leadId: lead.id,
    kind: change.kind,
    side,
    actorId: viewer?.userId ?? null,
    fromState: move?.from ?? null,
    toState: move?.to ?? null,
    body: change.body ?? null,
    data: { ...change.data, version },
    at: now,
  });
  if (change.public) await enqueueForSearch(tx, 'product', lead.productId);
  await recordAudit(tx, {
    actor: viewer,
    action: change.action,
    subject: 'lead',
    subjectId: lead.id,
    data: { code: lead.code, ...(move ? { move: change.data?.move, ...move } : {}) },
  });
  if (side !== 'buyer') await tellSide(tx, lead, 'buyer', change.news);
  if (side !== 'enterprise') await tellSide(tx, lead, 'enterprise', change.news);
}
