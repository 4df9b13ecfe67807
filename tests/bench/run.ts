/**
 * `npm run bench`: the site beside the engine alone and beside a bare Remix application, interleaved in
 * one run on 20,000 generated products. Prints the table that is copied into docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedDemo, startProcess } from '../site-process';
import { percentile, scriptBytes, throughput, timed } from './measure';

const count = Number(process.env.BENCH_PRODUCTS ?? 20_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 6);
const things = ['无人机', '电解槽', '激光雷达', '传感器', '机器人', '储能系统', '光子芯片', '减速器'];
const uses = ['电力巡检', '森林防火', '水质监测', '晶圆检测', '管廊巡查', '冷链配送', '地铁运维', '古建保护'];
const traits = ['高精度', '低功耗', '长航时', '全自动', '抗干扰', '轻量化', '耐高温', 'wurenji'];
/** Each asked once, so that no answer is kept from the last time. */
const queries = things.flatMap((thing) =>
  uses.flatMap((use) => traits.map((trait) => `${use} ${thing} ${trait}`)),
);
/** Asked before it is measured: a site that has just begun runs code that is not compiled yet. */
const warming = 200;
const searches = Math.min(queries.length - warming, Number(process.env.BENCH_QUERIES ?? 300));

const publicPages = [
  '/',
  '/search?q=无人机',
  '/products',
  '/products/P-UAV-01',
  '/scenarios',
  '/scenarios/S-UXV-01',
  '/publications/XA-SS-2025-2',
  '/intentions',
];
/** Who reads which pages; addresses and passwords are the demo world's. */
const readers = [
  { who: 'visitor', email: undefined, pages: publicPages },
  {
    who: 'enterprise',
    email: 'yunyao@enterprise.example',
    pages: [...publicPages, '/account', '/account/products', '/account/leads'],
  },
  {
    who: 'buyer',
    email: 'forest@buyer.example',
    pages: [...publicPages, '/account', '/account/leads', '/account/searches'],
  },
  {
    who: 'bureau',
    email: 'publisher@bureau.example',
    pages: [...publicPages, '/bureau', '/bureau/publications', '/bureau/scenarios', '/bureau/leads'],
  },
];

const dir = mkdtempSync(path.join(os.tmpdir(), 'market-bench-'));
process.env.DATA_DIR = dir;
delete process.env.DATABASE_URL;
const { addProducts } = await import('./world-at-size');
const { engineReady, searchClient, startSearch, stopSearch, indexName } =
  await import('#search/engine.server');
const { rebuild } = await import('#search/rebuild.server');
const { closeDatabase } = await import('#db/client.server');

const built = spawnSync('npx', ['remix', 'vite:build'], { cwd: 'tests/bench/bare', encoding: 'utf8' });
if (built.status !== 0) throw new Error(built.stderr);

console.log(`making ${count} products in ${dir}`);
seedDemo(dir);
await addProducts(count);
startSearch({ prepare: false });
if (!(await engineReady())) throw new Error('the search engine did not start');
const indexFrom = performance.now();
await rebuild();
console.log(`indexed in ${((performance.now() - indexFrom) / 1000).toFixed(1)} s`);
await closeDatabase();

const engine = searchClient().config;
const site = await startProcess('tests/bench/counting-server.mjs', {
  DATA_DIR: dir,
  SESSION_SECRET: 'a-secret-for-benchmarks-only-0123456789',
  MEILI_HOST: engine.host,
  MEILI_KEY: String(engine.apiKey),
  LOG_LEVEL: 'silent',
});
const bare = await startProcess('tests/bench/bare/server.mjs', {});

const raw = (q: string) =>
  timed(`${engine.host}/indexes/${indexName('products')}/search`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${engine.apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      q,
      limit: 20,
      facets: ['kind', 'industry', 'district'],
      attributesToHighlight: ['name'],
      locales: ['cmn'],
    }),
  });
const samples = { page: [] as number[], raw: [] as number[] };
const list = { site: [] as number[], anew: [] as number[], bare: [] as number[] };
// Pages for somebody with a session are made anew each time.
const withSession = { headers: { Cookie: 'session=of-nobody' } };
// until its vocabulary is read the site answers simply, or not at all
const ready = async () => {
  const answer = await fetch(`${site.url}/api/v1/search?q=${encodeURIComponent('无人机')}`, withSession);
  return answer.ok && ((await answer.json()) as { engine: string }).engine === 'meilisearch';
};
for (let wait = 0; !(await ready()); wait++) {
  if (wait > 60) throw new Error('the site does not search with the engine');
  await sleep(1_000);
}
for (let i = -warming; i < searches; i++) {
  const q = queries[((i + warming) * 37) % queries.length]!;
  const page = await timed(`${site.url}/search?q=${encodeURIComponent(q)}`);
  const alone = await raw(q);
  if (i < 0) continue;
  samples.page.push(page);
  samples.raw.push(alone);
}
for (let round = 0; round < 3; round++) {
  list.site.push(await throughput(`${site.url}/products`, seconds));
  list.anew.push(await throughput(`${site.url}/products`, seconds, withSession));
  list.bare.push(await throughput(`${bare.url}/`, seconds));
}
const scripts = { site: await scriptBytes(`${site.url}/products`), bare: await scriptBytes(`${bare.url}/`) };
/** The cookie of somebody who has signed in. */
async function session(email: string) {
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: site.url },
    body: new URLSearchParams({ email, password: 'xian-demo-2026' }),
  });
  const [cookie] = answer.headers.getSetCookie().filter((one) => one.startsWith('session='));
  if (answer.status >= 400 || !cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
  return { headers: { Cookie: cookie.split(';')[0]! } };
}
const sent = async () => Number(await (await fetch(`${site.url}/__statements`)).text());
const statements: { who: string; page: string; count: number }[] = [];
for (const { who, email, pages } of readers) {
  const reader = email ? await session(email) : withSession;
  for (const page of pages) {
    const sentFor: number[] = [];
    // The outbox worker sends some of its own now and then: the least of four is the page's.
    for (let i = 0; i < 4; i++) {
      const before = await sent();
      await timed(site.url + page, reader);
      sentFor.push((await sent()) - before);
    }
    statements.push({ who, page, count: Math.min(...sentFor) });
  }
}
const most = (some: typeof statements) => some.reduce((a, b) => (b.count > a.count ? b : a));

const p95 = { page: percentile(samples.page, 0.95), raw: percentile(samples.raw, 0.95) };
const rps = {
  site: percentile(list.site, 0.5),
  anew: percentile(list.anew, 0.5),
  bare: percentile(list.bare, 0.5),
};
const rows = [
  [
    'search page (HTML) p95 ÷ raw Meilisearch p95',
    `${p95.page.toFixed(1)} ms ÷ ${p95.raw.toFixed(1)} ms`,
    p95.page / p95.raw,
    '≤ 4',
  ],
  [
    'list page requests/s ÷ bare Remix list',
    `${rps.site.toFixed(0)} ÷ ${rps.bare.toFixed(0)}`,
    rps.site / rps.bare,
    '≥ 0.6',
  ],
  [
    'the same with a session: no page cache',
    `${rps.anew.toFixed(0)} ÷ ${rps.bare.toFixed(0)}`,
    rps.anew / rps.bare,
    '',
  ],
  [
    'client JavaScript gzip ÷ bare Remix',
    `${(scripts.site / 1000).toFixed(1)} kB ÷ ${(scripts.bare / 1000).toFixed(1)} kB`,
    scripts.site / scripts.bare,
    '≤ 1.35',
  ],
  ...readers.map(({ who }) => {
    const { page, count } = most(statements.filter((one) => one.who === who));
    return [`SQL statements per page, ${who}`, `the most: ${page}`, count, '≤ 8'] as const;
  }),
] as const;
const table = [
  `Measured ${new Date().toISOString().slice(0, 10)}, ${count} generated products, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, load ${os.loadavg()[0]!.toFixed(1)}, Node ${process.version}.`,
  '',
  '| figure | measured | ratio | aim |',
  '| --- | --- | --- | --- |',
  ...rows.map(
    ([name, measured, ratio, aim]) => `| ${name} | ${measured} | ${Number(ratio).toFixed(2)} | ${aim} |`,
  ),
].join('\n');
console.log(table);
console.log(
  '\nPages only: writes are measured by npm run bench:writes, search at sizes by npm run bench:search.',
);

await site.stop();
await bare.stop();
await stopSearch();
rmSync(dir, { recursive: true, force: true });
process.exit(0);
