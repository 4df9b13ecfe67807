import { conditionsOf } from '~/components/search/conditions';
import { todayOn } from '~/domain/calendar';
import { readSearchQuery } from '~/domain/search/search-query';
import { termsInUse } from '~/domain/search/terms-in-use.server';
import * as m from '~/paraglide/messages';

/** What an address asks to export, in words too, and the name of the file. */
export async function readExport(request: Request, format: 'csv' | 'xlsx') {
  const params = new URL(request.url).searchParams;
  const { query } = readSearchQuery(params, undefined, await termsInUse(params));
  const words = [query.q, ...conditionsOf(query).map(({ sentence }) => sentence)].filter(Boolean);
  const everything = query.type === 'product' ? m.site_all_products() : m.site_all_scenarios();
  const headers = {
    'Content-Disposition': `attachment; filename="${query.type}s-${todayOn()}.${format}"`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  };
  return { query, sentence: words.join(m.site_comma()) || everything, headers };
}
