import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { log, pathForLog, stackOf } from '~/log.server';
import { ResponseContext } from '~/nonce';
import { withRefusedTitle } from '~/refused-title.server';
import { wholePage } from '~/whole-page.server';

/** How long one page may take to render, in milliseconds. */
export const streamTimeout = 10_000;

/** Renders a page and answers with it when it is whole. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  let late: NodeJS.Timeout | undefined;
  const html = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const page = renderToPipeableStream(
      <ResponseContext.Provider value={{ nonce, requestId }}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </ResponseContext.Provider>,
      // A failure is Remix's to report and to answer with an error page.
      { nonce, onAllReady: () => void wholePage(page).then(resolve, reject), onError: reject },
    );
    late = setTimeout(() => page.abort(), streamTimeout + 1000);
  }).finally(() => clearTimeout(late));
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  if (status === 503 && !headers.has('Retry-After')) headers.set('Retry-After', '10');
  headers.append('Vary', 'Cookie');
  const whole = withRefusedTitle(html, remixContext.staticHandlerContext.actionData);
  return new Response(whole, { headers, status });
}

/** Called by Remix for every loader, action or render that threw something other than a Response. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted) report(error, context.requestId, request);
}

function report(error: unknown, requestId: string, request: Request) {
  // A body that was too large: refused and answered while it arrived.
  if (error instanceof Error && 'status' in error && error.status === 413) return;
  const path = pathForLog(new URL(request.url).pathname);
  log.error({ requestId, path, stack: stackOf(error) }, 'failed');
}
