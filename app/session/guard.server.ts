import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { storageTrouble } from '#db/trouble.server';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { badRequest, forbidden, redirectTo, unavailable, unsupported } from '~/http.server';
import { log } from '~/log.server';
import { paths } from '~/paths';
import { copyOfForm, isReadable, keptAnswer } from './kept-answer.server';
import { readViewer } from './session.server';

export type { Viewer };
export type Access = 'public' | 'signed-in' | 'enterprise' | 'buyer' | 'bureau';
type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Seen<A extends Access> = A extends 'public' ? Viewer | undefined : Viewer;

// All loaders of one request share its context: the session is read once.
const known = new WeakMap<AppLoadContext, Promise<Viewer | undefined>>();

function viewerOf({ request, context }: Args) {
  const before = known.get(context);
  if (before) return before;
  const reading = readViewer(request);
  known.set(context, reading);
  return reading;
}

const mayPass = (access: Access, viewer: Viewer) =>
  access === 'public' || access === 'signed-in' || viewer.organisationKind === access;

/**
 * Wraps every loader and action: a parent route protects neither a child's loader nor its action.
 * A visitor is sent to sign in and comes back; the wrong kind of organisation gets 403. What is posted has to be a form
 * (415) that can be read (400). When the database cannot be read or written for the moment the answer is 503, and what was
 * typed stays on the page.
 */
export function guard<A extends Access, R>(access: A, handler: (args: Args & { viewer: Seen<A> }) => R) {
  return async (args: Args): Promise<Awaited<R>> => {
    const posted = args.request.method !== 'GET' && args.request.method !== 'HEAD';
    const copy = posted ? copyOfForm(args.request) : undefined;
    try {
      const viewer = await viewerOf(args);
      if (access !== 'public') checkViewer(access, viewer, args.request);
      if (posted && !copy) throw unsupported();
      return await handler({ ...args, viewer: viewer as Seen<A> });
    } catch (error) {
      const trouble = storageTrouble(error);
      // A visitor who went away breaks the connection, not the database.
      if (args.request.signal.aborted) throw error;
      if (!trouble)
        throw error instanceof TypeError && copy && !(await isReadable(copy)) ? badRequest() : error;
      const { requestId } = args.context;
      log.error({ requestId, trouble, err: error }, 'the database cannot do this now');
      const kept = copy && (await keptAnswer(copy).catch(() => undefined));
      if (!kept) throw unavailable();
      // Not part of R: forms read only what both kinds of answer have.
      return kept as Awaited<R>;
    }
  };
}

function checkViewer(access: Access, viewer: Viewer | undefined, { method, url }: Request) {
  if (viewer) {
    if (!mayPass(access, viewer)) throw forbidden();
    return;
  }
  const { pathname, search } = new URL(url);
  throw redirectTo(paths.signIn(method === 'GET' ? pathname.replace(/\.data$/, '') + search : undefined));
}
