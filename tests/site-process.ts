import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { ensureDatabase, placeOf } from './postgres';

export type SiteProcess = { url: string; child: ChildProcess; output: () => string; stop(): Promise<void> };
const startWithinMs = 60_000;

/** Fills the database of this data folder with the demo world. Throws with the script's own words when that fails. */
export function seedDemo(dataDir: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', './tests/ensure-database.ts', 'scripts/seed-demo.ts'],
    { env: { ...process.env, ...placeOf(dataDir) }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the demo world could not be made:\n${stderr}`);
}

/** Starts a server script on a free loopback port and waits until it says where it listens. */
export async function startProcess(script: string, env: Record<string, string>): Promise<SiteProcess> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', LOG_LEVEL: 'warn', DRAIN_SECONDS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const until = Date.now() + startWithinMs;
  for (;;) {
    const url = /listening on (http:\/\/[\d.]+:\d+)/.exec(text)?.[1];
    if (url) return { url, child, output: () => text, stop: () => stopProcess(child) };
    const isLate = Date.now() > until;
    if (hasEnded(child) || isLate) {
      await stopProcess(child);
      throw new Error(`${script} did not start${isLate ? ` within ${startWithinMs} ms` : ''}:\n${text}`);
    }
    await new Promise((ok) => setTimeout(ok, 50));
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Ends a process with SIGTERM and waits until it is gone. */
export async function stopProcess(child: ChildProcess) {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** The built site on a data folder and its database. */
export async function startSite(dataDir: string, env: Record<string, string> = {}) {
  const place = placeOf(dataDir);
  await ensureDatabase(place.DATABASE_URL);
  return startProcess('build/server.js', {
    ...place,
    SESSION_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    ...env,
  });
}

/** The answer to the form of the sign-in page; the password is that of the demo accounts unless another is given. */
export const sendSignIn = (site: SiteProcess, email: string, password = 'xian-demo-2026') =>
  fetch(`${site.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: site.url },
    body: new URLSearchParams({ email, password }),
  });
