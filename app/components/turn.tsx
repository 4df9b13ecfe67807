import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';

/** Whose turn it is, since when, and what happens next. */
export function Turn({ title, mine, children }: { title: ReactNode; mine: boolean; children?: ReactNode }) {
  return (
    <section className={mine ? 'turn' : 'turn theirs'} aria-label={m.common_turn()}>
      <p className="who">{title}</p>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </section>
  );
}
