import { find } from '#search/find.server';
import { countDirectory } from './directory.server';
import type { DirectoryType } from './directory-query';
import type { SearchType } from './search-query';

/** How many of each type the words alone would give, and how search understood them. */
export async function countTabs(q: string) {
  const [product, scenario] = await Promise.all([
    find({ type: 'product', q, limit: 0 }),
    find({ type: 'scenario', q, limit: 0 }),
  ]);
  const ideas = product.expanded;
  const counts: Record<SearchType | DirectoryType, number> = {
    product: product.total,
    scenario: scenario.total,
    ...(await countDirectory(q, ideas)),
  };
  return { counts, ideas };
}
