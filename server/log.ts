import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { pino } from 'pino';
import { env } from '~/env.server';

export const log = pino({ level: env.LOG_LEVEL, base: undefined });

/** Gives every request an id and writes one line about it: no address, no query, no names. */
export const logRequests: RequestHandler = (req, res, next) => {
  const startedAt = performance.now();
  const requestId = randomUUID();
  res.locals.requestId = requestId;
  res.set('X-Request-Id', requestId);
  const path = req.path.slice(0, 200);
  res.on('close', () => {
    const ms = Math.round(performance.now() - startedAt);
    const line = { requestId, method: req.method, path, status: res.statusCode, ms };
    if (res.statusCode >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  });
  next();
};
