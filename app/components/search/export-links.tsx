import * as m from '~/paraglide/messages';
import { paths, type Query } from '~/paths';

/** The whole list that these parameters ask for, not only this page, for spreadsheets. */
export function ExportLinks({ params }: { params: Query }) {
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
