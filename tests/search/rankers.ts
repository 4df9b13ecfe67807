import { eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, products, publicScenarioStates, scenarios } from '#db/schema';
import { indexName, searchClient } from '#search/engine.server';
import { find, type Found } from '#search/find.server';
import { meantFor } from '~/domain/search/meant-for.server';
import { codesById } from './items';

const most = 10;
const types = ['product', 'scenario'] as const;
const plainIndex = () => indexName('plain');

/** The page opens with products: of two that say nearly the same the best of them comes first. */
const bestProduct = 4 / 3;

/**
 * This product as its pages ask it: both types, laid together by score; after them the products that the page shows
 * below few hits. `by` makes the database answer.
 */
export async function product(by?: Found['engine']): Promise<(query: string) => Promise<string[]>> {
  const code = await codesById();
  return async (q) => {
    const both = await Promise.all(types.map((type) => find({ type, q, limit: most, by })));
    const expected = by ?? 'meilisearch';
    if (both.some((found) => found.engine !== expected)) throw new Error(`not answered by ${expected}`);
    const [offered, asked] = both;
    const alone = offered!.total === 0 ? { ...offered!, inferred: asked!.inferred } : offered!;
    const meant = (await meantFor(q, alone, by))?.ids ?? [];
    const hits = both
      .flatMap(({ ids, scores, asks }, i) => {
        // a plain list (雁塔区的场景) has no scores: the type that the query asks for comes first
        const listed = asks === types[i] ? 0.1 : 0;
        const opens = types[i] === 'product' && !asks;
        return ids.map((id, at) => ({
          code: code.get(id)!,
          score: (scores[id] || listed) * (opens && at === 0 ? bestProduct : 1),
        }));
      })
      .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
      .map((one) => one.code);
    return [...hits, ...meant.map((id) => code.get(id)!)].slice(0, most);
  };
}

/** Rows as anyone would index them. */
async function plainDocuments() {
  const made = await db
    .select({ item: products, organisation: organisations.name, district: organisations.district })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(eq(products.state, 'published'));
  const needed = await db
    .select({ item: scenarios, organisation: organisations.name })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(inArray(scenarios.state, [...publicScenarioStates]));
  return [
    ...made.map(({ item, organisation, district }) => ({
      id: item.id,
      code: item.code,
      name: item.name,
      organisation,
      district,
      category: [item.industry, ...item.intendedCategories],
      summary: item.summary,
      specifications: item.specifications.map((one) => `${one.name} ${one.value}${one.unit}`),
    })),
    ...needed.map(({ item, organisation }) => ({
      id: item.id,
      code: item.code,
      name: item.title,
      organisation,
      district: item.district,
      category: [item.category],
      summary: item.background,
      specifications: item.requirements,
    })),
  ];
}

/** Meilisearch with nothing set: the engine as it comes. */
export async function plainMeilisearch(): Promise<(query: string) => Promise<string[]>> {
  const client = searchClient();
  const documents = await plainDocuments();
  for (let at = 0; at < documents.length; at += 5_000)
    await client
      .index(plainIndex())
      .addDocuments(documents.slice(at, at + 5_000), { primaryKey: 'id' })
      .waitTask();
  return async (q) => {
    const { hits } = await client.index<{ code: string }>(plainIndex()).search(q, { limit: most });
    return hits.map((hit) => hit.code);
  };
}

export const dropPlainIndex = () => searchClient().deleteIndexIfExists(plainIndex());

/**
 * Every word of the query somewhere in the text of an item, as `LIKE` in any column would have it: rows that name the
 * most words first. Words are what the query parts by spaces and marks; nothing cuts Chinese.
 */
export async function sqlLike(): Promise<(query: string) => Promise<string[]>> {
  const rows = (await plainDocuments()).map(({ code, name, ...texts }) => ({
    code,
    name: name.toLowerCase(),
    text: Object.values({ code, name, ...texts })
      .flat()
      .join('\n')
      .toLowerCase(),
  }));
  return async (q) => {
    const words = q.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
    const named = (name: string) => words.filter((word) => name.includes(word)).length;
    return rows
      .filter((row) => words.length && words.every((word) => row.text.includes(word)))
      .sort((a, b) => named(b.name) - named(a.name) || (a.code < b.code ? -1 : 1))
      .slice(0, most)
      .map((row) => row.code);
  };
}
