import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';

const maxUrlLength = 4096;
/** The largest request body in bytes. */
export const maxBodyBytes = 1024 * 1024;

function refuse(res: Response, status: number, text: string) {
  res.status(status).type('text/plain').set('Cache-Control', 'no-store').send(text);
}

/** Refuses addresses that are too long (414), badly encoded or holding NUL, which no database keeps (400), or sent with a Host that is no host name (400). */
export const checkUrl: RequestHandler = (req, res, next) => {
  if (req.url.length > maxUrlLength) return refuse(res, 414, 'URI too long');
  try {
    decodeURIComponent(req.url.split('?', 1)[0] ?? '');
    new URL(req.url, `http://${req.headers.host ?? ''}`);
  } catch {
    return refuse(res, 400, 'Bad request');
  }
  if (
    req.url.includes('%00') ||
    !req.url.startsWith('/') ||
    req.url.startsWith('//') ||
    req.url.includes('\\')
  ) {
    return refuse(res, 400, 'Bad request');
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
    if (!allowed) return refuse(res, 403, 'Forbidden: this request was not sent by a page of this site');
    next();
  };
}

/** Refuses bodies over 1 MB (413), by the announced length at once and by count while they arrive. */
export const limitBody: RequestHandler = (req, res, next) => {
  if (Number(req.headers['content-length'] ?? 0) > maxBodyBytes) {
    res.set('Connection', 'close');
    return refuse(res, 413, 'Content too large');
  }
  if (req.headers['transfer-encoding'] !== undefined) countBody(req, res);
  next();
};

// The parser hands every chunk to push(); listening for 'data' instead would take the chunks from the reader.
function countBody(req: IncomingMessage, res: ServerResponse) {
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
      res.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      res.end('Content too large', close);
    }
    return false;
  };
}
