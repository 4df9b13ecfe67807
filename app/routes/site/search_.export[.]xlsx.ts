import { exportXlsx } from '~/domain/search/export.server';
import { siteUrl } from '~/env.server';
import { guard } from '~/session/guard.server';
import { readExport } from './search-export.server';

/** What a search finds, for spreadsheets. */
export const loader = guard('public', async ({ request }) => {
  const { query, sentence, headers } = await readExport(request, 'xlsx');
  return new Response(new Uint8Array(await exportXlsx(query, sentence, siteUrl())), {
    headers: {
      ...headers,
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
  });
});
