import { data } from '@remix-run/node';
import { safeReturnTo } from '~/paths';

/** To be thrown: nothing is there, or nothing the viewer may know of. */
export function notFound() {
  return data(null, { status: 404, statusText: 'Not Found' });
}

/** To be thrown: the viewer may not do this. */
export function forbidden() {
  return data(null, { status: 403, statusText: 'Forbidden' });
}

/** To be thrown: the thing has changed meanwhile, or its state does not allow this. */
export function conflict(reason?: string) {
  return data(reason ?? null, { status: 409, statusText: 'Conflict' });
}

/** The headers of a 503 answer: when to try again. */
export const retryAfter = () => ({ 'Retry-After': '10', 'Cache-Control': 'no-store' });

/** To be thrown: not possible now, but in a while. */
export function unavailable() {
  return data(null, { status: 503, statusText: 'Service Unavailable', headers: retryAfter() });
}

/** To be thrown: the request makes no sense. */
export function badRequest(reason?: string) {
  return data(reason ?? null, { status: 400, statusText: 'Bad Request' });
}

/** To be thrown: what was posted is no form. */
export function unsupported() {
  return data(null, { status: 415, statusText: 'Unsupported Media Type' });
}

/** An error answer for machines (RFC 9457). */
export function problem(status: number, title: string, detail?: string, headers?: HeadersInit): Response {
  const all = new Headers(headers);
  all.set('Content-Type', 'application/problem+json; charset=utf-8');
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: all,
  });
}

/** A redirect (303) within this site; any other destination becomes the home page. */
export function redirectTo(path: string, headers?: HeadersInit): Response {
  const all = new Headers(headers);
  all.set('Location', safeReturnTo(path).replace(/[^\x21-\x7e]+/gu, encodeURIComponent));
  return new Response(null, { status: 303, headers: all });
}
