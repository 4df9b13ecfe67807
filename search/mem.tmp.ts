import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { Meilisearch } from 'meilisearch';
process.env.DATABASE_URL = 'file:' + process.argv[2] + '/market.db';
const { productSource } = await import('./products.server');
const { indexSettings } = await import('./item.server');
const items = (await productSource.items(await productSource.idsAfter('', 218))).map(
  ({ title: _, ...i }) => i,
);
const conf: Record<string, string[]> = {
  default: [],
  mem256: ['--max-indexing-memory', '256MiB'],
  mem256t1: ['--max-indexing-memory', '256MiB', '--max-indexing-threads', '1'],
  mem100t1: ['--max-indexing-memory', '100MiB', '--max-indexing-threads', '1'],
};
const run: [string, Meilisearch, any][] = [];
let port = 47801;
for (const [n, a] of Object.entries(conf)) {
  const p = port++;
  const ch = spawn(
    process.argv[2] + '/bin/meilisearch',
    [
      '--no-analytics',
      '--db-path',
      mkdtempSync('/dev/shm/mm-') + '/d',
      '--http-addr',
      '127.0.0.1:' + p,
      '--log-level',
      'ERROR',
      ...a,
    ],
    { stdio: 'ignore', cwd: '/tmp' },
  );
  run.push([n, new Meilisearch({ host: 'http://127.0.0.1:' + p }), ch]);
}
await new Promise((r) => setTimeout(r, 5000));
const out: Record<string, string[]> = {};
for (const [n, c] of run) {
  await c.createIndex('x', { primaryKey: 'id' });
  await c.index('x').updateSettings(indexSettings);
  const t = await c.index('x').addDocuments(items).waitTask({ timeout: 60000 });
  (out[n] ??= []).push('first ' + t.duration);
}
for (let i = 0; i < 5; i++)
  for (const [n, c] of run) {
    const t = await c
      .index('x')
      .addDocuments([{ ...items[i]!, code: 'c' + i }])
      .waitTask({ timeout: 60000 });
    out[n]!.push(String(t.duration).slice(2, 6));
  }
for (const [n, , ch] of run) {
  console.log(
    n.padEnd(10),
    out[n]!.join(' '),
    readFileSync(`/proc/${ch.pid}/status`, 'utf8').match(/VmRSS.*/)?.[0],
    readFileSync(`/proc/${ch.pid}/status`, 'utf8').match(/VmHWM.*/)?.[0],
    readFileSync(`/proc/${ch.pid}/stat`, 'utf8').split(' ').slice(13, 15).join(' '),
  );
  ch.kill('SIGTERM');
}
process.exit(0);
