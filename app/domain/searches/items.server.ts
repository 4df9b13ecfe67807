import { listProductRows } from '../products/product-rows.server';
import { listScenarioRows } from '../scenarios/scenario-rows.server';
import type { SearchType } from '../search/search-query';
import { paths } from '~/paths';

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
