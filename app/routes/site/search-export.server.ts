import { conditionsOf } from '~/components/search/conditions';
import { todayOn } from '~/domain/calendar';
import { readSearchQuery } from '~/domain/search/search-query';
import * as m from '~/paraglide/messages';

/** What an address asks to export, in words too, and the name of the file. */
export function readExport(request: Request, format: 'csv' | 'xlsx') {
  const { query } = readSearchQuery(new URL(request.url).searchParams);
  const words = [query.q, ...conditionsOf(query).map(({ sentence }) => sentence)].filter(Boolean);
  const everything = query.type === 'product' ? m.site_all_products() : m.site_all_scenarios();
  const headers = {
    'Content-Disposition': `attachment; filename="${query.type}s-${todayOn()}.${format}"`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  };
  return { query, sentence: words.join(m.site_comma()) || everything, headers };
}
