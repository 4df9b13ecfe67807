import { formatNumber } from '~/format';
import { Link } from './link';

export interface WorkspaceLink {
  label: string;
  href: string;
  count?: number;
  current?: boolean;
}

/** The pages of one's own workspace; stands in a `.with-nav` grid beside the content. */
export function WorkspaceNav({ label, links }: { label: string; links: readonly WorkspaceLink[] }) {
  return (
    <nav className="workspace-nav" aria-label={label}>
      <ul>
        {links.map((link) => (
          <li key={link.href}>
            <Link href={link.href} aria-current={link.current ? 'page' : undefined}>
              {link.label}
              {link.count ? <span className="c"> {formatNumber(link.count)}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
