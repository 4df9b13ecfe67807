import { exportCsv } from '~/domain/search/export.server';
import { siteUrl } from '~/env.server';
import { guard } from '~/session/guard.server';
import { readExport } from './search-export.server';

/** What a search finds, for spreadsheets. */
export const loader = guard('public', async ({ request }) => {
  const { query, sentence, headers } = await readExport(request, 'csv');
  return new Response(exportCsv(query, sentence, siteUrl()), {
    headers: { ...headers, 'Content-Type': 'text/csv; charset=utf-8' },
  });
});
