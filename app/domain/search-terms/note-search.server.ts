import { lt, sql } from 'drizzle-orm';
import { write, type Tx } from '#db/client.server';
import { searchOpens, searchTerms } from '#db/schema';
import type { CountedType } from '#db/schema/words';
import { addDays, todayOn } from '../calendar';
import { newAsker, type Asker } from './askers';
import { countedTerm } from './search-term';

type Term = typeof searchTerms.$inferSelect;
type Open = typeof searchOpens.$inferInsert;

/** What was counted and is not stored yet. Bounded: a flood of different words is not worth its memory. */
let terms = new Map<string, Term>();
let opens = new Map<string, Open>();
const most = 5_000;
/** How long counts are kept: a year, to compare with, and some days. */
const keptDays = 400;

function termOf(typed: string, type: CountedType): Term | undefined {
  const term = countedTerm(typed);
  if (!term) return undefined;
  const on = todayOn();
  const key = `${on} ${type} ${term}`;
  const known = terms.get(key);
  if (known) return known;
  if (terms.size >= most) return undefined;
  const fresh = { on, type, term, searches: 0, askers: 0, foundNothing: 0, opened: 0 };
  terms.set(key, fresh);
  return fresh;
}

/**
 * Counts that somebody searched for these words, once a day for each asker: the words, the day, whether anything
 * fitted. Of who asked nothing is kept but a digest, until the day is over and in memory only.
 */
export function noteSearch(
  { q, type }: { q: string; type: CountedType },
  fitting: number,
  asker: Asker,
): void {
  const counted = termOf(q, type);
  const nth = counted ? newAsker(`${type} ${counted.term}`, asker, counted.on) : 0;
  if (!counted || nth === 0) return;
  counted.searches += 1;
  counted.askers = nth;
  if (fitting === 0) counted.foundNothing += 1;
}

/** Counts that an item was opened out of the results for these words; no words: out of a list. */
export function noteOpened({ q, type }: { q: string; type: CountedType }, code: string): void {
  const counted = termOf(q, type);
  if (!counted) return;
  counted.opened += 1;
  const key = `${counted.on} ${type} ${code}`;
  const known = opens.get(key);
  if (known) known.opened += 1;
  else if (opens.size < most) opens.set(key, { on: counted.on, type, code, opened: 1 });
}

/** Every unit of work holds up all others: many short ones instead of one for thousands of words. */
const rowsPerUnit = 200;

/** Takes up to `rowsPerUnit` entries off what waits and stores them; what cannot be stored waits on. */
async function storeSome<Row>(
  waiting: Map<string, Row>,
  insert: (tx: Tx, rows: Row[]) => Promise<unknown>,
): Promise<void> {
  while (waiting.size > 0) {
    const some = [...waiting].slice(0, rowsPerUnit);
    await write(
      async (tx) =>
        void (await insert(
          tx,
          some.map(([, row]) => row),
        )),
    );
    for (const [key] of some) waiting.delete(key);
  }
}

/** Adds what was counted to the database; what cannot be stored is counted again with the next. */
export async function storeSearchTerms(): Promise<void> {
  if (terms.size === 0 && opens.size === 0) return;
  const [newTerms, newOpens] = [terms, opens];
  [terms, opens] = [new Map(), new Map()];
  try {
    await storeSome(newTerms, (tx, rows) =>
      tx
        .insert(searchTerms)
        .values(rows)
        .onConflictDoUpdate({
          target: [searchTerms.on, searchTerms.type, searchTerms.term],
          set: {
            searches: sql`${searchTerms.searches} + excluded.searches`,
            askers: sql`case when excluded.askers > ${searchTerms.askers} then excluded.askers else ${searchTerms.askers} end`,
            foundNothing: sql`${searchTerms.foundNothing} + excluded.found_nothing`,
            opened: sql`${searchTerms.opened} + excluded.opened`,
          },
        }),
    );
    await storeSome(newOpens, (tx, rows) =>
      tx
        .insert(searchOpens)
        .values(rows)
        .onConflictDoUpdate({
          target: [searchOpens.on, searchOpens.type, searchOpens.code],
          set: { opened: sql`${searchOpens.opened} + excluded.opened` },
        }),
    );
    const oldestOn = addDays(todayOn(), -keptDays);
    await write(async (tx) => {
      await tx.delete(searchTerms).where(lt(searchTerms.on, oldestOn));
      await tx.delete(searchOpens).where(lt(searchOpens.on, oldestOn));
    });
  } catch (error) {
    for (const [key, row] of newTerms) {
      const since = terms.get(key);
      if (since) {
        since.searches += row.searches;
        since.askers = Math.max(since.askers, row.askers);
        since.foundNothing += row.foundNothing;
        since.opened += row.opened;
      } else terms.set(key, row);
    }
    for (const [key, row] of newOpens) {
      const since = opens.get(key);
      if (since) since.opened += row.opened;
      else opens.set(key, row);
    }
    throw error;
  }
}
