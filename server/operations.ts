import { randomBytes, timingSafeEqual, createHash } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { Router, type Request, type RequestHandler } from 'express';
import { databaseReadiness } from '#db/readiness.server';
import { searchStatus } from '#search/find.server';
import { metrics } from './metrics';

export type Readiness = {
  /** `degraded` is ready: something is missing that visitors can do without */
  status: 'ready' | 'degraded' | 'not ready';
  database: 'writable' | 'not writable';
  migrations: 'current' | 'pending' | 'newer' | 'unknown';
  disk: 'ok' | 'low' | 'not writable';
  search: 'up' | 'down';
};

async function diskState(dir: string, minFreeBytes: number): Promise<Readiness['disk']> {
  try {
    const { bavail, bsize } = await statfs(dir);
    if (bavail * bsize < minFreeBytes) return 'low';
    await tryFile(path.join(dir, `.ready-${process.pid}`));
    return 'ok';
  } catch {
    return 'not writable';
  }
}

/** Writes a few kilobytes down to the disk and removes them: statfs knows nothing of quotas and read-only mounts. */
async function tryFile(name: string) {
  const file = await open(name, 'w', 0o600);
  try {
    await file.writeFile(randomBytes(8192));
    await file.datasync();
  } finally {
    await file.close();
    await rm(name, { force: true });
  }
}

/** Whether this process should be sent visitors. Search down is `degraded`: the database answers searches meanwhile. */
export async function readiness(dataDir: string, minFreeBytes: number): Promise<Readiness> {
  const [{ writable, migrations }, disk] = await Promise.all([
    databaseReadiness(),
    diskState(dataDir, minFreeBytes),
  ]);
  const search = searchStatus();
  const ready = writable && disk === 'ok' && (migrations === 'current' || migrations === 'newer');
  const whole = search === 'up' && migrations === 'current';
  return {
    status: ready ? (whole ? 'ready' : 'degraded') : 'not ready',
    database: writable ? 'writable' : 'not writable',
    migrations,
    disk,
    search,
  };
}

/** One answer serves everybody who asks within a second: each asking writes to the disk. */
function sharedForASecond<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (!last || Date.now() - last.at > 1_000) last = { at: Date.now(), answer: ask() };
    return last.answer;
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/**
 * Who may read figures: with a token whoever shows it; without one only this machine, and nothing that a proxy on
 * this machine passes on.
 */
export function mayReadMetrics(req: Pick<Request, 'headers' | 'socket'>, token: string | undefined): boolean {
  if (token) {
    const shown = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? '';
    return timingSafeEqual(digest(shown), digest(token));
  }
  const address = req.socket.remoteAddress ?? '';
  return /^(::1$|(::ffff:)?127\.)/.test(address) && !forwarded.some((name) => name in req.headers);
}

export type OperationsOptions = {
  dataDir: string;
  minFreeBytes: number;
  metricsToken: string | undefined;
  stopping?: () => boolean;
};

/** /healthz (the process is alive), /readyz (it can do its work) and /metrics (Prometheus text). */
export function operations({
  dataDir,
  minFreeBytes,
  metricsToken,
  stopping,
}: OperationsOptions): RequestHandler {
  const router = Router();
  const ask = sharedForASecond(() => readiness(dataDir, minFreeBytes));
  router.use(['/healthz', '/readyz', '/metrics'], (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  router.get('/readyz', (_req, res, next) => {
    if (stopping?.()) return void res.status(503).json({ status: 'stopping' });
    ask()
      .then((state) => void res.status(state.status === 'not ready' ? 503 : 200).json(state))
      .catch(next);
  });
  router.get('/metrics', (req, res, next) => {
    // To strangers there is no such page.
    if (!mayReadMetrics(req, metricsToken)) return next();
    metrics.registry
      .metrics()
      .then((text) => void res.type(metrics.registry.contentType).send(text))
      .catch(next);
  });
  return router;
}
