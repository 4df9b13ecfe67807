import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { paths } from '~/paths';
import { refuse } from './refuse';

/** Failed sign-ins from one address: many, because a whole city hall may share one. */
export const mostFailures = { points: 300, duration: 10 * 60 };
const isSignIn = new RegExp(`^${paths.signIn()}(\\.data)?/?$`, 'i');

/** Where a request comes from; of an IPv6 address the half that a provider gives to one customer. */
export function origin(address = ''): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/**
 * Refuses (429) sign-ins from an address with too many failures in ten minutes, before the database is asked: each
 * attempt writes there, and guessing at many accounts is not seen in the counts of one. Counted by each process for
 * itself; counts for one account are in the database.
 */
export function limitSignIns(most = mostFailures): RequestHandler {
  const limiter = new RateLimiterMemory(most);
  return (req, res, next) => {
    if (req.method !== 'POST' || !isSignIn.test(req.path)) return next();
    const from = origin(req.ip);
    limiter.consume(from).then(
      () => {
        // Only what failed counts: a page that leads on is a success.
        res.on('finish', () => void (res.statusCode < 400 && limiter.reward(from)));
        next();
      },
      (refused: { msBeforeNext?: number }) => {
        res.set('Retry-After', String(Math.ceil((refused.msBeforeNext ?? 60_000) / 1000)));
        refuse(req, res, 'often');
      },
    );
  };
}
