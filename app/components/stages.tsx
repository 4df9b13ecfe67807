import type { ReactNode } from 'react';

export interface Stage {
  label: string;
  state: 'done' | 'now' | 'skipped' | 'ahead';
  /** A date or a short word under the name. */
  note?: ReactNode;
}

const classNames = { done: 'done', now: 'now', skipped: 'skip-ok', ahead: undefined } as const;

/** How far something has come. */
export function Stages({ stages, label }: { stages: readonly Stage[]; label?: string }) {
  return (
    <ol className="stages" aria-label={label}>
      {stages.map((stage) => (
        <li
          key={stage.label}
          className={classNames[stage.state]}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          <b>{stage.label}</b>
          {stage.note}
        </li>
      ))}
    </ol>
  );
}
