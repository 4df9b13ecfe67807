import type { ReactNode } from 'react';
import { Link } from '../link';

export interface RowTitleProps {
  name: ReactNode;
  /** Where the name leads; a name alone where there is no page. */
  href?: string;
  code: string;
  /** What else tells the row apart, each in its own element. */
  children?: ReactNode;
}

/** The name of a row, with its code and what else tells it apart beneath. */
export function RowTitle({ name, href, code, children }: RowTitleProps) {
  return (
    <>
      {href ? (
        <Link className="t" href={href}>
          {name}
        </Link>
      ) : (
        <span className="t strong">{name}</span>
      )}
      <span className="meta">
        <span className="num">{code}</span>
        {children}
      </span>
    </>
  );
}

/** The head of the column that names the rows. Where the table is shown as cards no name stands before it. */
export const titleHead = (head: string) => ({ key: 'title', head: <>{head}</> });
