import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../database';
import { allAnswers, makeSampleWorld, type Answers } from './answers';

useDatabase();
beforeAll(makeSampleWorld);
const dir = mkdtempSync(path.join(os.tmpdir(), 'market-answers-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The answers of a SQLite file of its own, made by another process. */
function onSqlite(): Answers {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/search/answers.ts'],
    {
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dir, PRINT_ANSWERS: '1' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Answers;
}

test('every judged query and every list has the same answer from this engine as from a SQLite file', async () => {
  const here = JSON.parse(JSON.stringify(await allAnswers())) as Answers;
  const there = onSqlite();
  expect(Object.keys(here).length).toBeGreaterThan(200);
  const differing = Object.keys(there).filter((key) => !isDeepStrictEqual(here[key], there[key]));
  expect(differing.map((key) => [key, here[key], there[key]])).toEqual([]);
}, 120_000);
