import { searchParams, type SearchQuery } from '~/domain/search/search-query';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** The whole list, not only this page, for spreadsheets. */
export function ExportLinks({ query }: { query: SearchQuery }) {
  const params = searchParams({ ...query, page: 1 }, 'search');
  return (
    <span className="cluster small no-print">
      <a href={paths.searchExport('csv', params)} download rel="nofollow">
        {m.compare_export_csv()}
      </a>
      <a href={paths.searchExport('xlsx', params)} download rel="nofollow">
        {m.compare_export_xlsx()}
      </a>
    </span>
  );
}
