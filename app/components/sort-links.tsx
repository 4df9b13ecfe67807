import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Link } from './link';

export interface SortLink {
  label: string;
  href: string;
  current?: boolean;
}

/** Orders a list can stand in, with what else one may do with it at the end. */
export function SortLinks({ links, children }: { links: readonly SortLink[]; children?: ReactNode }) {
  return (
    <div className="listbar">
      <div className="sort">
        <span className="soft">{m.common_sort()}</span>
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
