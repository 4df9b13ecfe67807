import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { storageTrouble } from '#db/trouble.server';
import { readCookie } from '~/cookies';
import { closeSession, findSession, openSession, type Viewer } from '~/domain/accounts/sessions.server';
import { env } from '~/env.server';
import { getLocale } from '~/paraglide/runtime';

const cookieName = 'session';
const lifetimeMs = 12 * 60 * 60 * 1000;

/** Only this fingerprint is stored: a copy of the table opens no session. */
const fingerprint = (token: string) =>
  createHmac('sha256', env.SESSION_SECRET).update(token).digest('base64url');

/** Tells a token of ours from one that somebody has made up, without asking the database. */
const signature = (secret: string) => fingerprint(`signed ${secret}`).slice(0, 22);
const newToken = () => {
  const secret = randomBytes(32).toString('base64url');
  return `${secret}.${signature(secret)}`;
};

/** Whether a Cookie header carries a session that this site has given out, ended or not: no proof of who is asking. */
export function carriesOwnSession(header: string | undefined): boolean {
  const [secret = '', signed = ''] = readCookie(header, cookieName)?.split('.') ?? [];
  return signed.length === 22 && timingSafeEqual(Buffer.from(signed), Buffer.from(signature(secret)));
}

const cookie = (value: string, maxAgeSeconds: number) =>
  [
    `${cookieName}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Max-Age=${maxAgeSeconds}`,
    ...(env.SITE_URL?.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');

/** Who is asking, or undefined: one SQL statement, none for a visitor without the cookie. */
export async function readViewer(request: Request): Promise<Viewer | undefined> {
  const token = readCookie(request.headers.get('Cookie'), cookieName);
  return token ? findSession(fingerprint(token)) : undefined;
}

/** Opens a session for a membership; returns the header that hands it to the browser. */
export async function startSession(membershipId: string): Promise<string> {
  const token = newToken();
  await openSession(fingerprint(token), membershipId, new Date(Date.now() + lifetimeMs), getLocale());
  return cookie(token, lifetimeMs / 1000);
}

/** Ends the session that the request carries; returns the header that takes the cookie away. */
export async function endSession(request: Request): Promise<string> {
  const token = readCookie(request.headers.get('Cookie'), cookieName);
  const closed = token && closeSession(fingerprint(token));
  // Whoever signs out may be leaving a computer that others use: the cookie goes even when the table cannot be written.
  await (closed || undefined)?.catch((error: unknown) => {
    if (!storageTrouble(error)) throw error;
  });
  return cookie('', 0);
}
