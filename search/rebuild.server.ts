import { createHash } from 'node:crypto';
import { count } from 'drizzle-orm';
import type { Meilisearch, Task } from 'meilisearch';
import { db, measureTables } from '#db/client.server';
import { underLease } from '#db/once.server';
import { searchOutbox } from '#db/schema';
import { documentOf } from './document.server';
import { engineRefusal, indexName, logSearch, searchClient, TaskFailed } from './engine.server';
import { indexSettings, type Item, type ItemSource } from './item.server';
import { allSources } from './sources.server';
import { turns } from './turns';
import { touched } from './vocabulary.server';
import { storeWords, sweepWords } from './words.server';

/** Raised when documents are made in another way, so that every index is built again. */
const documentVersion = 9;
const settingsHash = createHash('sha256')
  .update(JSON.stringify([documentVersion, indexSettings]))
  .digest('hex');
const batchSize = 500;
/** How many documents are sent in one request. */
const engineBatchSize = 2_000;
/** Indexes are built by one process at a time. */
export const rebuildLease = 'search-rebuild';

type State = { prepared: boolean; preparing?: Promise<void>; changed?: Map<string, Set<string>> };
// Held on globalThis: in development the module is evaluated again after each change.
const held = globalThis as typeof globalThis & { __searchRebuild?: State };
const state = (held.__searchRebuild ??= { prepared: false });

/** True once both indexes are filled: until then the outbox waits and the database answers. */
export const indexesPrepared = () => state.prepared;
/** Notes ids that were sent to the current index while another one is being built. */
export function noteWhileRebuilding(type: string, ids: readonly string[]) {
  for (const id of ids) state.changed?.get(type)?.add(id);
}

/** Throws what went wrong with a task of the engine. */
export function succeeded(task: Task): Task {
  if (task.status !== 'succeeded')
    throw new TaskFailed(
      `Meilisearch task ${task.uid} ${task.status}: ${task.error?.message ?? ''}`,
      task.error?.type,
    );
  return task;
}

/** Writes items to an index and removes the ids that are not among them; resolves when the engine has done it. */
export async function sendItems(
  index: string,
  ids: readonly string[],
  items: readonly Item[],
): Promise<void> {
  const target = searchClient().index(index);
  const there = new Set(items.map((item) => item.id));
  const gone = ids.filter((id) => !there.has(id));
  const tasks = [];
  if (items.length) tasks.push(await target.addDocuments(items.map(documentOf), { primaryKey: 'id' }));
  if (gone.length) tasks.push(await target.deleteDocuments(gone));
  for (const task of tasks) succeeded(await searchClient().tasks.waitForTask(task.taskUid));
}

async function exists(client: Meilisearch, index: string) {
  try {
    await client.getRawIndex(index);
    return true;
  } catch (error) {
    if (engineRefusal(error) === 404) return false;
    throw error;
  }
}

const memory = () => indexName('settings');

async function settingsOf(client: Meilisearch, index: string): Promise<string | undefined> {
  try {
    return (await client.index<{ id: string; hash: string }>(memory()).getDocument(index)).hash;
  } catch {
    return undefined;
  }
}

/** Reads everything public of one source in batches. */
async function* batches(source: ItemSource) {
  for (let after = ''; ;) {
    const ids = await source.idsAfter(after, batchSize);
    if (!ids.length) return;
    yield { ids, items: await source.items(ids) };
    after = ids.at(-1)!;
  }
}

async function rebuildOne(source: ItemSource, report: (done: number) => void) {
  // there may be many more rows than at the last time
  await measureTables();
  const client = searchClient();
  const index = indexName(source.index);
  const next = indexName(`${source.index}-next`);
  let since = new Date(Date.now() - 1_000);
  const changed = new Set<string>();
  (state.changed ??= new Map()).set(source.type, changed);
  try {
    if (await exists(client, next)) await client.deleteIndex(next);
    const created = await client.createIndex(next, { primaryKey: 'id' });
    const set = await client.index(next).updateSettings(indexSettings);
    if (!(await exists(client, index))) await client.createIndex(index, { primaryKey: 'id' });
    // the engine takes the more at once the more lie before it: nothing is waited for before the end
    const tasks = [created, set];
    let sending: Promise<unknown> = Promise.resolve();
    let done = 0;
    let gathered: Item[] = [];
    const turn = turns();
    const send = async () => {
      const documents = [];
      for (const item of gathered) {
        documents.push(documentOf(item));
        await turn();
      }
      gathered = [];
      // the next are made while the engine receives these
      await sending;
      if (!documents.length) return;
      sending = client
        .index(next)
        .addDocuments(documents, { primaryKey: 'id' })
        .then((task) => tasks.push(task));
      sending.catch(() => undefined);
    };
    for await (const { ids, items } of batches(source)) {
      await storeWords(source.type, ids, items);
      gathered.push(...items);
      if (gathered.length >= engineBatchSize) await send();
      report((done += items.length));
    }
    await send();
    await sending;
    for (const task of tasks) succeeded(await client.tasks.waitForTask(task.taskUid));
    await sweepWords(source.type, source.published);
    const catchUp = async (target: string) => {
      const from = since;
      since = new Date(Date.now() - 1_000);
      const ids = [...new Set([...(await source.changedSince(from)), ...changed])];
      changed.clear();
      for (let at = 0; at < ids.length; at += batchSize) {
        const some = ids.slice(at, at + batchSize);
        await sendItems(target, some, await source.items(some));
      }
    };
    await catchUp(next);
    succeeded(
      await client.swapIndexes([{ indexes: [index, next] as [string, string], rename: false }]).waitTask(),
    );
    await catchUp(index);
    await client.deleteIndex(next);
    succeeded(
      await client
        .index(memory())
        .addDocuments([{ id: index, hash: settingsHash }], { primaryKey: 'id' })
        .waitTask(),
    );
    return done;
  } finally {
    state.changed.delete(source.type);
    touched();
  }
}

/**
 * Builds both indexes anew beside the current ones, then swaps them; searches go on meanwhile. Changes made during it
 * are not lost. Returns how many items of each type were indexed.
 */
export async function rebuild(
  report: (type: string, done: number) => void = () => undefined,
): Promise<Record<string, number>> {
  return underLease(rebuildLease, async () => {
    const result: Record<string, number> = {};
    for (const source of allSources) {
      result[source.type] = await rebuildOne(source, (done) => report(source.type, done));
    }
    state.prepared = true;
    return result;
  });
}

async function inOrder(client: Meilisearch, source: ItemSource): Promise<boolean> {
  const index = indexName(source.index);
  if (!(await exists(client, index)) || (await settingsOf(client, index)) !== settingsHash) return false;
  const [waiting] = await db.select({ n: count() }).from(searchOutbox);
  if (waiting?.n) return true;
  const { numberOfDocuments } = await client.index(index).getStats();
  let inDatabase = 0;
  for (let after = ''; ;) {
    const ids = await source.idsAfter(after, 5_000);
    if (!ids.length) break;
    inDatabase += ids.length;
    after = ids.at(-1)!;
  }
  return numberOfDocuments === inDatabase;
}

/** Rebuilds the indexes that are missing, incomplete or made with other settings. One at a time. */
export function ensureIndexes(): Promise<void> {
  state.preparing ??= (async () => {
    const client = searchClient();
    const building = async () => {
      for (const source of allSources) {
        if (await inOrder(client, source)) continue;
        state.prepared = false;
        const done = await rebuildOne(source, () => undefined);
        logSearch('info', `search index of ${source.index} built: ${done}`);
      }
    };
    let whole = true;
    for (const source of allSources) whole &&= await inOrder(client, source);
    // who waits here finds them built by another process
    if (!whole) {
      state.prepared = false;
      await underLease(rebuildLease, building);
    }
    state.prepared = true;
  })().finally(() => (state.preparing = undefined));
  return state.preparing;
}

/** Nothing is known about the engine's indexes any more: it was stopped. */
export const forgetIndexes = () => void (state.prepared = false);
