import { readFileSync, mkdtempSync } from 'node:fs';
process.env.DATA_DIR = mkdtempSync('/dev/shm/srch-');
const { migrate } = await import('#db/migrate.server');
const { importWorld } = await import('~/domain/world/import-world.server');
const { startSearch, engineReady, stopSearch, engineStatus } = await import('./engine.server');
const { drainOutbox } = await import('./outbox.server');
const { ensureIndexes, indexesPrepared } = await import('./rebuild.server');
const { find, suggest, counts } = await import('./find.server');
await migrate();
const t0 = Date.now();
startSearch();
const r = await importWorld(JSON.parse(readFileSync('db/world/xian-sample.json', 'utf8')));
console.log('import', r.ok, Date.now() - t0);
console.log(await engineReady(), Date.now() - t0);
await ensureIndexes();
console.log('prepared', indexesPrepared(), Date.now() - t0);
console.log('drained', await drainOutbox(), Date.now() - t0);
const { db, closeDatabase } = await import('#db/client.server');
const { products, scenarios, searchOutbox } = await import('#db/schema');
console.log('left', (await db.select().from(searchOutbox)).length);
const codes = new Map(
  [
    ...(await db.select({ id: products.id, code: products.code }).from(products)),
    ...(await db.select({ id: scenarios.id, code: scenarios.code }).from(scenarios)),
  ].map((x) => [x.id, x.code]),
);
const dev = JSON.parse(readFileSync('/work/shared/data/queries-dev.json', 'utf8')).queries;
async function evalAll(label: string) {
  let sum = 0,
    n = 0;
  const byType: Record<string, number[]> = {};
  const times: number[] = [];
  for (const q of dev) {
    const t = performance.now();
    const [p, s] = await Promise.all([
      find({ type: 'product', q: q.query, limit: 60 }),
      find({ type: 'scenario', q: q.query, limit: 60 }),
    ]);
    times.push(performance.now() - t);
    const all = [
      ...p.ids.map((id) => ({ id, s: p.scores[id]! })),
      ...s.ids.map((id) => ({ id, s: s.scores[id]! })),
    ]
      .sort((a, b) => b.s - a.s)
      .slice(0, 10)
      .map((x) => codes.get(x.id)!);
    if (q.expectNoResult) {
      console.log('nores', p.total + s.total, p.expanded);
      continue;
    }
    const g = new Map<string, number>(q.judgments.map((j: any) => [j.id, j.grade]));
    const dcg = (l: number[]) => l.reduce((a, x, i) => a + (2 ** x - 1) / Math.log2(i + 2), 0);
    const ideal = dcg([...g.values()].sort((a, b) => b - a).slice(0, 10));
    const nd = dcg(all.map((c) => g.get(c) ?? 0)) / ideal;
    sum += nd;
    n++;
    (byType[q.type] ??= []).push(nd);
    if (nd < 0.8)
      console.log(
        q.id,
        q.type,
        q.query,
        nd.toFixed(2),
        p.total,
        s.total,
        p.engine,
        JSON.stringify(p.expanded.map((e) => [e.text, ...e.spellings.slice(0, 4)])),
        all.join(' '),
      );
  }
  times.sort((a, b) => a - b);
  console.log(
    label,
    'nDCG',
    (sum / n).toFixed(3),
    Object.entries(byType)
      .map(([k, v]) => k + ':' + (v.reduce((a, b) => a + b) / v.length).toFixed(2))
      .join(' '),
    'p50',
    times[30]!.toFixed(1),
    'p95',
    times[57]!.toFixed(1),
  );
}
await evalAll('engine');
for (const q of [
  '无人机',
  'wurenji',
  'wrj',
  'UAV',
  '电解槽',
  '兆瓦制氢',
  '光子芯片',
  'p-pho-04',
  '示例',
  '???',
]) {
  const r = await find({ type: 'product', q, limit: 4 });
  console.log(
    q,
    r.total,
    r.engine,
    r.tookMs,
    r.ids
      .map(
        (i) => codes.get(i) + ' ' + r.highlights[i]!.map((s) => (s.mark ? `[${s.text}]` : s.text)).join(''),
      )
      .join(' | '),
  );
}
const f = await find({
  type: 'product',
  q: '无人机',
  filters: { kind: ['first-unit'], recognised: ['valid'] },
  limit: 3,
});
console.log(f.total, JSON.stringify(f.facets));
const l = await find({ type: 'scenario', limit: 3 });
console.log(l.total, JSON.stringify(l.facets), l.tookMs);
for (const q of ['无人', 'wrj', 'guangzi', 'uav', 'S-AI'])
  console.log(q, (await suggest(q, 4)).map((x) => x.label).join(' | '));
console.log(await counts('无人机'));
// parity
const { answerByDatabase } = await import('./fallback.server');
const { answerByEngine } = await import('./ask-engine.server');
const { understand } = await import('./query.server');
const { vocabulary } = await import('./vocabulary.server');
let diff = 0;
for (const q of dev)
  for (const type of ['product', 'scenario'] as const) {
    const meaning = understand(q.query, await vocabulary());
    if (!meaning.wanted) continue;
    for (const sort of ['relevance', 'newest', 'price', 'deadline'] as const) {
      const Q = { type, meaning, filters: {}, sort, limit: 10, offset: 0 };
      const a = await answerByEngine(Q),
        b = await answerByDatabase(Q);
      if (
        a.total !== b.total ||
        JSON.stringify(a.ids) !== JSON.stringify(b.ids) ||
        Object.keys(a.facets).some(
          (k) =>
            JSON.stringify(Object.entries(a.facets[k]!).sort()) !==
            JSON.stringify(Object.entries(b.facets[k]!).sort()),
        )
      ) {
        diff++;
        if (diff < 4)
          console.log(
            'DIFF',
            q.query,
            type,
            sort,
            a.total,
            b.total,
            JSON.stringify(a.facets),
            JSON.stringify(b.facets),
          );
      }
    }
  }
console.log('differences', diff);
await stopSearch();
console.log(engineStatus());
await evalAll('database');
await closeDatabase();
