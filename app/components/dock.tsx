import type { ReactNode } from 'react';

/** On phones, the page's one act at the foot of the screen. Place it after main. */
export function Dock({
  figure,
  note,
  children,
}: {
  figure: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="dock no-print">
      <p className="price">
        <span>{figure}</span>
        {note ? <small>{note}</small> : null}
      </p>
      {children}
    </div>
  );
}
