import { expect, test } from 'vitest';
import { useSearchEngine } from '#tests/engine';
import { useWorld } from '#tests/world';
import { industries, scenarioCategories, termIn } from '~/domain/terms';
import { goodsNames } from './field-names';
import { find, type FindInput } from './find.server';
import { sources } from './sources.server';

useWorld();
useSearchEngine();

/** All that is found, page after page. */
async function all(input: FindInput) {
  const ids: string[] = [];
  for (;;) {
    const found = await find({ ...input, limit: 20, offset: ids.length });
    ids.push(...found.ids);
    if (!found.ids.length) return { ...found, ids };
  }
}

/** How many come before the first that is of something else, and how many there are. */
async function ofField(input: FindInput, facet: 'industry' | 'category', name: string) {
  const { ids, total, field, facets } = await all(input);
  const items = new Map((await sources[input.type].items(ids)).map((item) => [item.id, item]));
  const isOf = ids.map((id) => [items.get(id)![facet]].flat().includes(name));
  const of = isOf.filter(Boolean).length;
  const until = isOf.indexOf(false);
  return { ids, total, field, counted: facets[facet]?.[name], of, before: until < 0 ? of : until };
}

const fields = [
  ...industries.map((name) => ['industry', name] as const),
  ...scenarioCategories.map((name) => ['category', name] as const),
];

test.each(fields)(
  'who types the name of an %s (%s) gets all that is of it, and first unless it is a thing one buys, in either language',
  async (facet, name) => {
    for (const type of facet === 'industry' ? (['product'] as const) : (['product', 'scenario'] as const)) {
      const plain = await find({ type, limit: 0, filters: { [facet]: [name] } });
      for (const q of [name, termIn('en', name).toUpperCase()])
        for (const by of ['meilisearch', 'database'] as const) {
          const found = await ofField({ type, q, by }, facet, name);
          expect(found, `${type} ${q} ${by}`).toMatchObject({
            field: { facet, name },
            of: plain.total,
            ...(goodsNames.has(name) ? {} : { before: plain.total }),
            counted: plain.total,
          });
          expect(new Set(found.ids).size).toBe(found.total);
        }
    }
  },
);

test('conditions beside the name narrow it; more words or none of the type are a plain search', async () => {
  const beside = await ofField({ type: 'product', q: '新材料 在有效期内' }, 'industry', '新材料');
  expect(beside.field).toEqual({ facet: 'industry', name: '新材料' });
  expect(beside.before).toBe(beside.of);
  for (const q of ['新材料 陶瓷', '材料', '不要新材料', '新材料检测'])
    expect((await find({ type: 'product', q, limit: 1 })).field, q).toBeUndefined();
  expect((await find({ type: 'scenario', q: '新材料', limit: 1 })).field).toBeUndefined();
});

test('what is of it stands by how well it answers, and so does the rest', async () => {
  const { ids, scores } = await find({ type: 'product', q: '信息技术', limit: 100 });
  const inOrder = ids.map((id) => scores[id]!);
  expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
});

test('a name that is a thing one buys finds the thing, whatever its industry', async () => {
  for (const by of ['meilisearch', 'database'] as const) {
    const { ids, scores } = await find({ type: 'product', q: '机器人', limit: 100, by });
    const inOrder = ids.map((id) => scores[id]!);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
    const items = new Map((await sources.product.items(ids)).map((item) => [item.id, item]));
    const industries = ids.slice(0, 17).map((id) => items.get(id)!.industry);
    expect(new Set(industries).size).toBeGreaterThan(1);
  }
});
