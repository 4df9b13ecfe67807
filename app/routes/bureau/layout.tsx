import { Outlet, useLocation } from '@remix-run/react';
import { WorkspaceNav } from '~/components/workspace-nav';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** The bureau's workspace: its pages at the side. Each page guards itself. */
export default function BureauLayout() {
  const { pathname } = useLocation();
  const links = [
    { label: m.bureau_nav_desk(), href: paths.bureau() },
    { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
    { label: m.bureau_nav_scenarios(), href: paths.bureauScenarios() },
    { label: m.bureau_nav_products(), href: paths.bureauProducts() },
    { label: m.bureau_nav_organisations(), href: paths.bureauOrganisations() },
    { label: m.bureau_nav_leads(), href: paths.bureauLeads() },
    { label: m.terms_title(), href: paths.bureauSearchTerms() },
    { label: m.vocabulary_title(), href: paths.bureauVocabulary() },
  ];
  const isCurrent = (href: string) =>
    href === paths.bureau()
      ? pathname.replace(/\/$/, '') === href
      : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <div className="with-nav">
      <WorkspaceNav
        label={m.bureau_nav()}
        links={links.map((link) => ({ ...link, current: isCurrent(link.href) }))}
      />
      <div>
        <Outlet />
      </div>
    </div>
  );
}
