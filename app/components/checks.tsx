import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';

export interface Check {
  /** The number of the requirement. */
  number: number;
  /** met, unknown (not said: worth asking), unmet, or not a matter of this product. */
  outcome: 'met' | 'unknown' | 'unmet' | 'none';
  text: ReactNode;
}

const signs = {
  met: { className: 'y', sign: '✓' },
  unknown: { className: 'q', sign: '?' },
  unmet: { className: 'x', sign: '✗' },
  none: { className: 'x', sign: '–' },
} as const;

function outcomeText(outcome: Check['outcome']): string {
  switch (outcome) {
    case 'met':
      return m.common_check_met();
    case 'unknown':
      return m.common_check_unknown();
    case 'unmet':
      return m.common_check_unmet();
    case 'none':
      return m.common_check_none();
  }
}

/** A product held against the requirements, one by one. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={check.number}>
          <span className="ix">{check.number}</span>
          <span className={signs[check.outcome].className}>
            <span aria-hidden="true">{signs[check.outcome].sign}</span>
            <span className="vh">{outcomeText(check.outcome)}</span>
          </span>
          <span>{check.text}</span>
        </li>
      ))}
    </ul>
  );
}
