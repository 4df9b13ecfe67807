import type { LinksFunction, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorPage, errorWords } from '~/components/error-page';
import { SiteFooter } from '~/components/site-footer';
import { SiteHeader } from '~/components/site-header';
import { countDesk } from '~/domain/desk/count-desk.server';
import { env } from '~/env.server';
import { readModes } from '~/modes';
import { useNonce, useRequestId } from '~/nonce';
import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import styles from '~/styles/index.css?url';

/** For pages that name no title of their own; an error page says what happened. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? m.common_title({ page: errorWords(statusOf(error)).title }) : m.common_site_name() },
];

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const loader = guard('public', async ({ request, viewer }) => ({
  modes: readModes(request.headers.get('Cookie')),
  viewer: viewer && {
    name: viewer.name,
    organisationName: viewer.organisationName,
    organisationCode: viewer.organisationCode,
    organisationKind: viewer.organisationKind,
    role: viewer.role,
  },
  waiting: viewer ? (await countDesk(viewer)).total : 0,
  // Only for those who may send forms: pages of visitors are kept for all of them.
  formKey: viewer && crypto.randomUUID(),
  site: {
    hostOrganisation: env.SITE_HOST_ORGANISATION,
    recordNumber: env.SITE_RECORD_NUMBER,
    contact: env.SITE_CONTACT,
  },
}));

/** The document around every page and every error page. */
export function Layout({ children }: { children: ReactNode }) {
  const facts = useRouteLoaderData<typeof loader>('root');
  const failed = useRouteError() != null;
  const nonce = useNonce();
  const requestId = useRequestId();
  const { pathname, search } = useLocation();
  const preferences = { locale: getLocale(), modes: facts?.modes ?? [], returnTo: pathname + search };
  return (
    <html lang={getLocale()} className={facts?.modes.join(' ') || undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {failed && requestId ? <meta name="request-id" content={requestId} /> : null}
        <Meta />
        <Links />
      </head>
      <body>
        <SiteHeader
          {...preferences}
          viewer={facts?.viewer}
          waiting={facts?.waiting}
          query={new URLSearchParams(search).get('q') ?? undefined}
          hideSearch={pathname === paths.home() && !failed}
        />
        <main id="main">
          <div className="wrap">{children}</div>
        </main>
        <SiteFooter site={facts?.site} preferences={preferences} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Site() {
  return <Outlet />;
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);

export function ErrorBoundary() {
  const error = useRouteError();
  const requestId = useRequestId();
  return <ErrorPage status={statusOf(error)} requestId={requestId} />;
}
