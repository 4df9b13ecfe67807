import type { Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { readCookie } from '~/cookies';
import { readModes } from '~/modes';
import { getLocale } from '~/paraglide/runtime';

type Header = number | string | string[];
/** A page as it was sent, cut where its nonce stood. */
type Page = { headers: [string, Header][]; pieces: Buffer[]; bytes: number };

const maxBytes = 64 * 1024 * 1024;
const maxPageBytes = 2 * 1024 * 1024;
/** What a page says of the hour (a deadline in three hours) may be this old, in milliseconds. */
const ttl = 60_000;
const ownCacheControl = 'private, no-cache';

/**
 * Keeps the pages that visitors without a session ask for, until anything in the database changes. `version` tells
 * what the data is now; undefined turns the cache off. A page with a Cache-Control of its own is never kept, nor one
 * that answers words somebody typed. The nonce in a kept page is replaced at each sending.
 */
export function pageCache(version: () => Promise<string | undefined>): RequestHandler {
  const pages = new LRUCache<string, Page>({
    maxSize: maxBytes,
    maxEntrySize: maxPageBytes,
    sizeCalculation: ({ bytes }) => bytes,
    ttl,
  });
  const rendering = new Map<string, Promise<void>>();

  async function answer(req: Request, res: Response): Promise<boolean> {
    const current = await version();
    if (current === undefined) return false;
    const { host, 'x-forwarded-host': forwardedHost, cookie } = req.headers;
    const site = [req.protocol, host, forwardedHost].join(' ');
    const key = [current, site, getLocale(), readModes(cookie), req.originalUrl].join('\n');
    // Who comes while the page is made waits for it; when that fails each makes its own.
    await rendering.get(key);
    const page = pages.get(key);
    if (page) {
      send(page, res);
      return true;
    }
    const kept = keep(res, (made) => pages.set(key, made)).finally(() => rendering.delete(key));
    rendering.set(key, kept);
    return false;
  }

  return (req, res, next) => {
    if (!isForEverybody(req)) return next();
    answer(req, res).then((answered) => (answered ? undefined : next()), next);
  };
}

const isForEverybody = ({ method, query, headers }: Request) =>
  method === 'GET' && query.q === undefined && readCookie(headers.cookie, 'session') === undefined;

function send({ headers, pieces }: Page, res: Response) {
  for (const [name, value] of headers) res.setHeader(name, value);
  const nonce = Buffer.from(String(res.locals.nonce));
  res.end(Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [nonce, piece]))));
}

/**
 * Listens to what is sent and hands it over when it was a whole page. Resolves when the page is made, not when it has
 * been read: a slow reader holds up nobody else.
 */
function keep(res: Response, store: (page: Page) => void): Promise<void> {
  const before = new Set(res.getHeaderNames());
  const chunks: Buffer[] = [];
  let bytes = 0;
  const listen = (chunk: unknown) => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return;
    bytes += chunk.length;
    if (bytes <= maxPageBytes) chunks.push(Buffer.from(chunk as Uint8Array));
  };
  const heard = (method: 'write' | 'end', made: () => void = () => undefined) => {
    const original = res[method].bind(res) as (...a: unknown[]) => never;
    res[method] = (...a: unknown[]) => {
      listen(a[0]);
      const out = original(...a);
      made();
      return out;
    };
  };
  heard('write');
  return new Promise((resolve) => {
    heard('end', () => {
      // Who went away may have ended the making before the page was whole.
      const whole = !res.destroyed && bytes <= maxPageBytes;
      const type = String(res.getHeader('Content-Type'));
      const plain = res.getHeader('Cache-Control') === ownCacheControl && !res.hasHeader('Set-Cookie');
      if (whole && plain && res.statusCode === 200 && type.startsWith('text/html')) {
        const headers = Object.entries(res.getHeaders()).filter(
          (header): header is [string, Header] => header[1] !== undefined && !before.has(header[0]),
        );
        const html = Buffer.concat(chunks).toString();
        const pieces = html.split(String(res.locals.nonce)).map((piece) => Buffer.from(piece));
        store({ headers, pieces, bytes });
      }
      resolve();
    });
    res.on('close', resolve);
  });
}
