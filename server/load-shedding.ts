import type { Request, RequestHandler } from 'express';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { carriesOwnSession } from '~/session/session.server';
import { plainPage } from './plain-page';

/** What visitors are asked to wait, in seconds. */
export const retryAfterSeconds = 10;
const machines = /^\/(api\/v1\/(search|suggest)|sitemap\/[^/]+\.xml)$/i;
const searches = /^\/search(\.data|\/export\.(csv|xlsx))?$/i;
const lists = /^\/(products|scenarios)(\.data)?$/i;
/** What an address may say without asking anything of the search: plain lists go on. */
const plain = new Set(['page', 'sort', '_routes']);
const hasConditions = ({ query }: Request) =>
  Object.entries(query).some(([name, value]) => !plain.has(name) && value !== '');

const isSearch = (req: Request) =>
  machines.test(req.path) || searches.test(req.path) || (lists.test(req.path) && hasConditions(req));

/**
 * While the process is overloaded, answers anonymous searches with 503 at once, before anything else suffers: they
 * cost most and are repeated most easily. Lists with words or conditions are searches, and so is what is exported of
 * them. People who are signed in and every other page go on.
 */
export function shedSearches(overloaded: () => boolean, onShed: () => void): RequestHandler {
  return (req, res, next) => {
    if (!overloaded() || !isSearch(req) || carriesOwnSession(req.headers.cookie)) return next();
    onShed();
    res.status(503).set({ 'Retry-After': String(retryAfterSeconds), 'Cache-Control': 'no-store' });
    const requestId = String(res.locals.requestId);
    if (machines.test(req.path)) {
      const problem = { type: 'about:blank', title: 'Too busy', status: 503, detail: 'Try again shortly.' };
      return void res.type('application/problem+json').send(JSON.stringify({ ...problem, requestId }));
    }
    if (!req.path.toLowerCase().endsWith('.data')) {
      const actions = [
        { href: req.originalUrl, label: m.common_busy_again, isMain: true },
        { href: paths.products(), label: m.common_nav_products },
        { href: paths.scenarios(), label: m.common_nav_scenarios },
      ];
      const page = { title: m.common_busy, text: m.common_busy_text, actions };
      return void res.type('html').send(plainPage({ ...page, requestId, cookie: req.headers.cookie }));
    }
    // A page that is open asks for data in Remix's own format: the loader refuses before it searches.
    res.locals.overloaded = true;
    next();
  };
}
