import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dir = mkdtempSync(path.join(os.tmpdir(), 'market-count-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Told = Record<string, 'passed' | 'skipped'>;
function results(
  name: string,
  numPassedTests: number,
  numFailedTests: number,
  brokenFiles = 0,
  told: Told = {},
) {
  const file = path.join(dir, name);
  const broken = { name: '/broken.test.ts', status: 'failed', assertionResults: [] as object[] };
  const testResults = Array.from({ length: brokenFiles }, () => broken);
  const assertionResults = Object.entries(told).map(([title, status]) => ({
    title,
    fullName: title,
    status,
  }));
  testResults.push({ name: '/a.test.ts', status: 'passed', assertionResults });
  writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests, testResults }));
  return file;
}
function countIn(CI: string, ...files: string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/count-tests.mjs', ...files], {
    env: { ...process.env, CI },
    encoding: 'utf8',
  });
  return [status, stdout.trim().split('\n').at(-1)];
}

const count = (...files: string[]) => countIn('true', ...files);

test('both runs are counted', () => {
  expect(count(results('a', 3, 0), results('b', 4, 0))).toEqual([0, '7 passed, 0 failed, 0 skipped']);
});

test('a failure in either run, of a test or of a whole file, fails', () => {
  expect(count(results('a', 3, 0), results('b', 4, 1))).toEqual([1, '7 passed, 1 failed, 0 skipped']);
  expect(count(results('a', 3, 0, 2), results('b', 4, 0))).toEqual([1, '7 passed, 2 failed, 0 skipped']);
});

test('what a failed test said stands above the sum', () => {
  const file = path.join(dir, 'said');
  const failed = {
    fullName: 'two and two',
    title: 'two',
    status: 'failed',
    failureMessages: ['expected 5 to be 4'],
  };
  const testResults = [{ name: path.resolve('a.test.ts'), status: 'failed', assertionResults: [failed] }];
  writeFileSync(file, JSON.stringify({ numPassedTests: 1, numFailedTests: 1, testResults }));
  const { stdout } = spawnSync(process.execPath, ['scripts/count-tests.mjs', file], { encoding: 'utf8' });
  expect(stdout).toBe('failed: a.test.ts: two and two\nexpected 5 to be 4\n1 passed, 1 failed, 0 skipped\n');
});

test('a run that left no result or executed no test fails', () => {
  expect(count(results('a', 3, 0), path.join(dir, 'missing'))).toEqual([1, '3 passed, 0 failed, 0 skipped']);
  expect(count(results('a', 3, 0), results('b', 0, 0))).toEqual([1, '3 passed, 0 failed, 0 skipped']);
});

test('a test that one run skips and another executes is no matter; one that none executes fails in CI', () => {
  const sqlite = results('a', 1, 0, 0, { one: 'passed', other: 'skipped' });
  const postgres = results('b', 1, 0, 0, { one: 'skipped', other: 'passed' });
  expect(count(sqlite, postgres)).toEqual([0, '2 passed, 0 failed, 2 skipped']);
  expect(count(sqlite)).toEqual([1, '1 passed, 0 failed, 1 skipped']);
  expect(countIn('', sqlite)).toEqual([0, '1 passed, 0 failed, 1 skipped']);
  const units = results('c', 1, 0, 0, { 'systemd itself finds nothing wrong with the units': 'skipped' });
  expect(count(units)).toEqual([0, '1 passed, 0 failed, 1 skipped']);
});
