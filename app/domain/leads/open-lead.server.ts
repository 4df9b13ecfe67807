import { and, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { refusal, write, type Tx } from '#db/client.server';
import { leadEvents, leads, organisations, productVersions } from '#db/schema';
import { openLeadStates } from '#db/schema/words';
import { todayOn } from '~/domain/calendar';
import { nextCode } from '~/domain/next-code.server';
import type { LeadViewer } from './queue.server';
import { productText } from './snapshot';
import { tellSide } from './tell.server';
import {
  type EnquiryLead,
  type OpenLeadResult,
  type ResponseLead,
  type Subject,
  enquirySubject,
  responseSubject,
} from './lead-subject.server';

const subjectKeyOf = (productId: string, scenarioId: string | null) => `${productId}:${scenarioId ?? ''}`;

/** Keeps what the product says now, so that the lead goes on pointing at it. */
async function keepVersion(tx: Tx, product: Subject['product']) {
  const [maker] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, product.organisationId));
  await tx
    .insert(productVersions)
    .values({
      productId: product.id,
      version: product.version,
      content: { code: product.code, ...productText(product, maker!.name) },
    })
    .onConflictDoNothing();
}

async function insertLead(
  tx: Tx,
  viewer: LeadViewer,
  origin: 'enquiry' | 'response',
  subject: Subject,
): Promise<string> {
  const code = await nextCode(tx, leads, `L-${todayOn().slice(0, 4)}-`, 4);
  const { product } = subject;
  await keepVersion(tx, product);
  const now = new Date();
  const [lead] = await tx
    .insert(leads)
    .values({
      code,
      buyerId: viewer.organisationId,
      enterpriseId: product.organisationId,
      productId: product.id,
      productVersion: product.version,
      scenarioId: subject.scenarioId,
      offeringId: subject.offeringId,
      responseId: subject.responseId,
      subjectKey: subjectKeyOf(product.id, subject.scenarioId),
      origin,
      openedById: viewer.userId,
      state: 'awaiting_reply',
      purpose: subject.purpose,
      quantity: subject.quantity,
      unit: subject.unit,
      budget: subject.budget,
      neededBy: subject.neededBy,
      lastSide: 'buyer',
      waitingSince: now,
    })
    .returning();
  const leadId = lead!.id;
  await tx.insert(leadEvents).values({
    leadId,
    kind: 'opened',
    side: 'buyer',
    actorId: viewer.userId,
    toState: 'awaiting_reply',
    body: subject.purpose,
    data: { origin, version: 1 },
    at: now,
  });
  await recordAudit(tx, {
    actor: viewer,
    action: 'lead.opened',
    subject: 'lead',
    subjectId: leadId,
    data: { code, product: product.code, origin },
  });
  await tellSide(tx, lead!, 'enterprise', 'opened');
  return code;
}

async function openLeadCode(tx: Tx, viewer: LeadViewer, subject: Subject): Promise<string | undefined> {
  const [open] = await tx
    .select({ code: leads.code })
    .from(leads)
    .where(
      and(
        eq(leads.buyerId, viewer.organisationId),
        eq(leads.enterpriseId, subject.product.organisationId),
        eq(leads.subjectKey, subjectKeyOf(subject.product.id, subject.scenarioId)),
        inArray(leads.state, [...openLeadStates]),
      ),
    );
  return open?.code;
}

/**
 * Opens a procurement lead, which then waits for the enterprise's reply. There is one open lead per
 * buyer, enterprise, product and scenario: a second one (a double submit) answers with the first. What is
 * asked about is read in the same unit of work: what is withdrawn meanwhile opens nothing.
 */
export async function openLead(a: EnquiryLead | ResponseLead): Promise<OpenLeadResult> {
  const { viewer } = a;
  if (viewer.organisationKind !== 'buyer') return { ok: false, reason: 'not-a-buyer' };
  for (let attempt = 0; ; attempt++) {
    try {
      return await write(async (tx): Promise<OpenLeadResult> => {
        const found = a.origin === 'enquiry' ? await enquirySubject(tx, a) : await responseSubject(tx, a);
        if (!found?.ok) return found;
        const open = await openLeadCode(tx, viewer, found.subject);
        if (open) return { ok: true, code: open, already: true };
        return { ok: true, code: await insertLead(tx, viewer, a.origin, found.subject), already: false };
      });
    } catch (error) {
      // Another one opened it, or took the code, at the same moment.
      if (refusal(error)?.kind !== 'unique' || attempt >= 3) throw error;
    }
  }
}
