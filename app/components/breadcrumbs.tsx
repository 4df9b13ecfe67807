import * as m from '~/paraglide/messages';
import { Link } from './link';

export interface Crumb {
  label: string;
  /** Left out for the page itself, which comes last. */
  href?: string;
}

/** Where this page stands. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={m.common_breadcrumbs()}>
      <ol>
        {items.map((item, index) => (
          <li key={index} aria-current={item.href ? undefined : 'page'}>
            {item.href ? <Link href={item.href}>{item.label}</Link> : item.label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
