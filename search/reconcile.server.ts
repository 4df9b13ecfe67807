import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { asc, and, eq, gt } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { searchWords } from '#db/schema';
import { fingerprint } from './document.server';
import { indexName, searchClient } from './engine.server';
import type { ItemSource, ItemType } from './item.server';
import { allSources } from './sources.server';

/** What a comparison of database, stored words and index of one type found. */
export type Reconciled = {
  type: ItemType;
  inDatabase: number;
  inIndex: number;
  inWords: number;
  /** of 64 */
  bucketsThatDiffer: number;
  /** ids of those buckets that are missing, old, or no longer public: handed to the outbox */
  mended: string[];
};

const bucketCount = 64;
const pageSize = 1_000;
const mendAtOnce = 500;

/** Items of one place by bucket: id → fingerprint. */
type Buckets = Map<string, string>[];
const empty = (): Buckets => Array.from({ length: bucketCount }, () => new Map<string, string>());
const bucketOf = (id: string) => createHash('sha1').update(id).digest()[0]! % bucketCount;
const put = (buckets: Buckets, id: string, mark: string) => buckets[bucketOf(id)]!.set(id, mark);
const sizeOf = (buckets: Buckets) => buckets.reduce((sum, bucket) => sum + bucket.size, 0);
const wordsMark = (words: string) => createHash('sha1').update(words).digest('base64url').slice(0, 16);

/** One hash over a bucket: equal when it holds the same items in the same state. */
function hashOf(bucket: Map<string, string>): string {
  const hash = createHash('sha1');
  for (const key of [...bucket.keys()].sort()) hash.update(`${key} ${bucket.get(key)}\n`);
  return `${bucket.size} ${hash.digest('base64url')}`;
}

async function ofDatabase(source: ItemSource) {
  const documents = empty();
  const words = empty();
  for (let after = ''; ;) {
    const ids = await source.idsAfter(after, 500);
    if (!ids.length) break;
    for (const item of await source.items(ids)) {
      put(documents, item.id, fingerprint(item));
      put(words, item.id, wordsMark(item.words.join(' ')));
    }
    after = ids.at(-1)!;
    await breathe();
  }
  return { documents, words };
}

async function ofIndex(source: ItemSource): Promise<Buckets> {
  const buckets = empty();
  const index = searchClient().index<{ id: string; mark?: string }>(indexName(source.index));
  for (let offset = 0; ; offset += pageSize) {
    const { results } = await index.getDocuments({ fields: ['id', 'mark'], limit: pageSize, offset });
    for (const { id, mark } of results) put(buckets, id, mark ?? '');
    if (results.length < pageSize) return buckets;
  }
}

async function ofWords(type: ItemType): Promise<Buckets> {
  const buckets = empty();
  for (let after = 0; ;) {
    const rows = await db
      .select({ seq: searchWords.seq, id: searchWords.entityId, words: searchWords.words })
      .from(searchWords)
      .where(and(eq(searchWords.type, type), gt(searchWords.seq, after)))
      .orderBy(asc(searchWords.seq))
      .limit(pageSize);
    for (const { id, words } of rows) put(buckets, id, wordsMark(words));
    if (rows.length < pageSize) return buckets;
    after = rows.at(-1)!.seq;
  }
}

/** Ids on which two places disagree, bucket by bucket. */
function differences(here: Buckets, there: Buckets): { ids: string[]; buckets: Set<number> } {
  const ids = new Set<string>();
  const buckets = new Set<number>();
  here.forEach((bucket, i) => {
    const other = there[i]!;
    if (hashOf(bucket) === hashOf(other)) return;
    buckets.add(i);
    for (const id of new Set([...bucket.keys(), ...other.keys()]))
      if (bucket.get(id) !== other.get(id)) ids.add(id);
  });
  return { ids: [...ids], buckets };
}

/**
 * Compares what the database makes public with the engine's index and the stored words, by count and by hash, and
 * hands every item on which they disagree to the outbox, which reads it anew. What changes meanwhile may be handed
 * over too; that does no harm. Throws while the engine is down.
 */
export async function reconcile(): Promise<Reconciled[]> {
  const report: Reconciled[] = [];
  for (const source of allSources) {
    const index = await ofIndex(source);
    const words = await ofWords(source.type);
    const now = await ofDatabase(source);
    const [inIndex, inWords] = [differences(now.documents, index), differences(now.words, words)];
    const mended = [...new Set([...inIndex.ids, ...inWords.ids])];
    for (let at = 0; at < mended.length; at += mendAtOnce)
      await write((tx) => enqueueForSearch(tx, source.type, ...mended.slice(at, at + mendAtOnce)));
    report.push({
      type: source.type,
      inDatabase: sizeOf(now.documents),
      inIndex: sizeOf(index),
      inWords: sizeOf(words),
      bucketsThatDiffer: new Set([...inIndex.buckets, ...inWords.buckets]).size,
      mended,
    });
  }
  return report;
}
