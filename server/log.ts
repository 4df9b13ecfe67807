import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { log, pathForLog } from '~/log.server';

/** Asked every few seconds by machines: not worth a line at the usual level. */
const quietPaths = new Set(['/healthz', '/readyz', '/metrics']);

/** Gives every request an id and writes one line about it: no address, no query, no names. */
export const logRequests: RequestHandler = (req, res, next) => {
  const startedAt = performance.now();
  const requestId = randomUUID();
  res.locals.requestId = requestId;
  res.set('X-Request-Id', requestId);
  const path = pathForLog(req.path);
  res.on('close', () => {
    const ms = Math.round(performance.now() - startedAt);
    const route = res.locals.route as string | undefined;
    const aborted = res.writableFinished ? undefined : true;
    const line = { requestId, method: req.method, path, route, status: res.statusCode, ms, aborted };
    if (quietPaths.has(path)) log.debug(line, 'request');
    else if (res.statusCode >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  });
  next();
};
