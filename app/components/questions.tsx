import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { InstantText } from './date-text';

export interface Question {
  id: string;
  question: string;
  askedAt: Date;
  /** Null while it stands unanswered. */
  answer: string | null;
  answeredAt: Date | null;
  /** Until when it should be answered. */
  note?: ReactNode;
}

/** Questions and their answers. */
export function Questions({ items }: { items: readonly Question[] }) {
  return (
    <ol className="qa ruled">
      {items.map((item) => (
        <li key={item.id}>
          <p>
            <b>{m.common_question()}</b>
            <span>{item.question}</span>
          </p>
          <p>
            <b>{m.common_answer()}</b>
            {item.answer ? <span>{item.answer}</span> : <span className="soft">{m.common_unanswered()}</span>}
          </p>
          <div className="meta">
            <span>
              {m.common_asked_at()} <InstantText at={item.askedAt} dayOnly />
            </span>
            {item.answeredAt ? (
              <span>
                {m.common_answered_at()} <InstantText at={item.answeredAt} dayOnly />
              </span>
            ) : null}
            {item.note ? <span>{item.note}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
