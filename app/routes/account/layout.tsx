import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react';
import { BureauNav } from '~/components/bureau/bureau-nav';
import { WorkspaceNav } from '~/components/workspace-nav';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { loader as rootLoader } from '~/root';
import { guard } from '~/session/guard.server';

export const loader = guard('signed-in', ({ viewer }) => ({
  kind: viewer.organisationKind,
}));

function linksFor(kind: 'enterprise' | 'buyer') {
  const desk = { label: m.account_nav_desk(), href: paths.account() };
  const leads = { label: m.account_nav_leads(), href: paths.accountLeads() };
  const searches = { label: m.searches_title(), href: paths.accountSearches() };
  if (kind === 'enterprise')
    return [
      desk,
      { label: m.account_nav_products(), href: paths.accountProducts() },
      { label: m.account_nav_responses(), href: paths.accountResponses() },
      leads,
      searches,
    ];
  return [
    desk,
    { label: m.account_nav_scenarios(), href: paths.accountScenarios() },
    leads,
    { label: m.shortlists_title(), href: paths.accountShortlists() },
    searches,
  ];
}

export default function AccountLayout() {
  const { kind } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <div className="with-nav">
      {kind === 'bureau' ? <BureauNav pathname={pathname} /> : <OwnNav kind={kind} pathname={pathname} />}
      <div className="stack loose">
        <Outlet />
      </div>
    </div>
  );
}

function OwnNav({ kind, pathname }: { kind: 'enterprise' | 'buyer'; pathname: string }) {
  const waiting = useRouteLoaderData<typeof rootLoader>('root')?.waiting;
  const here = pathname.replace(/\/+$/, '');
  const links = linksFor(kind).map((link) => ({
    ...link,
    current:
      link.href === paths.account()
        ? here === link.href
        : here === link.href || here.startsWith(`${link.href}/`),
    count: link.href === paths.account() ? waiting : undefined,
  }));
  return <WorkspaceNav label={m.account_nav()} links={links} />;
}
