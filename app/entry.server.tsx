import {
  createReadableStreamFromReadable,
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { withoutPadding } from '~/html-stream.server';
import { log, stackOf } from '~/log.server';
import { ResponseContext } from '~/nonce';

/** How long one page may take to render, in milliseconds. */
export const streamTimeout = 10_000;

/** Renders a page: to people as soon as its frame is ready, to robots when it is whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let responseStatus = status;
    let sent = false;
    const respond = () => {
      sent = true;
      const body = withoutPadding();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
      if (responseStatus === 503 && !headers.has('Retry-After')) headers.set('Retry-After', '10');
      headers.append('Vary', 'Cookie');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: responseStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <ResponseContext.Provider value={{ nonce, requestId }}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </ResponseContext.Provider>,
      {
        nonce,
        [isbot(request.headers.get('User-Agent')) ? 'onAllReady' : 'onShellReady']: respond,
        onShellError: (error) => reject(error instanceof Error ? error : new Error(String(error))),
        onError: (error) => {
          responseStatus = 500;
          // Before the frame is out the failure is reported by the caller.
          if (sent && !request.signal.aborted) report(error, requestId, request);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Called by Remix for every loader, action or render that threw something other than a Response. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) report(error, context.requestId, request);
}

function report(error: unknown, requestId: string, request: Request) {
  // A body that was too large: refused and answered while it arrived.
  if (error instanceof Error && 'status' in error && error.status === 413) return;
  const path = new URL(request.url).pathname;
  log.error({ requestId, path, stack: stackOf(error) }, 'failed');
}
