import { useId, type ReactNode } from 'react';

export interface PanelProps {
  title?: ReactNode;
  /** The heading is there for those who listen only. */
  hideTitle?: boolean;
  /** The panel with the page's one act. */
  act?: boolean;
  children: ReactNode;
}

/** A box in the side column. */
export function Panel({ title, hideTitle = false, act = false, children }: PanelProps) {
  const id = useId();
  return (
    <section className={act ? 'panel act' : 'panel'} aria-labelledby={title ? id : undefined}>
      {title ? (
        <h2 id={id} className={hideTitle ? 'vh' : undefined}>
          {title}
        </h2>
      ) : null}
      {children}
    </section>
  );
}
