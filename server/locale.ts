import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import {
  baseLocale,
  isLocale,
  overwriteServerAsyncLocalStorage,
  serverAsyncLocalStorage,
} from '~/paraglide/runtime';
import { readCookie } from '~/cookies';

overwriteServerAsyncLocalStorage(new AsyncLocalStorage());

/** Runs the rest of the request in the language of its `lang` cookie. */
export const useLocale: RequestHandler = (req, _res, next) => {
  const wanted = readCookie(req.headers.cookie, 'lang');
  const locale = isLocale(wanted) ? wanted : baseLocale;
  serverAsyncLocalStorage?.run({ locale, origin: '', messageCalls: new Set() }, next);
};
