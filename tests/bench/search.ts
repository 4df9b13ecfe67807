/**
 * `npm run bench:search`: the search of the built site beside the engine alone, interleaved in one run, on a small and
 * a large world (BENCH_PRODUCTS, 100,000 unless told). Prints the table that docs/performance.md keeps.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { seedDemo, startProcess } from '../site-process';
import { percentile, timed } from './measure';

const small = Number(process.env.BENCH_SMALL ?? 5_000);
const large = Number(process.env.BENCH_PRODUCTS ?? 100_000);
const asked = Number(process.env.BENCH_QUERIES ?? 120);
const edits = Number(process.env.BENCH_EDITS ?? 120);

const dir = mkdtempSync(path.join(os.tmpdir(), 'market-bench-search-'));
process.env.DATA_DIR = dir;
delete process.env.DATABASE_URL;
const { addProducts, uses } = await import('./world-at-size');
const { engineReady, indexName, searchClient, startSearch, stopSearch } =
  await import('#search/engine.server');
const { rebuild } = await import('#search/rebuild.server');
const { indexSettings } = await import('#search/item.server');
const { resetVocabulary, vocabulary } = await import('#search/vocabulary.server');
const { enqueueForSearch } = await import('#db/outbox.server');
const { closeDatabase, db, write } = await import('#db/client.server');
const { products } = await import('#db/schema');

const heads = [
  '无人机',
  '电解槽',
  '激光雷达',
  '传感器',
  '机器人',
  '储能系统',
  '光子芯片',
  '检测装备',
  '复合材料',
  '减速器',
];
const traits = ['高精度', '低功耗', '长航时', '全自动', '抗干扰', '轻量化', '耐高温'];
/** Every query once: nothing is answered from memory. */
const queries = heads.flatMap((head) =>
  uses.flatMap((use) => traits.map((trait) => `${use} ${head} ${trait}`)),
);
let next = 0;
const query = () => queries[(next++ * 37) % queries.length]!;
const withSession = { headers: { Cookie: 'session=of-nobody' } };

console.log(`making ${small} products in ${dir}`);
seedDemo(dir);
await addProducts(small);
startSearch({ prepare: false, log: () => undefined });
if (!(await engineReady(30_000))) throw new Error('the search engine did not start');
await rebuild();
const engine = searchClient().config;
const site = await startProcess('tests/bench/counting-server.mjs', {
  DATA_DIR: dir,
  SESSION_SECRET: 'a-secret-for-benchmarks-only-0123456789',
  MEILI_HOST: engine.host,
  MEILI_KEY: String(engine.apiKey),
  LOG_LEVEL: 'silent',
});
const page = (q: string, n = 1) =>
  timed(`${site.url}/search?q=${encodeURIComponent(q)}${n > 1 ? `&page=${n}` : ''}`, withSession);
const typed = (q: string) => timed(`${site.url}/api/v1/suggest?q=${encodeURIComponent(q)}`);
const raw = (q: string, more: Record<string, unknown>) =>
  timed(`${engine.host}/indexes/${indexName('products')}/search`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${engine.apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ q, locales: ['cmn'], ...more }),
  });
/** What somebody would ask for who shows twenty hits; not the words that this product filters by. */
const asPage = {
  limit: 20,
  attributesToRetrieve: ['id', 'code', 'text'],
  facets: ['kind', 'industry', 'category', 'district', 'maturity'],
  attributesToHighlight: ['text'],
};

/** What stands in the search box while a name is typed. */
const typing = queries.map((q) => q.replaceAll(' ', '')).map((name, i) => name.slice(0, 1 + (i % 6)));
/** Deep in a result, yet within what each of the queries finds. */
const deep = 40;

/** Pages and typeahead beside the engine alone, in turns. */
async function compare() {
  const samples = {
    page: [] as number[],
    deep: [] as number[],
    raw: [] as number[],
    typed: [] as number[],
    rawTyped: [] as number[],
  };
  for (let i = -10; i < asked; i++) {
    const q = query();
    const prefix = typing[(next * 37) % typing.length]!;
    const took = {
      page: await page(q),
      raw: await raw(q, asPage),
      typed: await typed(prefix),
      rawTyped: await raw(prefix, { limit: 8, attributesToRetrieve: ['id', 'code', 'text'] }),
      deep: await page(query(), deep),
    };
    if (i < 0) continue;
    for (const key of Object.keys(samples) as (keyof typeof samples)[]) samples[key].push(took[key]);
  }
  const p95 = (some: number[]) => percentile(some, 0.95);
  return {
    page: p95(samples.page),
    deep: p95(samples.deep),
    raw: p95(samples.raw),
    typed: p95(samples.typed),
    rawTyped: p95(samples.rawTyped),
  };
}

async function searchesPerSecond(clients: number, seconds: number) {
  let done = 0;
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    for (; performance.now() < until; done++) await page(query());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / seconds;
}

type ApiAnswer = { total: number; hits: { code: string }[] };
/** Over a connection of its own: this process is busy at times, and kept ones are closed behind its back. */
const api = (q: string) =>
  new Promise<ApiAnswer>((resolve, reject) => {
    const address = `${site.url}/api/v1/search?limit=1&q=${encodeURIComponent(q)}`;
    const call = http.get(address, { ...withSession, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.once('end', () =>
        answer.statusCode === 200
          ? resolve(JSON.parse(text) as ApiAnswer)
          : reject(new Error(`${q} was answered ${answer.statusCode}`)),
      );
    });
    call.once('error', reject);
  });

/** Milliseconds from commit to found, at five edits a second; and from withdrawn to gone from answers and from the index. */
async function inStep() {
  const rows = await db.select({ id: products.id, code: products.code }).from(products).limit(edits);
  const found: Promise<number>[] = [];
  for (const [i, row] of rows.entries()) {
    const word = `zq${i}findable`;
    await write(async (tx) => {
      await tx
        .update(products)
        .set({ keywords: [word], updatedAt: new Date() })
        .where(eq(products.id, row.id));
      await enqueueForSearch(tx, 'product', row.id);
    });
    const from = performance.now();
    found.push(
      (async () => {
        while ((await api(word)).total === 0) await sleep(20);
        return performance.now() - from;
      })(),
    );
    await sleep(200);
  }
  const times = await Promise.all(found);
  const gone: number[] = [];
  const outOfIndex: number[] = [];
  for (const [i, row] of rows.slice(0, 10).entries()) {
    await write(async (tx) => {
      await tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, row.id));
      await enqueueForSearch(tx, 'product', row.id);
    });
    const from = performance.now();
    while ((await api(`zq${i}findable`)).hits.length > 0) await sleep(5);
    gone.push(performance.now() - from);
    const index = searchClient().index(indexName('products'));
    const there = () =>
      index.getDocument(row.id).then(
        () => true,
        () => false,
      );
    while (await there()) await sleep(20);
    outOfIndex.push(performance.now() - from);
  }
  return {
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    gone: Math.max(...gone),
    index: Math.max(...outOfIndex),
  };
}

const atSmall = await compare();
const step = await inStep();
console.log(`growing to ${large}`);
await addProducts(large - small, undefined, undefined, small);

let searches = 0;
let failed = 0;
let empty = 0;
let rebuilding = true;
const traffic = (async () => {
  for (; rebuilding; searches++) {
    await sleep(100);
    try {
      const q = query();
      if ((await api(q)).total > 0) continue;
      empty++;
      console.warn(`during the rebuild: nothing for ${q}`);
    } catch (error) {
      failed++;
      console.warn(`during the rebuild: ${(error as Error).message}`);
    }
  }
})();
const firstFrom = performance.now();
await rebuild();
const firstMs = performance.now() - firstFrom;
rebuilding = false;
await traffic;
// once more without traffic, as the import beside it
const rebuildFrom = performance.now();
await rebuild();
const rebuildMs = performance.now() - rebuildFrom;

const client = searchClient();
const source = client.index(indexName('products'));
const copy = indexName('bench-copy');
await client.createIndex(copy, { primaryKey: 'id' }).waitTask();
await client.index(copy).updateSettings(indexSettings).waitTask();
const documents: Record<string, unknown>[][] = [];
for (let offset = 0; ; offset += 2_000) {
  const { results } = await source.getDocuments({ limit: 2_000, offset });
  if (!results.length) break;
  documents.push(results);
}
// handed over as a rebuild does it: everything before anything is waited for
const importFrom = performance.now();
const tasks = [];
for (const some of documents) tasks.push(await client.index(copy).addDocuments(some));
await client.tasks.waitForTasks(tasks);
const importMs = performance.now() - importFrom;
documents.length = 0;
await client.deleteIndex(copy).waitTask();

resetVocabulary();
globalThis.gc?.();
const heapBefore = process.memoryUsage().heapUsed;
const vocabularyFrom = performance.now();
const words = await vocabulary();
const vocabularyMs = performance.now() - vocabularyFrom;
globalThis.gc?.();
const vocabularyMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6;

// the site takes the new words up within seconds
await sleep(15_000);
const atLarge = await compare();
const perSecond = await searchesPerSecond(8, 15);

const ms = (n: number) => `${n.toFixed(1)} ms`;
const rows = [
  [
    `search page p95 ÷ raw Meilisearch p95, ${large}`,
    `${ms(atLarge.page)} ÷ ${ms(atLarge.raw)}`,
    atLarge.page / atLarge.raw,
    '≤ 2',
  ],
  [
    `typeahead p95 ÷ raw p95, ${large}`,
    `${ms(atLarge.typed)} ÷ ${ms(atLarge.rawTyped)}`,
    atLarge.typed / atLarge.rawTyped,
    '≤ 1.5',
  ],
  [
    `search page p95 at ${large} ÷ at ${small}`,
    `${ms(atLarge.page)} ÷ ${ms(atSmall.page)}`,
    atLarge.page / atSmall.page,
    '≤ 2',
  ],
  [
    'rebuild ÷ raw import of the same documents',
    `${(rebuildMs / 1000).toFixed(1)} s ÷ ${(importMs / 1000).toFixed(1)} s`,
    rebuildMs / importMs,
    '≤ 1.25',
  ],
  [
    `search page ${deep} p95 ÷ first page p95, ${large}`,
    `${ms(atLarge.deep)} ÷ ${ms(atLarge.page)}`,
    atLarge.deep / atLarge.page,
    '',
  ],
  ['the first build, with its words stored and searches meanwhile, seconds', '', firstMs / 1000, ''],
  ['searches a second, 8 at once, all different', '', perSecond, ''],
  ['searches during the rebuild: failed + empty', `of ${searches}`, failed + empty, '0'],
  [
    'published → findable at 5 edits a second, p95',
    `p99 ${ms(step.p99)}`,
    step.p95 / 1000,
    '≤ 1 s, p99 ≤ 3 s',
  ],
  ['withdrawn → out of answers, out of the index, most', ms(step.gone), step.index / 1000, 'at once, ≤ 2 s'],
  [
    `vocabulary of ${words.size} items, seconds to build`,
    `${vocabularyMb.toFixed(0)} MB`,
    vocabularyMs / 1000,
    '',
  ],
] as const;
console.log(
  [
    `Measured ${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, load ${os.loadavg()[0]!.toFixed(1)}, Node ${process.version}.`,
    '',
    '| figure | measured | ratio or value | aim |',
    '| --- | --- | --- | --- |',
    ...rows.map(([name, measured, value, aim]) => `| ${name} | ${measured} | ${value.toFixed(2)} | ${aim} |`),
  ].join('\n'),
);
await site.stop();
await stopSearch();
await closeDatabase();
rmSync(dir, { recursive: true, force: true });
process.exit(0);
