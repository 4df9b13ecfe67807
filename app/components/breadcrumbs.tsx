import * as m from '~/paraglide/messages';
import { Dated } from './date-text';
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
        {items.map(({ label, href }, index) => {
          const words = <Dated text={label} />;
          return (
            <li key={index} aria-current={href ? undefined : 'page'}>
              {href ? <Link href={href}>{words}</Link> : words}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
