/** Compares database and search index by count and hash and mends what differs: `npm run search:reconcile`. */
import './load-env';
import { setTimeout as sleep } from 'node:timers/promises';
import { count } from 'drizzle-orm';
import { closeDatabase, db } from '#db/client.server';
import { searchOutbox } from '#db/schema';
import { stopSearch, useEngine } from '#search/engine.server';
import { drainOutbox } from '#search/outbox.server';
import { ensureIndexes } from '#search/rebuild.server';
import { reconcile } from '#search/reconcile.server';

const waiting = async () => (await db.select({ n: count() }).from(searchOutbox))[0]?.n ?? 0;

if (!(await useEngine())) {
  console.error('Meilisearch cannot be reached or started; without it there is no index to compare with.');
  process.exitCode = 1;
} else {
  for (const { type, inDatabase, inIndex, inWords, bucketsThatDiffer, mended } of await reconcile())
    console.log(
      `${type}: ${inDatabase} public, ${inIndex} in the index, ${inWords} with words; ` +
        `${bucketsThatDiffer} of 64 buckets differ, ${mended.length} items to mend`,
    );
  // A running site takes them up at once; without one this command does.
  for (const until = Date.now() + 10_000; Date.now() < until && (await waiting()) > 0; await sleep(250));
  if ((await waiting()) > 0) {
    await ensureIndexes();
    await drainOutbox();
  }
  console.log((await waiting()) === 0 ? 'mended' : `${await waiting()} still wait for the engine`);
}
await stopSearch();
await closeDatabase();
