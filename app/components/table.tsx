import { useId, type ReactNode } from 'react';
import * as m from '~/paraglide/messages';

export interface Column<T> {
  /** Names the cell for the style sheet too: kind, due, received, waited, organisation, amount, marks. */
  key: string;
  head: ReactNode;
  /** The name of the cell where the table is shown as cards on phones; the head when that is text. */
  label?: string;
  cell: (row: T, index: number) => ReactNode;
  /** Numbers, set at the right. */
  numeric?: boolean;
  /** The cell that names the row. */
  rowHeader?: boolean;
  className?: string | ((row: T) => string | undefined);
  /** The head is there for those who listen only. */
  hideHead?: boolean;
}

export interface TableProps<T> {
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T, index: number) => string;
  /** What the table holds; or the id of the heading that says it. */
  label?: string;
  labelledBy?: string;
  /** Cards on phones instead of scrolling: cards, queue (to do), buys (purchases). fit: so narrow that it never scrolls. */
  variant?: 'scroll' | 'fit' | 'cards' | 'queue' | 'buys' | 'sheet';
  dense?: boolean;
  /** Under a section's heading there is a rule already. */
  unruled?: boolean;
  /** Rows before which a group begins. */
  groupOf?: (row: T, previous: T | undefined) => ReactNode;
}

const variants = {
  scroll: '',
  fit: 'fit',
  cards: 'cards',
  queue: 'cards queue',
  buys: 'cards buys',
  sheet: 'dense sheet',
} as const;

/** A three-line table that scrolls inside itself. */
export function Table<T>(props: TableProps<T>) {
  const { columns, rows, rowKey, variant = 'scroll', dense = false, unruled = false, groupOf } = props;
  const hintId = useId();
  const className = ['table', variants[variant], dense ? 'dense' : '', unruled ? 'unruled' : ''];
  const scrolls = variant === 'scroll' || variant === 'sheet';
  return (
    <>
      <div
        className={className.filter(Boolean).join(' ')}
        // A region that scrolls has to be reachable by keyboard.
        tabIndex={0}
        role="region"
        aria-label={props.label}
        aria-labelledby={props.labelledBy}
        aria-describedby={scrolls ? hintId : undefined}
      >
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={column.numeric ? 'n' : undefined}>
                  {column.hideHead ? <span className="vh">{column.head}</span> : column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.flatMap((row, index) => {
              const key = rowKey(row, index);
              const group = groupOf?.(row, rows[index - 1]);
              const line = (
                <tr key={key}>
                  {columns.map((column) => (
                    <Cell key={column.key} column={column} row={row} index={index} />
                  ))}
                </tr>
              );
              if (!group) return [line];
              return [
                <tr key={`${key}-group`} className="group">
                  <th scope="colgroup" colSpan={columns.length}>
                    {group}
                  </th>
                </tr>,
                line,
              ];
            })}
          </tbody>
        </table>
      </div>
      {scrolls ? (
        <p className="scroll-hint" id={hintId}>
          {m.common_table_scroll()}
        </p>
      ) : null}
    </>
  );
}

function Cell<T>({ column, row, index }: { column: Column<T>; row: T; index: number }) {
  const own = typeof column.className === 'function' ? column.className(row) : column.className;
  const className = [column.numeric ? 'n' : '', own ?? ''].filter(Boolean).join(' ') || undefined;
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {column.cell(row, index)}
      </th>
    );
  }
  const label =
    column.label ?? (typeof column.head === 'string' && !column.hideHead ? column.head : undefined);
  return (
    <td className={className} data-l={label} data-c={column.key}>
      {column.cell(row, index)}
    </td>
  );
}
