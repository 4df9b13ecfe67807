import { find } from '#search/find.server';
import { publishedGroups, thesaurusOf } from '#search/thesaurus.server';
import { turns } from '#search/turns';
import { vocabulary } from '#search/vocabulary.server';
import { listProductRows } from '../products/product-rows.server';
import { listScenarioRows } from '../scenarios/scenario-rows.server';

export type TriedHit = { type: 'product' | 'scenario'; code: string; title: string; isNew: boolean };
export type TriedQuery = {
  query: string;
  /** how many are found now, and with the group in force */
  before: number;
  after: number;
  /** the first ten of each type with the group in force */
  hits: TriedHit[];
};

const most = 10;
/** How far down the list of today is looked for what would be among the first. */
const deepest = 2_000;
const together = 100;

/** Which of these are not found today. */
async function newAmong(type: 'product' | 'scenario', query: string, ids: readonly string[]) {
  const unknown = new Set(ids);
  for (let offset = 0, total = 1; unknown.size > 0 && offset < Math.min(total, deepest); offset += together) {
    const found = await find({ type, q: query, limit: together, offset });
    total = found.total;
    for (const id of found.ids) unknown.delete(id);
  }
  return unknown;
}

/** What a query would find if these words were in force in the place of the groups `replaced`; nothing is changed. */
export async function tryGroup(
  query: string,
  group: { terms: string[]; narrower: string[] },
  replaced: readonly string[] = [],
): Promise<TriedQuery> {
  const present = await vocabulary();
  const others = (await publishedGroups()).filter((one) => !one.id || !replaced.includes(one.id));
  const words = thesaurusOf([...others, { area: '通用', ...group }]);
  const tried = present.with(await words.readAhead(turns()));
  const types = ['product', 'scenario'] as const;
  const before = await Promise.all(types.map((type) => find({ type, q: query, limit: 0 })));
  const after = await Promise.all(types.map((type) => find({ type, q: query, limit: most, words: tried })));
  const [newProducts, newScenarios] = await Promise.all(
    types.map((type, i) => newAmong(type, query, after[i]!.ids)),
  );
  const [products, scenarios] = [await listProductRows(after[0]!.ids), await listScenarioRows(after[1]!.ids)];
  const sum = (found: { total: number }[]) => found.reduce((n, one) => n + one.total, 0);
  return {
    query,
    before: sum(before),
    after: sum(after),
    hits: [
      ...products.map(({ id: hit, code, name }) => ({
        type: 'product' as const,
        code,
        title: name,
        isNew: newProducts!.has(hit),
      })),
      ...scenarios.map(({ id: hit, code, title }) => ({
        type: 'scenario' as const,
        code,
        title,
        isNew: newScenarios!.has(hit),
      })),
    ],
  };
}
