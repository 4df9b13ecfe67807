import { readFileSync, mkdtempSync } from 'node:fs';
process.env.DATA_DIR = mkdtempSync('/dev/shm/srch-');
const { migrate } = await import('#db/migrate.server');
const { importWorld } = await import('~/domain/world/import-world.server');
const { startSearch, engineReady, stopSearch } = await import('./engine.server');
const { drainOutbox, startOutboxWorker, stopOutboxWorker } = await import('./outbox.server');
const { ensureIndexes } = await import('./rebuild.server');
const { find, suggest } = await import('./find.server');
const { db, write, closeDatabase } = await import('#db/client.server');
const { products, searchOutbox } = await import('#db/schema');
const { enqueueForSearch } = await import('#db/outbox.server');
const { eq } = await import('drizzle-orm');
await migrate();
startSearch();
await importWorld(JSON.parse(readFileSync('db/world/xian-sample.json', 'utf8')));
await engineReady();
await ensureIndexes();
await drainOutbox();
await find({ type: 'product', q: '无人机' });
startOutboxWorker();
const id = (await db.select().from(products).where(eq(products.code, 'P-UAV-01')))[0]!.id;
await write(async (tx) => {
  await tx.update(products).set({ name: '量子纠缠咖啡机' }).where(eq(products.id, id));
  await enqueueForSearch(tx, 'product', id);
});
const t = Date.now();
for (let i = 0; i < 40; i++) {
  await new Promise((r) => setTimeout(r, 100));
  const f = await find({ type: 'product', q: '咖啡机' });
  console.log(
    Date.now() - t,
    f.ids.length,
    f.total,
    f.engine,
    JSON.stringify(f.expanded),
    (await db.select().from(searchOutbox)).length,
  );
  if (f.ids.length) break;
}
const { searchClient } = await import('./engine.server');
for (const t of (await searchClient().tasks.getTasks({ limit: 5 })).results)
  console.log(t.type, t.status, t.duration, t.enqueuedAt, t.startedAt, t.finishedAt);
console.log(new Date().toISOString());
await stopOutboxWorker();
await stopSearch();
await closeDatabase();
