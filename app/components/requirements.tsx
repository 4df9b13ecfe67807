import type { ReactNode } from 'react';

/** What is required, numbered. */
export function Requirements({ items }: { items: readonly ReactNode[] }) {
  return (
    <ol className="reqs ruled">
      {items.map((item, index) => (
        <li key={index}>
          <span>{item}</span>
        </li>
      ))}
    </ol>
  );
}
