import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { Link } from './link';

export interface PaginationProps {
  page: number;
  pageSize: number;
  total: number;
  hrefFor: (page: number) => string;
}

/** The numbers to show: the first, the last, the current one and its neighbours; 0 stands for a gap. */
export function pageNumbers(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1];
    if (before === undefined || number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : [0, number];
  });
}

/** The pages of a list, and which of its items are shown. */
export function Pagination({ page, pageSize, total, hrefFor }: PaginationProps) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  // Beyond the last page nothing is shown, and the list says how to come back.
  if (pages === 1 || page > pages) return null;
  const range = {
    from: formatNumber((page - 1) * pageSize + 1),
    to: formatNumber(Math.min(page * pageSize, total)),
    total: formatNumber(total),
  };
  return (
    <nav className="pages" aria-label={m.common_pages()}>
      <Step href={page > 1 ? hrefFor(page - 1) : undefined} label={m.common_pages_previous()} rel="prev" />
      {pageNumbers(page, pages).map((number, index) => {
        if (number === 0) {
          return (
            <span key={`gap-${index}`} className="off">
              …
            </span>
          );
        }
        return number === page ? (
          <span key={number} aria-current="page">
            {number}
          </span>
        ) : (
          <Link key={number} href={hrefFor(number)} aria-label={m.common_pages_number({ number })}>
            {number}
          </Link>
        );
      })}
      <Step href={page < pages ? hrefFor(page + 1) : undefined} label={m.common_pages_next()} rel="next" />
      <span className="soft small end">{m.common_pages_range(range)}</span>
    </nav>
  );
}

function Step({ href, label, rel }: { href?: string; label: string; rel: string }) {
  return href ? (
    <Link href={href} rel={rel}>
      {label}
    </Link>
  ) : (
    <span className="off">{label}</span>
  );
}
