import { mkdtempSync, readFileSync } from 'node:fs';
process.env.DATA_DIR = mkdtempSync('/dev/shm/exp-');
process.env.DATABASE_URL = 'file:/work/srch-AL6D8v/market.db';
const { migrate } = await import('#db/migrate.server');

const { startSearch, engineReady, stopSearch, searchClient } = await import('./engine.server');
const { productSource } = await import('./products.server');
const { indexSettings } = await import('./item.server');
let t = Date.now();
const lap = (l: string) => {
  console.log(l, Date.now() - t);
  t = Date.now();
};
await migrate();
lap('migrate');

startSearch({ prepare: false });
await engineReady();
lap('engine');
const ids = await productSource.idsAfter('', 218);
const items = await productSource.items(ids);
lap('items');
const c = searchClient();
const fa = indexSettings.filterableAttributes as any[];
for (const [name, s] of Object.entries({
  plain: {},
  words: { filterableAttributes: fa },
  nowords: { ...indexSettings, filterableAttributes: fa.slice(1) },
  full: indexSettings,
  full2: indexSettings,
  nocmn: { ...indexSettings, localizedAttributes: [] },
  noprox: { ...indexSettings, proximityPrecision: 'byAttribute' },
  noprefix: { ...indexSettings, prefixSearch: 'disabled' },
  smalllist: { ...indexSettings, _w: 1 },
})) {
  const w = (s as any)._w;
  delete (s as any)._w;
  await c.createIndex(name, { primaryKey: 'id' });
  await c.index(name).updateSettings(s as any);
  const task = await c
    .index(name)
    .addDocuments(
      items.map(({ title: _, ...i }) => (w ? { ...i, words: i.words.filter((x) => x.length > 1) } : i)),
    )
    .waitTask();
  lap(name + ' ' + task.duration);
}
await stopSearch();
