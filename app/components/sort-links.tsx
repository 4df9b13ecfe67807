import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Link } from './link';

export interface SortLink {
  label: string;
  href: string;
  current?: boolean;
}

export interface SortLinksProps {
  links: readonly SortLink[];
  /** What is chosen here, when it is not the order. */
  label?: string;
  /** Left out on paper. */
  noPrint?: boolean;
  children?: ReactNode;
}

/** Orders a list can stand in, with what else one may do with it at the end. */
export function SortLinks({ links, label, noPrint = false, children }: SortLinksProps) {
  return (
    <div className={noPrint ? 'listbar no-print' : 'listbar'}>
      <div className="sort">
        <span className="soft">{label ?? m.common_sort()}</span>
        {links.map((link) => (
          <Link key={link.href} href={link.href} aria-current={link.current ? 'true' : undefined}>
            {link.label}
          </Link>
        ))}
      </div>
      {children ? <span className="end cluster">{children}</span> : null}
    </div>
  );
}
