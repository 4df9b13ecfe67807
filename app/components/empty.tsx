import type { ReactNode } from 'react';

/** Nothing here, why, and what one can do about it. */
export function Empty({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}
