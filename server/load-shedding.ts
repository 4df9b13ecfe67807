import type { Request, RequestHandler } from 'express';
import { readCookie } from '~/cookies';
import { paths } from '~/paths';
import { busyPage } from './busy-page';

/** What visitors are asked to wait, in seconds. */
export const retryAfterSeconds = 10;
const machines = new Set(['/api/v1/search', '/api/v1/suggest']);
const pages = new Set([paths.search(), `${paths.search()}.data`]);

const isAnonymousSearch = (req: Request) =>
  (machines.has(req.path) || pages.has(req.path)) && readCookie(req.headers.cookie, 'session') === undefined;

/**
 * While the process is overloaded, answers anonymous searches with 503 at once, before anything else suffers:
 * they cost most and are repeated most easily. People who are signed in and every other page go on.
 */
export function shedSearches(overloaded: () => boolean, onShed: () => void): RequestHandler {
  return (req, res, next) => {
    if (!isAnonymousSearch(req) || !overloaded()) return next();
    onShed();
    res.status(503).set({ 'Retry-After': String(retryAfterSeconds), 'Cache-Control': 'no-store' });
    const requestId = String(res.locals.requestId);
    if (machines.has(req.path)) {
      const problem = { type: 'about:blank', title: 'Too busy', status: 503, detail: 'Try again shortly.' };
      return void res.type('application/problem+json').send(JSON.stringify({ ...problem, requestId }));
    }
    if (!req.path.endsWith('.data'))
      return void res
        .type('html')
        .send(busyPage({ again: req.originalUrl, requestId, cookie: req.headers.cookie }));
    // A page that is open asks for data in Remix's own format: the loader refuses before it searches.
    res.locals.overloaded = true;
    next();
  };
}
