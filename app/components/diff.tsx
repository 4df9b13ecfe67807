import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';

export interface Change {
  field: string;
  was: ReactNode;
  now: ReactNode;
}

/** What was changed, field by field: an addendum, a resubmission. */
export function Diff({
  title,
  meta,
  changes,
  reason,
}: {
  title?: ReactNode;
  meta?: ReactNode;
  changes: readonly Change[];
  reason?: ReactNode;
}) {
  return (
    <article className="diff">
      {title ? (
        <div>
          <h3>{title}</h3>
          {meta ? <p className="meta">{meta}</p> : null}
        </div>
      ) : null}
      {changes.map((change) => (
        <div key={change.field}>
          <span className="field">{change.field}</span>
          <span className="was">
            <span className="vh">{m.common_diff_was()}</span>
            <del>{change.was}</del>
          </span>
          <span className="now">
            <span className="vh">{m.common_diff_now()}</span>
            <ins>{change.now}</ins>
          </span>
        </div>
      ))}
      {reason ? <div className="small soft">{reason}</div> : null}
    </article>
  );
}
