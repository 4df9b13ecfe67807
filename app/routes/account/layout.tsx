import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { WorkspaceNav } from '~/components/workspace-nav';
import { countWaiting } from '~/domain/leads/queue.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const loader = guard('signed-in', async ({ viewer }) => ({
  kind: viewer.organisationKind,
  waiting: viewer.organisationKind === 'bureau' ? 0 : await countWaiting(viewer),
}));

function linksFor(kind: 'enterprise' | 'buyer' | 'bureau') {
  const desk = { label: m.account_nav_desk(), href: paths.account() };
  const leads = { label: m.account_nav_leads(), href: paths.accountLeads() };
  if (kind === 'enterprise')
    return [
      desk,
      { label: m.account_nav_products(), href: paths.accountProducts() },
      { label: m.account_nav_responses(), href: paths.accountResponses() },
      leads,
    ];
  if (kind === 'buyer')
    return [desk, { label: m.account_nav_scenarios(), href: paths.accountScenarios() }, leads];
  return [];
}

export default function AccountLayout() {
  const { kind, waiting } = useLoaderData<typeof loader>();
  const here = useLocation().pathname.replace(/\/+$/, '');
  const links = linksFor(kind).map((link) => ({
    ...link,
    current:
      link.href === paths.account()
        ? here === link.href
        : here === link.href || here.startsWith(`${link.href}/`),
    count: link.href === paths.accountLeads() ? waiting : undefined,
  }));
  return (
    <div className="with-nav">
      {links.length ? <WorkspaceNav label={m.account_nav()} links={links} /> : <div />}
      <div className="stack loose">
        <Outlet />
      </div>
    </div>
  );
}
