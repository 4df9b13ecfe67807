import * as m from '~/paraglide/messages';
import { Dated } from './date-text';
import { Link } from './link';

export interface Pill {
  /** The condition in words: 行业：无人机. */
  label: string;
  /** Where the list is without it. */
  href: string;
}

/** The conditions that are set, each removable. */
export function Pills({ pills, clearHref }: { pills: readonly Pill[]; clearHref?: string }) {
  if (pills.length === 0) return null;
  return (
    <div className="pills">
      <span className="vh">{m.common_pills()}</span>
      {pills.map((pill) => (
        <Link
          key={pill.href}
          className="pill"
          href={pill.href}
          aria-label={m.common_pill_remove({ label: pill.label })}
        >
          <span>
            <Dated text={pill.label} />
          </span>
        </Link>
      ))}
      {clearHref ? (
        <Link className="btn quiet s" href={clearHref}>
          {m.common_pills_clear()}
        </Link>
      ) : null}
    </div>
  );
}
