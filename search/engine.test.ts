import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { useDatabase } from '#tests/database';
import { askEngine, engineReady, engineStatus, EngineDown, startSearch, stopSearch } from './engine.server';
import { startProcess } from './engine-process.server';

const dir = useDatabase();
const log: string[] = [];
const start = () => startSearch({ prepare: false, log: (_, message) => log.push(message) });
const pid = () => (JSON.parse(readFileSync(path.join(dir(), 'meili.pid'), 'utf8')) as { pid: number }).pid;
const alive = (id: number) => {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return false;
  }
};
async function until(claim: () => boolean, ms = 20_000) {
  for (const end = Date.now() + ms; Date.now() < end && !claim();) await sleep(20);
  expect(claim()).toBe(true);
}

afterAll(stopSearch);

test('starting returns at once, and until then the engine is down', async () => {
  start();
  expect(engineStatus()).toBe('down');
  await expect(askEngine((client) => client.health())).rejects.toThrow(EngineDown);
  expect(await engineReady()).toBe(true);
  expect(engineStatus()).toBe('up');
});

test('two hundred questions at once gather no listeners', async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => warnings.push(warning.name);
  process.on('warning', note);
  await Promise.all(Array.from({ length: 200 }, () => askEngine((client) => client.health())));
  await sleep(50);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

test('its key is for the owner only and not on the command line', () => {
  const file = path.join(dir(), 'meili.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(`/proc/${pid()}/cmdline`, 'utf8')).not.toContain(readFileSync(file, 'utf8'));
});

test('an engine that dies is started again', async () => {
  const before = pid();
  process.kill(before, 'SIGKILL');
  await until(() => engineStatus() === 'down');
  await until(() => engineStatus() === 'up');
  expect(pid()).not.toBe(before);
  expect(log.some((line) => line.includes('SIGKILL'))).toBe(true);
});

test('after a failure the engine rests for a moment', async () => {
  await expect(askEngine(() => Promise.reject(new Error('socket hang up')))).rejects.toThrow('hang up');
  const asked = Date.now();
  await expect(askEngine((client) => client.health())).rejects.toThrow(EngineDown);
  expect(Date.now() - asked).toBeLessThan(50);
});

test('stopping ends the process; an engine left by a killed site is ended at the next start', async () => {
  const before = pid();
  await stopSearch();
  expect(alive(before)).toBe(false);
  let ready = () => undefined as void;
  const answered = new Promise<void>((resolve) => (ready = resolve));
  const left = await startProcess({ ready, lost: () => undefined });
  await answered;
  const orphan = pid();
  start();
  await until(() => !alive(orphan));
  expect(await engineReady()).toBe(true);
  expect(pid()).not.toBe(orphan);
  await stopSearch();
  await left?.stop();
});

/** Engines that work on this test's folder. */
const engines = () =>
  readdirSync('/proc').filter((name) => {
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(
        `--db-path\0${path.join(dir(), 'meili')}\0`,
      );
    } catch {
      return false;
    }
  });

test('an engine whose site was killed before it noted it is ended too', async () => {
  let ready = () => undefined as void;
  const answered = new Promise<void>((resolve) => (ready = resolve));
  const left = await startProcess({ ready, lost: () => undefined });
  await answered;
  const orphan = pid();
  rmSync(path.join(dir(), 'meili.pid'));
  start();
  expect(await engineReady()).toBe(true);
  expect(alive(orphan)).toBe(false);
  await stopSearch();
  await left?.stop();
  await until(() => engines().length === 0);
});

test('stopping while the engine is being started leaves none behind', async () => {
  for (const wait of [0, 0, 1, 5]) {
    const begun = await startProcess({ ready: () => undefined, lost: () => undefined });
    await sleep(wait);
    await begun?.stop();
    await sleep(200);
    expect(engines()).toEqual([]);
  }
});
