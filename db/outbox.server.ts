import type { Tx } from './client.server';
import { searchOutbox } from './schema';

/** Notes in the same unit of work that the search index has to look at this row again. */
export async function enqueueForSearch(tx: Tx, type: 'product' | 'scenario', ...entityIds: string[]) {
  if (!entityIds.length) return;
  await tx.insert(searchOutbox).values(entityIds.map((entityId) => ({ type, entityId })));
  (globalThis as { __searchOutboxWake?: () => void }).__searchOutboxWake?.();
}
