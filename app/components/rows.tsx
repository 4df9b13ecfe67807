import { useId, type ReactNode } from 'react';

export interface RowsProps {
  children: ReactNode;
  /** heavy: a rule of ink on top; line: a hairline, for lists under a heading. */
  rule?: 'heavy' | 'line';
  /** Smaller rows, for side columns and the home page. */
  tight?: boolean;
  /** The order says something: search results, ranked lists. */
  ordered?: boolean;
  /** What the list holds, where no heading in sight says it: the headings of the rows stand under it. */
  label?: string;
}

/** A list of rows. Not cards. */
export function Rows({ children, rule = 'heavy', tight = false, ordered = false, label }: RowsProps) {
  const List = ordered ? 'ol' : 'ul';
  const className = ['rows', rule === 'line' ? 'ruled' : '', tight ? 'tight' : ''].filter(Boolean).join(' ');
  const headingId = useId();
  return (
    <>
      {label ? (
        <h2 className="vh" id={headingId}>
          {label}
        </h2>
      ) : null}
      <List className={className} aria-labelledby={label ? headingId : undefined}>
        {children}
      </List>
    </>
  );
}

export interface RowProps {
  /** A Seal or Mark of 28 px; a row without one uses the whole width. */
  seal?: ReactNode;
  title: ReactNode;
  /** What stands at the right: <b>a figure</b> and <span>s. */
  figure?: ReactNode;
  /** A heading of the size of the text. */
  plain?: boolean;
  children?: ReactNode;
}

/** One row: seal, words, figures. */
export function Row({ seal, title, figure, plain = false, children }: RowProps) {
  const className = ['row', seal ? '' : 'bare', figure ? 'has-fig' : ''].filter(Boolean).join(' ');
  return (
    <li className={className}>
      {seal}
      <div>
        <h3 className={plain ? 'm' : undefined}>{title}</h3>
        {children}
      </div>
      {figure ? <p className="fig">{figure}</p> : null}
    </li>
  );
}
