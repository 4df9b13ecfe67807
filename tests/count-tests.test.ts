import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dir = mkdtempSync(path.join(os.tmpdir(), 'market-count-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function results(name: string, numPassedTests: number, numFailedTests: number, brokenFiles = 0) {
  const file = path.join(dir, name);
  const broken = { status: 'failed', assertionResults: [] };
  const testResults = Array.from({ length: brokenFiles }, () => broken);
  writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, testResults }));
  return file;
}
function count(...files: string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/count-tests.mjs', ...files], {
    encoding: 'utf8',
  });
  return [status, stdout.trim().split('\n').at(-1)];
}

test('both runs are counted', () => {
  expect(count(results('a', 3, 0), results('b', 4, 0))).toEqual([0, '7 passed, 0 failed']);
});

test('a failure in either run, of a test or of a whole file, fails', () => {
  expect(count(results('a', 3, 0), results('b', 4, 1))).toEqual([1, '7 passed, 1 failed']);
  expect(count(results('a', 3, 0, 2), results('b', 4, 0))).toEqual([1, '7 passed, 2 failed']);
});

test('a run that left no result or executed no test fails', () => {
  expect(count(results('a', 3, 0), path.join(dir, 'missing'))).toEqual([1, '3 passed, 0 failed']);
  expect(count(results('a', 3, 0), results('b', 0, 0))).toEqual([1, '3 passed, 0 failed']);
});
