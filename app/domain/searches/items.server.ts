import { lackedBy } from '#search/find.server';
import type { savedSearches } from '#db/schema';
import { listProductRows } from '../products/product-rows.server';
import { listScenarioRows } from '../scenarios/scenario-rows.server';
import { filtersOf } from '../search/search.server';
import type { SearchType } from '../search/search-query';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { readSavedQuery } from './saved-search';

/** One item as mails and feeds name it; `path` begins with a slash. */
export type NamedItem = { id: string; code: string; title: string; organisation: string; path: string };

/** Those of these items that are public now, in the order of the ids. */
export async function namedItems(type: SearchType, ids: readonly string[]): Promise<NamedItem[]> {
  if (type === 'product')
    return (await listProductRows(ids)).map(({ id, code, name, organisationName }) => ({
      id,
      code,
      title: name,
      organisation: organisationName,
      path: paths.product(code),
    }));
  return (await listScenarioRows(ids)).map(({ id, code, title, organisationName }) => ({
    id,
    code,
    title,
    organisation: organisationName,
    path: paths.scenario(code),
  }));
}

/**
 * What each of these items lacks of a saved search, in words, by id. What meets a part is told of too, marked as on the
 * page of the search: whoever waits for 夜航无人机 decides himself whether one of which nobody says 夜航 will do.
 */
export async function partlyTexts(
  search: Pick<typeof savedSearches.$inferSelect, 'type' | 'query'>,
  ids: readonly string[],
  at: { locale: 'zh-CN' | 'en' },
): Promise<Record<string, string>> {
  const query = readSavedQuery(search.type, search.query);
  const lacked = await lackedBy({ ...query, filters: filtersOf(query) }, ids);
  const text = (pieces: string[]) => m.searches_partly({ words: pieces.join(m.site_list_comma({}, at)) }, at);
  return Object.fromEntries(Object.entries(lacked).map(([id, pieces]) => [id, text(pieces)]));
}
