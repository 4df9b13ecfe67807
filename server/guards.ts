import type { Request, RequestHandler, Response } from 'express';
import { refusalOf, refuse } from './refuse';

const maxUrlLength = 4096;
/** The largest request body in bytes. */
export const maxBodyBytes = 1024 * 1024;

/**
 * Refuses addresses that are too long (414), badly encoded or holding NUL, which no database keeps (400), or sent with a
 * Host that is no host name (400). What a proxy says it was called counts for nothing: Remix would fail on a bad one.
 */
export const checkUrl: RequestHandler = (req, res, next) => {
  delete req.headers['x-forwarded-host'];
  if (req.url.length > maxUrlLength) return refuse(req, res, 'longAddress');
  try {
    decodeURIComponent(req.url.split('?', 1)[0] ?? '');
    new URL(req.url, `http://${req.headers.host ?? ''}`);
  } catch {
    return refuse(req, res, 'address');
  }
  if (
    req.url.includes('%00') ||
    !req.url.startsWith('/') ||
    req.url.startsWith('//') ||
    req.url.includes('\\')
  ) {
    return refuse(req, res, 'address');
  }
  next();
};

/** Mail programs post here by themselves (RFC 8058); the token in the address is what allows it. */
const fromAnywhere = /^\/mail\/stop\/[\w-]{20,64}$/;

/** Refuses (403) whatever could change something and was not sent by a page of this site. */
export function checkSameOrigin(siteUrl: string | undefined): RequestHandler {
  const siteHost = siteUrl && new URL(siteUrl).host;
  return (req, res, next) => {
    if (req.method === 'GET' || req.method === 'HEAD' || fromAnywhere.test(req.path)) return next();
    const { origin, host, 'sec-fetch-site': site } = req.headers;
    const originHost = origin && URL.canParse(origin) ? new URL(origin).host : undefined;
    const ownOrigin = originHost !== undefined && (originHost === host || originHost === siteHost);
    const allowed =
      origin === undefined
        ? site === 'same-origin'
        : ownOrigin && (site === undefined || site === 'same-origin');
    if (!allowed) return refuse(req, res, 'origin');
    // Remix compares the two again and fails where a proxy calls the site by another name.
    req.headers.host = originHost ?? host;
    next();
  };
}

/** Refuses bodies over 1 MB (413), by the announced length at once and by count while they arrive. */
export const limitBody: RequestHandler = (req, res, next) => {
  if (Number(req.headers['content-length'] ?? 0) > maxBodyBytes) {
    res.set('Connection', 'close');
    return refuse(req, res, 'size');
  }
  if (req.headers['transfer-encoding'] !== undefined) countBody(req, res);
  next();
};

// The parser hands every chunk to push(); listening for 'data' instead would take the chunks from the reader.
function countBody(req: Request, res: Response) {
  // made now: what arrives later does not know the language of the request
  const { type, body } = refusalOf(req, res, 'size');
  const push = req.push.bind(req);
  let received = 0;
  let refused = false;
  req.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (refused) return false;
    received += chunk?.length ?? 0;
    if (received <= maxBodyBytes) return push(chunk, encoding);
    refused = true;
    const close = () => req.destroy(Object.assign(new Error('content too large'), { status: 413 }));
    if (res.headersSent) close();
    else {
      res.writeHead(413, { 'Content-Type': type, 'Cache-Control': 'no-store', Connection: 'close' });
      res.end(body, close);
    }
    return false;
  };
}
