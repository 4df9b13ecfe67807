import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { forbidden, redirectTo } from '~/http.server';
import { paths } from '~/paths';
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
 * A visitor is sent to sign in and comes back; the wrong kind of organisation gets 403.
 */
export function guard<A extends Access, R>(access: A, handler: (args: Args & { viewer: Seen<A> }) => R) {
  return async (args: Args): Promise<Awaited<R>> => {
    const viewer = await viewerOf(args);
    if (access !== 'public') {
      if (!viewer) {
        const url = new URL(args.request.url);
        const here =
          args.request.method === 'GET' ? url.pathname.replace(/\.data$/, '') + url.search : undefined;
        throw redirectTo(paths.signIn(here));
      }
      if (!mayPass(access, viewer)) throw forbidden();
    }
    return await handler({ ...args, viewer: viewer as Seen<A> });
  };
}
