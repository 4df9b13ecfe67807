import type { Tx } from './client.server';
import { audit } from './schema';

export type AuditEntry = {
  actor?: { userId: string; organisationId: string };
  /** verb in the past of the trade: `publication.published`, `lead.moved` … */
  action: string;
  subject: string;
  subjectId: string;
  data?: Record<string, unknown>;
};

/** Keeps who did what to which thing, in the same unit of work as the deed. */
export async function recordAudit(tx: Tx, { actor, action, subject, subjectId, data = {} }: AuditEntry) {
  await tx.insert(audit).values({
    userId: actor?.userId ?? null,
    organisationId: actor?.organisationId ?? null,
    action,
    subject,
    subjectId,
    data,
  });
}
