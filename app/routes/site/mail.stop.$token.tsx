import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmPage } from '~/components/confirm-page';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { findByStopToken, stopAlerts } from '~/domain/searches/saved-searches.server';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.searches_stop() }) },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

// Whoever holds the token got the mail. Opening the link changes nothing: mail programs open links by themselves.
export const loader = guard('public', async ({ params }) => {
  const search = await findByStopToken(params.token ?? '');
  if (!search) throw notFound();
  return search;
});

/** Also called by mail programs themselves, in one click (RFC 8058). */
export const action = guard('public', async ({ params }) => {
  if (!(await stopAlerts(params.token ?? ''))) throw notFound();
  return { stopped: true };
});

export default function StopAlertsPage() {
  const { label, frequency } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.stopped || frequency === 'off')
    return (
      <>
        <PageHead title={m.searches_stopped_title()} lede={m.searches_stopped_text({ label })} />
        <p>
          <Link href={paths.accountSearches()}>{m.searches_stopped_link()}</Link>
        </p>
      </>
    );
  return (
    <ConfirmPage
      title={m.searches_stop_title()}
      confirmLabel={m.searches_stop()}
      backHref={paths.home()}
      tone="act"
    >
      {m.searches_stop_text({ label })}
    </ConfirmPage>
  );
}
