import { conditionsOf } from '~/components/search/conditions';
import { directoryConditions } from '~/components/search/directory-conditions';
import { todayOn } from '~/domain/calendar';
import { readDirectoryQuery, type DirectoryType } from '~/domain/search/directory-query';
import { readSearchQuery, type SearchType } from '~/domain/search/search-query';
import { termsInUse } from '~/domain/search/terms-in-use.server';
import * as m from '~/paraglide/messages';

const everything: Record<SearchType | DirectoryType, () => string> = {
  product: m.site_all_products,
  scenario: m.site_all_scenarios,
  publication: m.site_all_publications,
  organisation: m.site_all_organisations,
};

/** What an address asks to export, in words too, and the name of the file. */
export async function readExport(request: Request, format: 'csv' | 'xlsx') {
  const params = new URL(request.url).searchParams;
  const inUse = await termsInUse(params);
  const listed = readDirectoryQuery(params, inUse)?.query;
  const found = readSearchQuery(params, undefined, inUse).query;
  const query = listed ?? found;
  const conditions = listed ? directoryConditions(listed) : conditionsOf(found);
  const words = [query.q, ...conditions.map(({ sentence }) => sentence)].filter(Boolean);
  const headers = {
    'Content-Disposition': `attachment; filename="${query.type}s-${todayOn()}.${format}"`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  };
  return { query, sentence: words.join(m.site_comma()) || everything[query.type](), headers };
}
