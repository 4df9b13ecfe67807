import { createRequestHandler } from '@remix-run/express';
import express, { type ErrorRequestHandler } from 'express';
import * as build from 'virtual:remix/server-build';
import { closeDatabase, databaseReady } from '#db/client.server';
import { migrate } from '#db/migrate.server';
import { startSearch, stopSearch } from '#search/engine.server';
import { startOutboxWorker, stopOutboxWorker } from '#search/outbox.server';
import { env } from '~/env.server';
import { checkSameOrigin, checkUrl, limitBody } from './guards';
import { securityHeaders } from './headers';
import { useLocale } from './locale';
import { log, logRequests } from './log';

const development = env.NODE_ENV !== 'production';

/** Every request that no static file answered. */
export const handler = express();
handler.disable('x-powered-by');
handler.disable('etag');
handler.set('trust proxy', env.TRUST_PROXY);

handler.use(logRequests);
handler.get('/healthz', (_req, res) => void res.set('Cache-Control', 'no-store').json({ status: 'ok' }));
handler.get('/readyz', (_req, res, next) => {
  Promise.resolve(databaseReady())
    .catch(() => false)
    .then((ready) => {
      const status = ready ? 'ready' : 'not ready';
      res
        .status(ready ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ status, database: ready });
    })
    .catch(next);
});
handler.use(...securityHeaders({ development, https: env.SITE_URL?.startsWith('https:') ?? false }));
handler.use(checkUrl, checkSameOrigin(env.SITE_URL), limitBody, useLocale);
handler.use(
  createRequestHandler({
    build,
    mode: env.NODE_ENV,
    getLoadContext: (_req, res) => ({
      nonce: String(res.locals.nonce),
      requestId: String(res.locals.requestId),
    }),
  }),
);

const answerFailure: ErrorRequestHandler = (error, _req, res, next) => {
  // A refused body has already been answered.
  if (res.headersSent) return res.writableEnded ? undefined : next(error);
  log.error({ requestId: String(res.locals.requestId), err: error as unknown }, 'request failed');
  res.status(500).type('text/plain').set('Cache-Control', 'no-store');
  res.send(`Internal error ${String(res.locals.requestId)}`);
};
handler.use(answerFailure);

/** Prepares the database, then starts search and its worker. Returns where to listen. */
export async function start(): Promise<{ host: string; port: number }> {
  const applied = await migrate();
  if (applied > 0) log.info({ applied }, 'migrations');
  startSearch();
  startOutboxWorker();
  return { host: env.HOST, port: env.PORT };
}

/** Ends what start() began, in reverse. */
export async function stop(): Promise<void> {
  await stopOutboxWorker();
  await stopSearch();
  await closeDatabase();
}
