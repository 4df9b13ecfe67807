import { eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { write } from '#db/client.server';
import { leadEvents, leads } from '#db/schema';
import { mayWriteLetters } from './lead';
import type { LeadViewer } from './queue.server';
import { findOwn, sideOf } from './own-lead.server';
import { tellSide } from './tell.server';

/** Adds a letter to a lead that both sides have agreed to talk about. Letters never collide with moves. */
export async function writeLetter({
  viewer,
  code,
  body,
}: {
  viewer: LeadViewer;
  code: string;
  body: string;
}): Promise<{ ok: true } | { ok: false; reason: 'state' } | undefined> {
  if (viewer.organisationKind === 'bureau') return undefined;
  const side = sideOf(viewer);
  return write(async (tx) => {
    const lead = await findOwn(tx, viewer, code);
    if (!lead) return undefined;
    if (!mayWriteLetters(lead.state)) return { ok: false as const, reason: 'state' as const };
    const now = new Date();
    await tx.insert(leadEvents).values({
      leadId: lead.id,
      kind: 'message',
      side,
      actorId: viewer.userId,
      body,
      data: { version: lead.version },
      at: now,
    });
    const turnChanges = lead.state === 'in_contact' && lead.lastSide !== side;
    await tx
      .update(leads)
      .set(
        turnChanges
          ? { lastSide: side, waitingSince: now, remindedDays: 0, updatedAt: now }
          : { updatedAt: now },
      )
      .where(eq(leads.id, lead.id));
    await recordAudit(tx, {
      actor: viewer,
      action: 'lead.letter',
      subject: 'lead',
      subjectId: lead.id,
      data: { code },
    });
    await tellSide(tx, lead, side === 'buyer' ? 'enterprise' : 'buyer', 'letter');
    return { ok: true as const };
  });
}
