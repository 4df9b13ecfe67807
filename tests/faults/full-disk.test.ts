import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOf, serverUrl } from '../postgres';
import { type SiteProcess } from '../site-process';
import { figures, productNamed, readiness, signIn, times, until, useDemoWorld, type Client } from './kit';

/** Whether this test may mount a file system of its own: needs root (CAP_SYS_ADMIN). */
function mayMount(): boolean {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'market-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir]).status === 0;
  if (mounted) spawnSync('umount', [dir]);
  rmSync(dir, { recursive: true, force: true });
  return mounted;
}

// A PostgreSQL server keeps its data on a disk of its own, which is not ours to fill.
const direct = !serverUrl && mayMount();
/** Who may not mount can in a user namespace of their own: then the test is run again, inside one. */
const inNamespace = ['--user', '--map-root-user', '--mount'];
const indirect =
  !serverUrl &&
  !direct &&
  !process.env.FULL_DISK_INSIDE &&
  spawnSync('unshare', [...inNamespace, 'true']).status === 0;
const world = useDemoWorld();
let disk: string;
let site: SiteProcess;
let enterprise: Client;
/** The engine's program is copied into DATA_DIR (131 MB), its empty database takes some more. */
const diskSize = '320m';

beforeAll(async () => {
  if (!direct) return;
  disk = mkdtempSync(path.join(os.tmpdir(), 'market-disk-'));
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskSize}`, 'tmpfs', disk]).status).toBe(0);
  cpSync(world(), disk, { recursive: true });
  site = await startLoggingToDisk();
  enterprise = await signIn(() => site, 'yunyao@enterprise.example');
  await until('the site is ready', async () => (await readiness(site))?.status === 'ready');
});
afterAll(async () => {
  await site?.stop();
  if (!disk) return;
  spawnSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** The site with its log on the same disk, so that the log cannot be written either. */
async function startLoggingToDisk(): Promise<SiteProcess> {
  const logFile = path.join(disk, 'site.log');
  const log = openSync(logFile, 'a');
  const env = { NODE_ENV: 'production' as const, PORT: '0', MIN_FREE_MB: '2', LOG_LEVEL: 'info' };
  const child: ChildProcess = spawn(process.execPath, ['build/server.js'], {
    env: {
      ...process.env,
      ...placeOf(disk),
      ...env,
      SESSION_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const output = () => readFileSync(logFile, 'utf8');
  const url = () => /listening on ([^\s"]+)/.exec(output())?.[1];
  await until('the site listens', () => url() !== undefined);
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  return { url: url()!, child, output, stop };
}

const filler = () => path.join(disk, 'filler');
/** Takes every byte that is left. */
function fillDisk() {
  const file = openSync(filler(), 'a');
  for (let size = 1 << 22; size >= 512;) {
    try {
      writeSync(file, Buffer.alloc(size, 1));
    } catch {
      size >>= 1;
    }
  }
  fsyncSync(file);
  closeSync(file);
}

const reads = ['/', '/products', '/products/P-UAV-01', '/scenarios', '/search?q=无人机', '/account/products'];

const found = async () => {
  const answer = await fetch(`${site.url}/api/v1/search?q=${encodeURIComponent('满盘试验')}`);
  const { total, engine } = (await answer.json()) as { total: number; engine: string };
  return engine === 'meilisearch' && total >= 1;
};

async function fillAndHeal() {
  const healing: number[] = [];
  let refused = 0;
  for (let round = 0; round < times(1, 10); round++) {
    fillDisk();
    const name = `满盘试验 ${round}`;
    // What is left in pages that are already allotted takes a few small writes.
    let answer: Response | undefined;
    for (let n = 0; n < 200 && answer?.status !== 503; n++) {
      answer = await enterprise('/account/products/new', productNamed(`${name} ${n}`, 'publish'));
      expect([303, 503]).toContain(answer.status);
      if (answer.status === 303) fillDisk();
      else {
        refused++;
        const html = await answer.text();
        expect(html).toContain(`${name} ${n}`);
        expect(html).toContain('没有保存');
        expect(html).toContain('为检查写入而登记');
        expect(answer.headers.get('retry-after')).toBeTruthy();
      }
    }
    expect(answer?.status).toBe(503);
    for (const address of reads) expect((await enterprise(address)).status, address).toBe(200);
    await until('not ready any more', async () => (await readiness(site))?.status === 'not ready');
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
    const signedIn = await fetch(`${site.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: site.url },
      body: new URLSearchParams({ email: 'forest@buyer.example', password: 'xian-demo-2026' }),
    });
    expect(signedIn.status).toBe(503);
    const html = await signedIn.text();
    expect(html).toContain('forest@buyer.example');
    expect(html).not.toContain('xian-demo-2026');

    rmSync(filler());
    healing.push(
      await until('writing works again', async () => {
        const again = await enterprise('/account/products/new', productNamed(`${name} 之后`, 'publish'));
        return again.status === 303;
      }),
    );
    await until('the site is ready again', async () => (await readiness(site))?.status === 'ready');
  }
  expect(site.child.exitCode).toBeNull();
  await until('what could not be indexed meanwhile is found', found);
  figures('full disk', { rounds: healing.length, refused, healedAfterMs: Math.max(...healing) });
}

async function runInside() {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'faults', 'tests/faults/full-disk'];
  const child = spawn('unshare', [...inNamespace, process.execPath, ...vitest], {
    env: { ...process.env, FULL_DISK_INSIDE: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  console.info(said);
  expect(code, said).toBe(0);
  expect(said).toContain('"fault":"full disk"');
}

test.skipIf(!direct && !indirect)(
  'a full disk: writes are refused with their content kept, reads go on, it heals, what was left out is found',
  direct ? fillAndHeal : runInside,
);
