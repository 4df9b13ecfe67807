import { aliasedTable, and, asc, eq, gt, inArray, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import { db, write, type Tx } from './client.server';
import { processId } from './once.server';
import { counters, productScenarios, searchOutbox } from './schema';
import { dialect } from './schema/kit';

/** Notes in the same unit of work that the search index has to look at this row again. */
export async function enqueueForSearch(tx: Tx, type: 'product' | 'scenario', ...entityIds: string[]) {
  if (!entityIds.length) return;
  await tx.insert(searchOutbox).values(entityIds.map((entityId) => ({ type, entityId })));
  (globalThis as { __searchOutboxWake?: () => void }).__searchOutboxWake?.();
}

/**
 * The same for items whose name changed or that came or went: a product's scenarios hold its name in what is searched,
 * and a scenario's products hold its title.
 */
export async function enqueueWithLinked(tx: Tx, type: 'product' | 'scenario', ...entityIds: string[]) {
  await enqueueForSearch(tx, type, ...entityIds);
  const { productId, scenarioId } = productScenarios;
  const [own, other] = type === 'product' ? [productId, scenarioId] : [scenarioId, productId];
  const linked = await tx.selectDistinct({ id: other }).from(productScenarios).where(inArray(own, entityIds));
  await enqueueForSearch(tx, type === 'product' ? 'scenario' : 'product', ...linked.map((row) => row.id));
}

export type OutboxRow = { seq: number; type: 'product' | 'scenario'; entityId: string; attempts: number };
const claimMs = 15_000;
const counter = 'search';
const these = (rows: readonly { seq: number }[]) =>
  inArray(
    searchOutbox.seq,
    rows.map((row) => row.seq),
  );
const mine = (rows: readonly OutboxRow[]) => and(these(rows), eq(searchOutbox.claimedBy, processId));

/** Rows whose time has come and that nobody has in hand; `forWords`: only those without stored words. */
const waiting = (forWords: boolean, now: Date) =>
  and(
    or(isNull(searchOutbox.notBefore), lte(searchOutbox.notBefore, now)),
    or(isNull(searchOutbox.claimedUntil), lte(searchOutbox.claimedUntil, now)),
    forWords ? eq(searchOutbox.wordsStored, false) : undefined,
  );

/**
 * Takes up to `most` rows in hand, the oldest first: for a quarter of a minute, and longer by `keepClaim`, no other process gets
 * them, nor later rows of the same item, so that what is written about an item is in order.
 */
export async function claimOutbox(forWords: boolean, most: number): Promise<OutboxRow[]> {
  // Mostly nothing waits: that is seen without writing.
  const some = db.select({ seq: searchOutbox.seq }).from(searchOutbox);
  if (!(await some.where(waiting(forWords, new Date())).limit(1)).length) return [];
  return write(async (tx) => {
    const now = new Date();
    const held = aliasedTable(searchOutbox, 'held');
    const sameItem = and(eq(held.type, searchOutbox.type), eq(held.entityId, searchOutbox.entityId));
    const inHand = tx
      .select({ one: sql`1` })
      .from(held)
      .where(and(sameItem, gt(held.claimedUntil, now)));
    const query = tx
      .select({
        seq: searchOutbox.seq,
        type: searchOutbox.type,
        entityId: searchOutbox.entityId,
        attempts: searchOutbox.attempts,
      })
      .from(searchOutbox)
      .where(and(waiting(forWords, now), notExists(inHand)))
      .orderBy(asc(searchOutbox.seq))
      .limit(most);
    // SQLite has one writer at a time; on PostgreSQL a row that another process is just taking is left to it.
    const rows = await (dialect === 'postgresql' ? query.for('update', { skipLocked: true }) : query);
    const claim = { claimedBy: processId, claimedUntil: new Date(now.getTime() + claimMs) };
    if (rows.length) await tx.update(searchOutbox).set(claim).where(these(rows));
    return rows;
  });
}

/** Keeps rows in hand as long again. */
export const keepClaim = (rows: readonly OutboxRow[]) =>
  write(async (tx) => {
    const claimedUntil = new Date(Date.now() + claimMs);
    await tx.update(searchOutbox).set({ claimedUntil }).where(mine(rows));
  });

type Outcome = Partial<
  Pick<typeof searchOutbox.$inferInsert, 'wordsStored' | 'attempts' | 'notBefore' | 'failure'>
>;
/** Puts rows back with what has become of them; rows that another process has taken meanwhile are left alone. */
export const putBack = (rows: readonly OutboxRow[], outcome: Outcome = {}) =>
  write(async (tx) => {
    await tx
      .update(searchOutbox)
      .set({ ...outcome, claimedBy: null, claimedUntil: null })
      .where(mine(rows));
  });

/** Takes rows off the list: the index and the stored words know what they say. */
export const settle = (rows: readonly OutboxRow[]) =>
  write(async (tx) => {
    await tx.delete(searchOutbox).where(mine(rows));
    await countSearchChange(tx);
  });

/** Lets the other processes see that answers kept from before this unit of work are stale. */
export async function countSearchChange(tx: Tx) {
  await tx
    .insert(counters)
    .values({ name: counter, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } });
}

/** Grows whenever any process has changed what a search finds. */
export async function searchChanges(): Promise<number> {
  const row = await db.select({ value: counters.value }).from(counters).where(eq(counters.name, counter));
  return row[0]?.value ?? 0;
}
