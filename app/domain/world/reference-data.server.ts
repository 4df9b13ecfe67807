import { write } from '#db/client.server';
import { policies, procurementItems } from '#db/schema';

export type ProcurementItemRow = { code: string; name: string; level: number; parent: string | null };
export type PolicyRow = typeof policies.$inferInsert;
const rowsPerInsert = 500;

/** Loads the procurement catalogue and the policies; rows that are there stay as they are. */
export const loadReferenceData = (items: ProcurementItemRow[], policyRows: PolicyRow[]) =>
  write(async (tx) => {
    for (let i = 0; i < items.length; i += rowsPerInsert)
      await tx
        .insert(procurementItems)
        .values(items.slice(i, i + rowsPerInsert))
        .onConflictDoNothing();
    if (policyRows.length) await tx.insert(policies).values(policyRows).onConflictDoNothing();
  });
