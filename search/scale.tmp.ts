import { readFileSync, mkdtempSync } from 'node:fs';
process.env.DATA_DIR = mkdtempSync('/work/srch-');
console.log(process.env.DATA_DIR);
const { migrate } = await import('#db/migrate.server');
const { importWorld } = await import('~/domain/world/import-world.server');
const { startSearch, engineReady, stopSearch, searchClient } = await import('./engine.server');
const { drainOutbox } = await import('./outbox.server');
const { ensureIndexes, rebuild } = await import('./rebuild.server');
const { find, suggest, counts } = await import('./find.server');
const { vocabulary, resetVocabulary } = await import('./vocabulary.server');
const { db, write, closeDatabase } = await import('#db/client.server');
const { products, offerings, searchOutbox } = await import('#db/schema');
const { enqueueForSearch } = await import('#db/outbox.server');
await migrate();
let t0 = Date.now();
const lap = (l: string) => {
  console.log(l, Date.now() - t0, 'ms');
  t0 = Date.now();
};
await importWorld(JSON.parse(readFileSync('db/world/xian-sample.json', 'utf8')));
lap('import');
startSearch();
await engineReady();
lap('ready');
await ensureIndexes();
lap('ensure');
await drainOutbox();
lap('drain 290');
// single latency
const [one] = await db.select().from(products).limit(1);
for (let i = 0; i < 4; i++) {
  await write(async (tx) => {
    await enqueueForSearch(tx, 'product', one!.id);
  });
  await drainOutbox();
  lap('one change');
}
const tasks = await searchClient().tasks.getTasks({ limit: 30 });
for (const t of tasks.results) console.log(t.type, t.duration, t.status);
const N = Number(process.argv[2] ?? 20000);
const base = await db.select().from(products);
const { newId } = await import('#db/schema/kit');
const adj = [
  '新型',
  '高性能',
  '智能',
  '便携式',
  '低功耗',
  '车载',
  '工业级',
  '模块化',
  '一体化',
  '超薄',
  '耐高温',
  '自主',
  '集成',
  '轻量化',
  '多功能',
];
const nouns = ['检测仪', '控制器', '平台', '系统', '装置', '组件', '模块', '软件', '终端', '材料'];
for (let i = 0; i < N;) {
  const rows = [];
  for (let k = 0; k < 500 && i < N; k++, i++) {
    const b = base[i % base.length]!;
    const c = base[(i * 7 + 3) % base.length]!;
    rows.push({
      ...b,
      id: newId(),
      code: `P-GEN-${i}`,
      name: `${adj[i % 15]}${b.name}${nouns[(i * 3) % 10]}${i}型`,
      summary: b.summary + c.summary.slice(0, 60),
    });
  }
  await write(async (tx) => {
    await tx.insert(products).values(rows);
  });
}
lap('insert');
const r = await rebuild(() => {});
lap('rebuild ' + JSON.stringify(r));
resetVocabulary();
await vocabulary();
lap('vocabulary');
console.log(process.memoryUsage().rss / 1e6);
const dev = JSON.parse(readFileSync('/work/shared/data/queries-dev.json', 'utf8')).queries.map(
  (q: any) => q.query,
);
const q95 = (a: number[]) => {
  a.sort((x, y) => x - y);
  return `p50 ${a[a.length >> 1]!.toFixed(1)} p95 ${a[Math.floor(a.length * 0.95)]!.toFixed(1)}`;
};
const F: number[] = [],
  R: number[] = [],
  D: number[] = [],
  L: number[] = [];
const { answerByDatabase } = await import('./fallback.server');
const { understand } = await import('./query.server');
for (let round = 0; round < 2; round++)
  for (const q of dev) {
    let t = performance.now();
    const x = await find({
      type: 'product',
      q: round ? q + ' ' : q,
      filters: round ? { kind: ['first-unit'] } : {},
      limit: 20,
    });
    F.push(performance.now() - t);
    if (!round && F.length < 12) console.log(q, x.total, x.tookMs);
    t = performance.now();
    await searchClient()
      .index('products')
      .search(q, { limit: 20, facets: ['kind', 'industry', 'district', 'category'] });
    R.push(performance.now() - t);
    const meaning = understand(q, await vocabulary());
    t = performance.now();
    await answerByDatabase({
      type: 'product',
      meaning: meaning.wanted ? meaning : undefined,
      filters: {},
      sort: 'relevance',
      limit: 20,
      offset: 0,
    });
    D.push(performance.now() - t);
    t = performance.now();
    await suggest(q.slice(0, 4));
    L.push(performance.now() - t);
  }
console.log('find', q95(F), 'raw', q95(R), 'db', q95(D), 'suggest', q95(L));
t0 = Date.now();
await find({ type: 'product', limit: 20 });
lap('list');
await find({ type: 'product', limit: 20 });
lap('list cached');
await find({ type: 'product', limit: 20, offset: 5000, sort: 'price' });
lap('deep price');
await find({ type: 'product', q: '无人机', limit: 20, offset: 200 });
lap('deep rel');
await stopSearch();
lap('stop');
await closeDatabase();
