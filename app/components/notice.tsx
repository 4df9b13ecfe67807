import type { ReactNode } from 'react';

export interface NoticeProps {
  tone?: 'info' | 'ok' | 'warn' | 'danger' | 'plain';
  title?: ReactNode;
  /** Say it at once to those who listen: the outcome of what was just done. */
  live?: boolean;
  children?: ReactNode;
}

/** Something to know, with a bar. */
export function Notice({ tone = 'info', title, live = false, children }: NoticeProps) {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div className={tone === 'info' ? 'notice' : `notice ${tone}`} role={role}>
      {title ? <h2>{title}</h2> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
