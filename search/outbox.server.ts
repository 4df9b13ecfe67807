import { heldElsewhere } from '#db/once.server';
import { claimOutbox, keepClaim, putBack, searchChanges, settle, type OutboxRow } from '#db/outbox.server';
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
import {
  ensureIndexes,
  indexesPrepared,
  noteWhileRebuilding,
  rebuildLease,
  sendItems,
} from './rebuild.server';
import { sources } from './sources.server';
import { refreshThesaurus, refreshVocabulary, touched, vocabulary } from './vocabulary.server';
import { storeWords } from './words.server';

const batchSize = 400;
const pollMs = 200;
const refreshMs = 5_000;
/** How often another process's change of the thesaurus is looked for. */
const lookMs = 1_000;
const checkIndexesMs = 5_000;
const keepClaimMs = 5_000;
/** After so many refusals a row is set aside with its failure until someone looks at it or the item changes. */
const mostAttempts = 8;

type Wake = { __searchOutboxWake?: () => void };

let worker: { stop(): Promise<void> } | undefined;
/** Passes never overlap: an older reading must not overwrite a newer one. */
let passing: Promise<unknown> = Promise.resolve();

/** While another process builds the indexes anew, what changes waits for it: it could miss what we send meanwhile. */
const engineTakes = async () =>
  engineStatus() === 'up' && indexesPrepared() && !(await heldElsewhere(rebuildLease));

async function refused(row: OutboxRow, error: Error) {
  const attempts = row.attempts + 1;
  const notBefore = attempts >= mostAttempts ? setAsideUntil : new Date(Date.now() + 500 * 2 ** attempts);
  const failure = error.message.slice(0, 500);
  await putBack([row], { attempts, notBefore, failure });
  if (attempts >= mostAttempts)
    logSearch('warn', `search: ${row.type} ${row.entityId} set aside: ${failure}`);
}

async function handle(source: ItemSource, rows: OutboxRow[], toEngine: boolean): Promise<void> {
  const ids = [...new Set(rows.map((row) => row.entityId))];
  let items: Item[];
  try {
    items = await source.items(ids);
    await storeWords(source.type, ids, items);
    if (toEngine) {
      noteWhileRebuilding(source.type, ids);
      await sendItems(indexName(source.index), ids, items);
      noteWhileRebuilding(source.type, ids);
    } else if (!engineAbsent()) {
      await putBack(rows, { wordsStored: true });
      return;
    }
    // Before the rows go: whoever sees that they are gone must not get an answer kept from before.
    touched();
    await settle(rows);
  } catch (error) {
    if (engineTrouble(error)) restEngine(error as Error);
    // No row is to blame for an engine or a disk that fails, and of a refused batch only one that fails alone.
    if (engineTrouble(error) || storageTrouble(error) || (!toEngine && !engineAbsent())) throw error;
    if (ids.length === 1) {
      for (const row of rows) await refused(row, error as Error);
      return;
    }
    for (const id of ids)
      await handle(
        source,
        rows.filter((row) => row.entityId === id),
        toEngine,
      );
  }
}

async function passOnce(): Promise<number> {
  const toEngine = await engineTakes();
  const rows = await claimOutbox(!toEngine && !engineAbsent(), batchSize);
  if (!rows.length) return 0;
  const keeping = setInterval(() => void keepClaim(rows).catch(() => undefined), keepClaimMs);
  try {
    for (const [type, some] of groupBy(rows, (row) => row.type))
      await handle(sources[type as ItemType], some, toEngine);
  } catch (error) {
    // what cannot be put back now is free again soon
    await putBack(rows).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(keeping);
  }
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

/**
 * Sees what other processes have changed: kept answers go at once, published groups of the thesaurus are read within a
 * second, the vocabulary when there is time.
 */
function otherProcesses() {
  let seen: number | undefined;
  let lookAt = Date.now() + lookMs;
  let readAt = Date.now() + refreshMs;
  return async () => {
    const changes = await searchChanges();
    if (changes !== seen && seen !== undefined) touched();
    seen = changes;
    if (Date.now() >= lookAt) {
      lookAt = Date.now() + lookMs;
      await refreshThesaurus();
    }
    if (Date.now() < readAt) return;
    const from = Date.now();
    // while another process builds indexes, words come by the thousand: they are read when it has done
    if (!(await heldElsewhere(rebuildLease))) await refreshVocabulary();
    // reading a large vocabulary takes seconds of the processor: at most a twentieth of the time is spent on it
    readAt = Date.now() + Math.max(refreshMs, (Date.now() - from) * 20);
  };
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
    const watchOthers = otherProcesses();
    const watchIndexes = indexWatch();
    while (!stopping) {
      try {
        watchIndexes();
        while (!stopping && (await pass()) > 0);
        rest = pollMs;
        await watchOthers();
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
