/**
 * `npm run bench:writes`: units of work per second on SQLite and on PostgreSQL with each write strategy. Prints the
 * table that docs/performance.md keeps. `a lock per row` is no strategy of the site: it says what a finer lock could
 * give at most.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { percentile } from './measure';
import type { WriteSpeed } from './write-speed';

// The dialect of the schema is chosen once for a process: a process for each engine.
function speedsOn(DATABASE_URL: string): WriteSpeed[] {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'market-writes-'));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/bench/write-speed.ts'],
    { env: { ...process.env, DATA_DIR: dir, DATABASE_URL }, encoding: 'utf8' },
  );
  rmSync(dir, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as WriteSpeed[];
}

const url = process.env.TEST_POSTGRES_URL;
if (!url) throw new Error('TEST_POSTGRES_URL is not set: npm run bench:writes sets it');
const load = os.loadavg()[0]!.toFixed(1);
const speeds = [...speedsOn(''), ...speedsOn(url)];
const names = [...new Set(speeds.map((one) => one.name))];
const cell = (name: string, hot: boolean, callers: number) => {
  const all = speeds.filter((each) => each.name === name && each.hot === hot && each.callers === callers);
  const median = (value: (one: WriteSpeed) => number) => percentile(all.map(value), 0.5);
  const again = median((one) => one.again);
  const more = again >= 0.005 ? `, ${again.toFixed(2)} again` : '';
  return `${median((one) => one.perSecond).toFixed(0)} (${median((one) => one.p95).toFixed(0)} ms${more})`;
};
console.log(
  [
    `Measured ${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? 'CPU'}, load ${load} before, Node ${process.version}. Units of work per second (the median of the rounds), in brackets the 95th percentile of one and how many attempts more than one it took.`,
    '',
    '| | 1 caller | 8 callers | 32 callers | 8 on one row | 32 on one row |',
    '| --- | --- | --- | --- | --- | --- |',
    ...names.map((name) => {
      const cells = [1, 8, 32].map((n) => cell(name, false, n));
      return `| ${[name, ...cells, cell(name, true, 8), cell(name, true, 32)].join(' | ')} |`;
    }),
  ].join('\n'),
);
