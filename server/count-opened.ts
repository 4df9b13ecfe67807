import type { RequestHandler } from 'express';
import { isbot } from 'isbot';
import { noteOpened } from '~/domain/search-terms/note-search.server';

const item = /^\/(product|scenario)s\/([\w-]{1,40}?)(?:\.data)?$/;
const results = ['/search', '/products', '/scenarios'];

/** Counts what is opened out of the results of a search: the browser says where a reader comes from. */
export const countOpened: RequestHandler = (req, res, next) => {
  const [, type, code] = (req.method === 'GET' && item.exec(req.path)) || [];
  const from = req.headers.referer;
  if (type && code && from && URL.canParse(from) && !isbot(req.headers['user-agent'])) {
    const { host, pathname, searchParams } = new URL(from);
    const q = searchParams.get('q');
    if (q && host === req.headers.host && results.includes(pathname))
      res.on('finish', () => {
        if (res.statusCode === 200) noteOpened({ q, type: type as 'product' | 'scenario' }, code);
      });
  }
  next();
};
