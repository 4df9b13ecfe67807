import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { searchOutbox } from '#db/schema';
import { storageTrouble } from '#db/trouble.server';
import {
  engineAbsent,
  engineDoubts,
  engineStatus,
  engineTrouble,
  indexName,
  logSearch,
  restEngine,
} from './engine.server';
import { setAsideUntil } from './figures.server';
import { groupBy, type Item, type ItemSource, type ItemType } from './item.server';
import { ensureIndexes, indexesPrepared, noteWhileRebuilding, sendItems } from './rebuild.server';
import { sources } from './sources.server';
import { refreshThesaurus, refreshVocabulary, touched, vocabulary } from './vocabulary.server';
import { storeWords } from './words.server';

const batchSize = 400;
const pollMs = 200;
const refreshMs = 5_000;
/** How often another process's change of the thesaurus is looked for. */
const lookMs = 1_000;
const checkIndexesMs = 5_000;
/** After so many refusals a row is set aside with its failure until someone looks at it or the item changes. */
const mostAttempts = 8;

type Row = { seq: number; type: ItemType; entityId: string; attempts: number };
type Wake = { __searchOutboxWake?: () => void };

/** Rows up to this number have their words stored already; they only wait for the engine. */
let storedUpTo = 0;
let worker: { stop(): Promise<void> } | undefined;
/** Passes never overlap: an older reading must not overwrite a newer one. */
let passing: Promise<unknown> = Promise.resolve();

const engineTakes = () => engineStatus() === 'up' && indexesPrepared();

async function due(): Promise<Row[]> {
  const now = or(isNull(searchOutbox.notBefore), lte(searchOutbox.notBefore, new Date()));
  const fresh = engineTakes() || engineAbsent() ? undefined : gt(searchOutbox.seq, storedUpTo);
  return db
    .select({
      seq: searchOutbox.seq,
      type: searchOutbox.type,
      entityId: searchOutbox.entityId,
      attempts: searchOutbox.attempts,
    })
    .from(searchOutbox)
    .where(and(now, fresh))
    .orderBy(asc(searchOutbox.seq))
    .limit(batchSize);
}

const done = (rows: Row[]) =>
  write(
    async (tx) =>
      void (await tx.delete(searchOutbox).where(
        inArray(
          searchOutbox.seq,
          rows.map((row) => row.seq),
        ),
      )),
  );

async function refused(row: Row, error: Error) {
  const attempts = row.attempts + 1;
  const notBefore = attempts >= mostAttempts ? setAsideUntil : new Date(Date.now() + 500 * 2 ** attempts);
  const failure = error.message.slice(0, 500);
  await write(
    async (tx) =>
      void (await tx
        .update(searchOutbox)
        .set({ attempts, notBefore, failure })
        .where(eq(searchOutbox.seq, row.seq))),
  );
  if (attempts >= mostAttempts)
    logSearch('warn', `search: ${row.type} ${row.entityId} set aside: ${failure}`);
}

async function handle(source: ItemSource, rows: Row[]): Promise<void> {
  const ids = [...new Set(rows.map((row) => row.entityId))];
  let items: Item[];
  try {
    items = await source.items(ids);
    await storeWords(source.type, ids, items);
    if (engineTakes()) {
      noteWhileRebuilding(source.type, ids);
      await sendItems(indexName(source.index), ids, items);
      noteWhileRebuilding(source.type, ids);
    } else if (!engineAbsent()) {
      return;
    }
    // Before the rows go: whoever sees that they are gone must not get an answer kept from before.
    touched();
    await done(rows);
  } catch (error) {
    if (engineTrouble(error)) restEngine(error as Error);
    // No row is to blame for an engine or a disk that fails, and of a refused batch only one that fails alone.
    if (engineTrouble(error) || storageTrouble(error) || (!engineTakes() && !engineAbsent())) throw error;
    if (ids.length === 1) {
      for (const row of rows) await refused(row, error as Error);
      return;
    }
    for (const id of ids)
      await handle(
        source,
        rows.filter((row) => row.entityId === id),
      );
  }
}

async function passOnce(): Promise<number> {
  const rows = await due();
  if (!rows.length) return 0;
  for (const [type, some] of groupBy(rows, (row) => row.type)) await handle(sources[type as ItemType], some);
  storedUpTo = Math.max(storedUpTo, rows.at(-1)!.seq);
  touched();
  return rows.length;
}

function pass(): Promise<number> {
  const next = passing.then(passOnce);
  passing = next.catch(() => undefined);
  return next;
}

/**
 * Handles everything that waits now: stored words always, the engine's index if it takes documents (else those rows
 * keep waiting for it). Returns how many rows were looked at.
 */
export async function drainOutbox(): Promise<number> {
  let total = 0;
  for (let n = await pass(); n > 0; n = await pass()) total += n;
  return total;
}

/** Looks at the indexes whenever the engine is back: it may have lost them meanwhile, or never have had them whole. */
function indexWatch() {
  let settled = engineDoubts();
  let notBefore = 0;
  return () => {
    const doubts = engineDoubts();
    if (engineStatus() !== 'up' || Date.now() < notBefore) return;
    if (doubts === settled && indexesPrepared()) return;
    notBefore = Date.now() + checkIndexesMs;
    ensureIndexes().then(
      () => (settled = doubts),
      (error: Error) => logSearch('warn', `search index not prepared: ${error.message}`),
    );
  };
}

/** Keeps stored words and index in step with the database, waking at each change and every 200 ms. */
export function startOutboxWorker(): void {
  if (worker) return;
  let stopping = false;
  let wake: () => void = () => undefined;
  (globalThis as Wake).__searchOutboxWake = () => wake();
  void vocabulary().catch((error: Error) => logSearch('warn', `search vocabulary: ${error.message}`));
  const loop = (async () => {
    let rest = pollMs;
    let refreshed = Date.now();
    let refreshTook = 0;
    let looked = Date.now();
    const watchIndexes = indexWatch();
    while (!stopping) {
      try {
        watchIndexes();
        while (!stopping && (await pass()) > 0);
        rest = pollMs;
        if (Date.now() - looked > lookMs) {
          looked = Date.now();
          await refreshThesaurus();
        }
        if (Date.now() - refreshed > Math.max(refreshMs, 10 * refreshTook)) {
          refreshed = Date.now();
          await refreshVocabulary();
          // while another process rebuilds, a large vocabulary is not read all the time
          refreshTook = Date.now() - refreshed;
        }
      } catch (error) {
        rest = Math.min(rest * 2, 10_000);
        logSearch('warn', `search outbox waits ${rest} ms: ${(error as Error).message}`);
      }
      if (stopping) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, rest);
        // woken inside a unit of work: a moment later it is committed
        wake = () => {
          clearTimeout(timer);
          setTimeout(resolve, 10);
        };
      });
    }
  })();
  worker = {
    async stop() {
      stopping = true;
      wake();
      await loop;
    },
  };
}

/** Ends after the batch in hand. What still waits is kept for the next start. */
export async function stopOutboxWorker(): Promise<void> {
  const running = worker;
  worker = undefined;
  delete (globalThis as Wake).__searchOutboxWake;
  await running?.stop();
}
