import type { RequestHandler } from 'express';
import { isbot } from 'isbot';
import { noteOpened } from '~/domain/search-terms/note-search.server';
import type { CountedType } from '~/domain/search-terms/search-term';

const item = /^\/(product|scenario|publication|organisation)s\/([\w-]{1,40}?)(?:\.data)?$/;
const results = ['/search', '/products', '/scenarios'];

/** Publications and organisations are hits in their own tabs only: beside products and scenarios they say whose these are. */
const isHit = (type: string, { pathname, searchParams }: URL) =>
  type === 'product' || type === 'scenario'
    ? results.includes(pathname)
    : pathname === '/search' && searchParams.get('type') === type;

/** Counts what is opened out of the results of a search: the browser says where a reader comes from. */
export const countOpened: RequestHandler = (req, res, next) => {
  const [, type, code] = (req.method === 'GET' && item.exec(req.path)) || [];
  const from = req.headers.referer;
  if (type && code && from && URL.canParse(from) && !isbot(req.headers['user-agent'])) {
    const page = new URL(from);
    const q = page.searchParams.get('q');
    if (q && page.host === req.headers.host && isHit(type, page))
      res.on('finish', () => {
        if (res.statusCode === 200) noteOpened({ q, type: type as CountedType }, code);
      });
  }
  next();
};
