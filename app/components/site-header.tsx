import { Form } from '@remix-run/react';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Link } from './link';
import { OrganisationName } from './organisation-name';
import { SearchBox } from './search-box';
import { Preferences, type PreferencesProps } from './preferences';

export interface HeaderViewer {
  name: string;
  organisationName: string;
  organisationKind: 'enterprise' | 'buyer' | 'bureau';
}

export interface SiteHeaderProps extends PreferencesProps {
  viewer?: HeaderViewer | null;
  /** How many things wait for this person. */
  waiting?: number;
  query?: string;
  /** The home page has a large search box of its own. */
  hideSearch?: boolean;
}

/** The head of every page. */
export function SiteHeader({
  viewer,
  waiting = 0,
  query,
  hideSearch = false,
  ...preferences
}: SiteHeaderProps) {
  const path = preferences.returnTo.split('?')[0] ?? '/';
  return (
    <>
      <a className="skip" href="#main">
        {m.common_skip()}
      </a>
      <header>
        <div className="bar">
          <div className="wrap">
            <span className="host">{m.common_site_long()}</span>
            <Preferences {...preferences} />
            {viewer ? (
              <Viewer viewer={viewer} waiting={waiting} path={path} />
            ) : (
              <SignIn {...preferences} path={path} />
            )}
          </div>
        </div>
        <div className="masthead">
          <div className="wrap">
            <Link className="brand" href={paths.home()} aria-current={path === '/' ? 'page' : undefined}>
              <svg aria-hidden="true">
                <use href="/seals.svg#site" />
              </svg>
              {m.common_site_name()}
            </Link>
            <nav className="mainnav" aria-label={m.common_main_nav()}>
              {mainLinks().map(({ href, label }) => (
                <Link key={href} href={href} aria-current={within(path, href) ? 'page' : undefined}>
                  {label}
                </Link>
              ))}
            </nav>
            {hideSearch ? <span /> : <SearchBox query={query} />}
          </div>
        </div>
      </header>
    </>
  );
}

function mainLinks() {
  return [
    { href: paths.scenarios(), label: m.common_nav_scenarios() },
    { href: paths.products(), label: m.common_nav_products() },
    { href: paths.publications(), label: m.common_nav_publications() },
    { href: paths.intentions(), label: m.common_nav_intentions() },
    { href: paths.policies(), label: m.common_nav_policies() },
  ];
}

function within(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}

function Viewer({ viewer, waiting, path }: { viewer: HeaderViewer; waiting: number; path: string }) {
  const desk = viewer.organisationKind === 'bureau' ? paths.bureau() : paths.account();
  const label = m.common_active_organisation({ organisation: viewer.organisationName, name: viewer.name });
  return (
    <>
      <Link className="who" href={desk} aria-label={label}>
        <b>
          <OrganisationName name={viewer.organisationName} />
        </b>
        <i>{viewer.name}</i>
      </Link>
      <Link href={desk} aria-current={path === desk ? 'page' : undefined}>
        {m.common_waiting()}
        {waiting > 0 ? <span className="waiting">{waiting}</span> : null}
      </Link>
      <Form method="post" action={paths.signOut()} reloadDocument>
        <button type="submit" className="link">
          {m.common_sign_out()}
        </button>
      </Form>
    </>
  );
}

function SignIn({ returnTo, path }: { returnTo: string; path: string }) {
  const fromNowhere = path === paths.signIn() || path === paths.home();
  const href = fromNowhere ? paths.signIn() : paths.signIn(returnTo);
  return (
    <Link href={href} aria-current={path === paths.signIn() ? 'page' : undefined}>
      {m.common_sign_in()}
    </Link>
  );
}
