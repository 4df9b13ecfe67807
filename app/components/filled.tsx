import { Fragment, type ReactNode } from 'react';

/** Stands in a message for the element that belongs there. */
export const SLOT = '\u0001';

/** A message with an element in the place of its SLOT: a date that must not break, a link. */
export function Filled({ text, children }: { text: string; children: ReactNode }) {
  return (
    <>
      {text.split(SLOT).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? children : null}
          {part}
        </Fragment>
      ))}
    </>
  );
}
