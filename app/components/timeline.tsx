import type { ReactNode } from 'react';
import { InstantText } from './date-text';
import { FileList, type FileLink } from './file-list';

export interface TimelineEvent {
  id: string;
  at: Date;
  /** letter: someone wrote; key: a step was taken; plain: something happened. */
  kind?: 'letter' | 'key' | 'plain';
  /** Who, or what happened; for letters set bold. */
  who: ReactNode;
  /** Their organisation and post. */
  role?: ReactNode;
  /** What was written, or the particulars of a step. */
  body?: string | ReactNode;
  files?: readonly FileLink[];
}

const classNames = { letter: 'msg', key: 'key', plain: undefined } as const;

/** What happened and what was written, newest first. */
export function Timeline({ events, brief = false }: { events: readonly TimelineEvent[]; brief?: boolean }) {
  return (
    <ol className={brief ? 'line-of-time brief' : 'line-of-time'}>
      {events.map((event) => {
        const kind = event.kind ?? 'plain';
        return (
          <li key={event.id} className={classNames[kind]}>
            <p className="by">
              {kind === 'plain' ? <span>{event.who}</span> : <b>{event.who}</b>}
              {event.role ? <span className="soft small">{event.role}</span> : null}
              <InstantText at={event.at} brief />
            </p>
            {event.body || (event.files && event.files.length > 0) ? (
              <div className="letter">
                <Paragraphs body={event.body} />
                <FileList files={event.files ?? []} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** Plain text as paragraphs, cut at its line ends. */
export function Paragraphs({ body }: { body: ReactNode }) {
  if (typeof body !== 'string') return <>{body}</>;
  return (
    <>
      {body
        .split(/\r?\n+/)
        .filter((line) => line.trim())
        .map((line, index) => (
          <p key={index}>{line}</p>
        ))}
    </>
  );
}
