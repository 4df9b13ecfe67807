import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';

export interface TodoItem {
  label: ReactNode;
  done: boolean;
}

/** What has to be there before an act is open. */
export function TodoList({ items }: { items: readonly TodoItem[] }) {
  return (
    <ul className="todo">
      {items.map((item, index) => (
        <li key={index} className={item.done ? 'done' : undefined}>
          <span>
            <span className="vh">{item.done ? m.common_todo_done() : m.common_todo_open()}</span>
            {item.label}
          </span>
        </li>
      ))}
    </ul>
  );
}
