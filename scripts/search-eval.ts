/**
 * `npm run search:eval -- <queries.json> [--sample] [--distractors 100000] [--each]`: how well the loaded world is
 * searched, beside what does without this product's work. `--sample` makes the sample world in a folder of its own,
 * `--distractors` puts it inside so many made-up products, `--each` prints the queries that are not answered fully.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Figures } from '#tests/search/judged';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'boolean' },
    distractors: { type: 'string' },
    each: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const [file] = positionals;
const distractors = Number(values.distractors ?? 0);
if (!file || !Number.isInteger(distractors) || distractors < 0) {
  console.error(
    'usage: npm run search:eval -- <queries.json> [--sample] [--distractors 100000] [--each] [--only product]',
  );
  process.exit(2);
}
const own = values.sample || distractors ? mkdtempSync(path.join(os.tmpdir(), 'search-eval-')) : undefined;
if (own) {
  process.env.DATA_DIR = own;
  delete process.env.DATABASE_URL;
}
// The database is chosen when its module is read.
const { closeDatabase } = await import('#db/client.server');
const { migrate } = await import('#db/migrate.server');
const { engineReady, startSearch, stopSearch } = await import('#search/engine.server');
const { ensureIndexes } = await import('#search/rebuild.server');
const { importWorld } = await import('~/domain/world/import-world.server');
const { evaluate, readJudged } = await import('#tests/search/judged');
const { dropPlainIndex, plainMeilisearch, product, sqlLike } = await import('#tests/search/rankers');

if (own) {
  await migrate();
  await importWorld(JSON.parse(readFileSync('db/world/xian-sample.json', 'utf8')));
  if (distractors) await (await import('#tests/bench/distractors')).addDistractors(distractors);
}
startSearch({ prepare: false, log: () => undefined });
if (!(await engineReady(30_000))) throw new Error('the search engine did not start');
await ensureIndexes();

const queries = readJudged(file);
const rankers = {
  'this product': () => product(),
  'Meilisearch as it comes': plainMeilisearch,
  'database fallback': () => product('database'),
  'SQL LIKE': sqlLike,
};
const three = (n: number) => n.toFixed(3);
const row = (name: string, { ndcg, recall, mrr, nothingRight, nothingAsked, queries }: Figures) => {
  const answered = nothingAsked < queries ? [ndcg, recall, mrr].map(three) : ['', '', ''];
  return `| ${[name, ...answered, nothingAsked ? `${nothingRight} of ${nothingAsked}` : ''].join(' | ')} |`;
};
const heads = '| nDCG@10 | recall@10 | MRR | finds nothing, rightly |\n| --- | --- | --- | --- | --- |';
const over: string[] = [];
const byTypes: string[] = [];
for (const [name, make] of Object.entries(rankers)) {
  if (values.only && !name.includes(values.only)) continue;
  const { all, byType, each } = await evaluate(queries, await make());
  over.push(row(name, all));
  byTypes.push(
    `\n| ${name} ${heads}`,
    ...Object.entries(byType).map(([type, figures]) => row(type, figures)),
  );
  if (values.each && !name.startsWith('Meili') && !name.startsWith('SQL'))
    for (const { judged, codes, ndcg } of each)
      if (ndcg < 0.97) console.log(`${name} ${three(ndcg)} ${judged.id} ${judged.query}: ${codes.join(' ')}`);
}
console.log([`| ${heads}`, ...over, ...byTypes].join('\n'));

await dropPlainIndex();
await stopSearch();
await closeDatabase();
if (own) rmSync(own, { recursive: true, force: true });
