import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { leadEvents, leads } from '#db/schema';
import { answerPurchase } from '~/domain/purchases/record-purchase.server';
import type { LeadViewer } from './queue.server';
import { Refused, findOwn } from './own-lead.server';

/** The enterprise confirms the contract that the buyer recorded, or says what is wrong with it. */
export async function answerContract({
  viewer,
  code,
  version,
  verdict,
  note,
}: {
  viewer: LeadViewer;
  code: string;
  version: number;
  verdict: 'confirmed' | 'disputed';
  note: string | null;
}): Promise<{ ok: true } | { ok: false; reason: 'changed' | 'state' } | undefined> {
  if (viewer.organisationKind !== 'enterprise') return undefined;
  try {
    return await write(async (tx) => {
      const lead = await findOwn(tx, viewer, code);
      if (!lead) return undefined;
      if (lead.version !== version) throw new Refused('changed');
      const changed = await answerPurchase(tx, {
        leadId: lead.id,
        enterpriseId: viewer.organisationId,
        verdict,
        note,
      });
      if (!changed) throw new Refused('state');
      const now = new Date();
      const moved = await tx
        .update(leads)
        .set({ version: version + 1, updatedAt: now })
        .where(and(eq(leads.id, lead.id), eq(leads.version, version)))
        .returning({ id: leads.id });
      if (moved.length === 0) throw new Refused('changed');
      await tx.insert(leadEvents).values({
        leadId: lead.id,
        kind: verdict,
        side: 'enterprise',
        actorId: viewer.userId,
        body: note,
        data: { version: version + 1 },
        at: now,
      });
      await enqueueForSearch(tx, 'product', lead.productId);
      await recordAudit(tx, {
        actor: viewer,
        action: `purchase.${verdict}`,
        subject: 'lead',
        subjectId: lead.id,
        data: { code },
      });
      return { ok: true as const };
    });
  } catch (error) {
    if (error instanceof Refused)
      return { ok: false, reason: error.reason === 'changed' ? 'changed' : 'state' };
    throw error;
  }
}
