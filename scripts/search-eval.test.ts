import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dir = mkdtempSync(path.join(os.tmpdir(), 'market-eval-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const evaluate = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/search-eval.ts', ...args], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dir },
    encoding: 'utf8',
  });

test('search:eval prints the measures of a file of judged queries, over all and by type', () => {
  const file = path.join(dir, 'queries.json');
  const queries = [
    { id: 'Q1', type: 'code', query: 'P-PHO-04', judgments: [{ id: 'P-PHO-04', grade: 3 }] },
    { id: 'Q2', type: 'nonsense', query: 'zzqxjkv', expectNoResult: true },
  ];
  writeFileSync(file, JSON.stringify({ queries }));
  const { status, stdout, stderr } = evaluate(file, '--sample', '--only', 'product');
  expect(status, stderr).toBe(0);
  const rows = stdout.split('\n').filter((line) => line.startsWith('| '));
  expect(rows).toContain('| this product | 1.000 | 1.000 | 1.000 | 1 of 1 |');
  expect(rows).toContain('| code | 1.000 | 1.000 | 1.000 |  |');
  expect(rows).toContain('| nonsense |  |  |  | 1 of 1 |');
  expect(stdout).not.toMatch(/SQL LIKE|fallback/);
}, 120_000);

test('search:eval without a file says how it is called', () => {
  const { status, stderr } = evaluate();
  expect(status).toBe(2);
  expect(stderr).toContain('usage: npm run search:eval -- <queries.json>');
}, 60_000);
