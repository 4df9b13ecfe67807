import { Fragment, useId, type ReactNode } from 'react';
import * as m from '~/paraglide/messages';

export interface SheetColumn<T> {
  key: string;
  head: string;
  cell: (line: T) => ReactNode;
  numeric?: boolean;
  nowrap?: boolean;
  small?: boolean;
  /** Not part of the official sheet. */
  screenOnly?: boolean;
}

/** The official table: three lines, groups, and the columns that are printed. */
export function Sheet<T extends { code: string }>(props: {
  label: string;
  columns: readonly SheetColumn<T>[];
  lines: readonly T[];
  groupOf?: (line: T) => { key: string; head: ReactNode };
}) {
  const { label, columns, lines, groupOf } = props;
  const hint = useId();
  const classOf = (column: SheetColumn<T>) =>
    [
      column.numeric ? 'n' : '',
      column.nowrap ? 'nowrap' : '',
      column.small ? 'small' : '',
      column.screenOnly ? 'no-print' : '',
    ]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <>
      {/* A region that scrolls has to be reachable by keyboard. */}
      <div
        className="table dense sheet"
        tabIndex={0}
        role="region"
        aria-label={label}
        aria-describedby={hint}
      >
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={classOf(column)}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const group = groupOf?.(line);
              const before = lines[index - 1];
              const begins =
                group !== undefined && (before === undefined || groupOf?.(before).key !== group.key);
              return (
                <Fragment key={line.code}>
                  {begins ? (
                    <tr className="group">
                      <th scope="colgroup" colSpan={columns.length}>
                        {group.head}
                      </th>
                    </tr>
                  ) : null}
                  <tr>
                    {columns.map((column) => (
                      <td key={column.key} className={classOf(column)}>
                        {column.cell(line)}
                      </td>
                    ))}
                  </tr>
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="scroll-hint" id={hint}>
        {m.common_table_scroll()}
      </p>
    </>
  );
}
