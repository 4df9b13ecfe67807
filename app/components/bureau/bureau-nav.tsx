import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { WorkspaceNav } from '../workspace-nav';

/** The pages of the bureau's workspace, with the one at `pathname` marked. */
export function BureauNav({ pathname }: { pathname: string }) {
  const links = [
    { label: m.bureau_nav_desk(), href: paths.bureau() },
    { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
    { label: m.bureau_nav_scenarios(), href: paths.bureauScenarios() },
    { label: m.bureau_nav_products(), href: paths.bureauProducts() },
    { label: m.bureau_nav_organisations(), href: paths.bureauOrganisations() },
    { label: m.bureau_nav_leads(), href: paths.bureauLeads() },
    { label: m.terms_title(), href: paths.bureauSearchTerms() },
    { label: m.vocabulary_title(), href: paths.bureauVocabulary() },
    { label: m.searches_title(), href: paths.accountSearches() },
  ];
  const isCurrent = (href: string) =>
    href === paths.bureau()
      ? pathname.replace(/\/$/, '') === href
      : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <WorkspaceNav
      label={m.bureau_nav()}
      links={links.map((link) => ({ ...link, current: isCurrent(link.href) }))}
    />
  );
}
