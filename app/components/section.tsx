import { useId, type ReactNode } from 'react';
import { Link } from './link';

export interface SectionProps {
  title: ReactNode;
  /** The id of the heading, to link to it. */
  id?: string;
  /** A quiet word behind the heading. */
  sub?: ReactNode;
  more?: { href: string; label: string };
  /** Put the quiet word under the heading. */
  stacked?: boolean;
  children: ReactNode;
}

/** A section: a rule of ink, the heading, then the content. */
export function Section({ title, id, sub, more, stacked = false, children }: SectionProps) {
  const own = useId();
  const headingId = id ?? own;
  return (
    <section className="sec" aria-labelledby={headingId}>
      <header className={stacked ? 'stacked' : undefined}>
        <h2 id={headingId}>{title}</h2>
        {sub ? <p>{sub}</p> : null}
        {more ? (
          <Link className="more" href={more.href}>
            {more.label}
          </Link>
        ) : null}
      </header>
      {children}
    </section>
  );
}
