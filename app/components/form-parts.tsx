import { useEffect, useId, useRef, type ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { formatNumber } from '~/format';
import { refusedTitle } from '~/refused-title';

/** （选填） behind a label. */
export function OptionalMark() {
  return (
    <>
      {' '}
      <span className="opt">{m.common_optional()}</span>
    </>
  );
}

/** The buttons of a form, the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

export interface ErrorSummaryProps {
  /** By field, in the order of the fields; a key without a field of that id is shown without a link. */
  errors: Readonly<Record<string, string | undefined>> | null | undefined;
  /** When this changes, the summary takes the focus again; the action's data, say. */
  focusKey?: unknown;
  /** Keys of errors that belong to no field. */
  general?: readonly string[];
}

/** What has to be changed, on top of the form, each a link to its field; the title of the page says so too. */
export function ErrorSummary({ errors, focusKey, general = ['form'] }: ErrorSummaryProps) {
  const headingId = useId();
  const box = useRef<HTMLDivElement>(null);
  const listed = Object.entries(errors ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const shown = listed.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, focusKey]);
  useEffect(() => {
    if (!shown) return;
    document.title = refusedTitle(document.title, true);
    return () => {
      document.title = refusedTitle(document.title, false);
    };
  }, [shown, focusKey]);
  if (!shown) return null;
  return (
    <div ref={box} className="err-summary" role="alert" tabIndex={-1} aria-labelledby={headingId}>
      <h2 id={headingId}>{m.common_errors({ count: formatNumber(listed.length) })}</h2>
      <ul>
        {listed.map(([field, text]) => (
          <li key={field}>{general.includes(field) ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
