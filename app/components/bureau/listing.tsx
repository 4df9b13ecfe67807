import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Empty } from '../empty';
import { Link } from '../link';
import { Pagination } from '../pagination';
import { Table, type Column } from '../table';

export interface ListingProps<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  page: number;
  pageSize: number;
  total: number;
  hrefFor: (page: number) => string;
  /** What stands there when there are no rows. */
  empty: ReactNode;
}

/** One page of a list of the authority's desk. */
export function Listing<T extends { code: string }>(props: ListingProps<T>) {
  const { label, columns, rows, page, pageSize, total, hrefFor, empty } = props;
  return (
    <>
      {rows.length > 0 ? (
        <Table variant="cards" label={label} rows={rows} rowKey={(row) => row.code} columns={columns} />
      ) : (
        empty
      )}
      <Pagination page={page} pageSize={pageSize} total={total} hrefFor={hrefFor} />
    </>
  );
}

/** Nothing matches the conditions; `href` is the list without them. */
export function NothingFound({ href }: { href: string }) {
  return (
    <Empty title={m.bureau_nothing_found()} actions={<Link href={href}>{m.bureau_clear_filter()}</Link>}>
      {m.bureau_nothing_found_text()}
    </Empty>
  );
}
