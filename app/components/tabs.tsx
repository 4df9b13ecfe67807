import { formatNumber } from '~/format';
import { Link } from './link';

export interface Tab {
  label: string;
  href: string;
  count?: number;
  current?: boolean;
}

/** Sorts of the same thing, side by side, each a page of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className="c"> {formatNumber(tab.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
