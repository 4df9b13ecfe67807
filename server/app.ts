import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import express, { type ErrorRequestHandler } from 'express';
import * as build from 'virtual:remix/server-build';
import { closeDatabase, dataVersion } from '#db/client.server';
import { migrate } from '#db/migrate.server';
import { storageTrouble } from '#db/trouble.server';
import { startSearch, stopSearch } from '#search/engine.server';
import { searchStatus } from '#search/find.server';
import { generation as searchGeneration } from '#search/vocabulary.server';
import { startOutboxWorker, stopOutboxWorker } from '#search/outbox.server';
import { todayOn } from '~/domain/calendar';
import { env } from '~/env.server';
import { log, logConsole, stackOf } from '~/log.server';
import { countOpened } from './count-opened';
import { checkSameOrigin, checkUrl, limitBody } from './guards';
import { securityHeaders } from './headers';
import { startJobs, stopJobs } from './jobs';
import { useLocale } from './locale';
import { logRequests } from './log';
import { shedSearches } from './load-shedding';
import { watchLoop, type LoopWatch } from './loop-delay';
import { countRequests, metrics } from './metrics';
import { networkOf } from './network-of';
import { operations } from './operations';
import { pageCache } from './page-cache';
import { pagesBySegment } from './pages-by-segment';
import { refuse } from './refuse';
import { routeFinder } from './route-of';

let loop: LoopWatch | undefined;
let stopping = false;
const development = env.NODE_ENV !== 'production';
if (!development) logConsole(console);
export { log };

/** Every request that no static file answered. */
export const handler = express();
handler.disable('x-powered-by');
handler.disable('etag');
handler.set('trust proxy', env.TRUST_PROXY);

handler.use(logRequests);
handler.use(
  operations({
    dataDir: env.DATA_DIR,
    minFreeBytes: env.MIN_FREE_MB * 1024 * 1024,
    metricsToken: env.METRICS_TOKEN,
    stopping: () => stopping,
  }),
);
handler.use(countRequests(routeFinder(build.routes)));
handler.use(...securityHeaders({ development, https: env.SITE_URL?.startsWith('https:') ?? false }));
handler.use(useLocale, checkUrl, checkSameOrigin(env.SITE_URL), limitBody, countOpened);
if (!development) handler.use(pageCache(pageVersion));
handler.use(
  shedSearches(
    () => loop?.overloaded() ?? false,
    () => metrics.shed.inc(),
  ),
);
const answering = (some: ServerBuild) =>
  createRequestHandler({
    build: some,
    mode: env.NODE_ENV,
    getLoadContext: (req, res) => ({
      nonce: String(res.locals.nonce),
      requestId: String(res.locals.requestId),
      network: networkOf(req.ip),
      overloaded: res.locals.overloaded === true,
    }),
  });
const answerPage = pagesBySegment(build, answering);
handler.use((req, res, next) => answerPage(req.path)(req, res, next));

const answerFailure: ErrorRequestHandler = (error, req, res, next) => {
  // A refused body has already been answered.
  if (res.headersSent) return res.writableEnded ? undefined : next(error);
  log.error({ requestId: String(res.locals.requestId), stack: stackOf(error) }, 'request failed');
  refuse(req, res, 'fault');
};
handler.use(answerFailure);

/**
 * Changes whenever a visitor's page could: with the data, the way search answers, and the day. Undefined while the
 * database is away: then the page's own loader says so.
 */
async function pageVersion(): Promise<string | undefined> {
  const data = await dataVersion().catch((error: unknown) => {
    if (storageTrouble(error)) return undefined;
    throw error;
  });
  return data && [data, searchStatus(), searchGeneration(), todayOn()].join(' ');
}

/** Prepares the database, then starts search and its worker. Returns where to listen and how to leave. */
export async function start(): Promise<{ host: string; port: number; drainMs: number }> {
  const applied = await migrate();
  if (applied > 0) log.info({ applied }, 'migrations');
  startSearch({ log: (level, message) => log[level](message) });
  startOutboxWorker();
  startJobs();
  loop ??= watchLoop((overloaded) =>
    log.warn(overloaded ? 'overloaded: anonymous searches are refused' : 'overload is over'),
  );
  return { host: env.HOST, port: env.PORT, drainMs: env.DRAIN_SECONDS * 1000 };
}

/** From now on /readyz says that this process is going away. */
export function drain(): void {
  stopping = true;
}

/** Ends what start() began, in reverse. */
export async function stop(): Promise<void> {
  loop?.stop();
  loop = undefined;
  await stopJobs();
  await stopOutboxWorker();
  await stopSearch();
  await closeDatabase();
}
