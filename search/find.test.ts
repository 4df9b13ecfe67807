import { expect, test } from 'vitest';
import { useSearchEngine } from '#tests/engine';
import { findCodes } from '#tests/search/items';
import { useWorld } from '#tests/world';
import { answerByEngine } from './ask-engine.server';
import { answerByDatabase } from './fallback.server';
import type { Sort } from './filters.server';
import { counts, find } from './find.server';
import type { ItemType } from './item.server';
import { understand } from './query.server';
import { suggest } from './suggest.server';
import { highlight } from './text.server';
import { vocabulary } from './vocabulary.server';

useWorld();
useSearchEngine();

const queries: [string, RegExp][] = [
  ['无人机', /^P-(UAV|PUB)-/],
  ['wurenji', /^P-(UAV|PUB)-/],
  ['wrj', /^P-(UAV|PUB)-/],
  ['UAV', /^P-(UAV|PUB)-/],
  ['电解槽', /^P-HYD-01$/],
  ['兆瓦制氢', /^P-(PUB-07|HYD-0\d)$/],
  ['光子芯片', /^P-PHO-05$/],
  ['P-PHO-04', /^P-PHO-04$/],
];

test.each(queries)('%s is answered by the engine with a sensible first hit', async (q, first) => {
  const found = await findCodes({ type: 'product', q });
  expect(found.engine).toBe('meilisearch');
  expect(found.codes[0]).toMatch(first);
});

test('what was searched for is known, so that names can be marked', async () => {
  const { marked } = await find({ type: 'product', q: 'UAV', limit: 1 });
  expect(highlight('多旋翼无人机（示例）', marked)).toContainEqual({ text: '无人机', mark: true });
});

test('an empty query lists everything, page after page without gaps or repetitions', async () => {
  const all = await find({ type: 'scenario', limit: 100 });
  const pages = await Promise.all([0, 30, 60].map((offset) => find({ type: 'scenario', limit: 30, offset })));
  expect(pages.flatMap((page) => page.ids)).toEqual(all.ids);
  expect(new Set(all.ids).size).toBe(all.total);
});

test('pages of a query join into the whole, beyond the ranked candidates too', async () => {
  const { total } = await find({ type: 'product', q: '系统', limit: 0 });
  expect(total).toBeGreaterThan(60);
  const seen: string[] = [];
  for (let offset = 0; offset < total; offset += 25)
    seen.push(...(await find({ type: 'product', q: '系统', limit: 25, offset })).ids);
  expect(seen.length).toBe(total);
  expect(new Set(seen).size).toBe(total);
});

test('engine and database give the same answers, counts and order', async () => {
  const words = await vocabulary();
  const sorts: Record<ItemType, Sort[]> = {
    product: ['relevance', 'price', 'recognised'],
    scenario: ['relevance', 'deadline', 'budget'],
  };
  const filters = [
    {},
    { district: ['雁塔区', '长安区'], recognised: ['valid' as const], status: ['open' as const] },
  ];
  for (const q of ['', '无人机', 'UAV 巡检', '医院用不会着火的储能电池', '首批次新材料 陶瓷', '智慧康养']) {
    for (const type of ['product', 'scenario'] as const) {
      for (const sort of sorts[type]) {
        for (const filter of filters) {
          const question = {
            type,
            meaning: q ? understand(q, words) : undefined,
            filters: filter,
            sort,
            limit: 20,
            offset: 0,
          };
          const byDatabase = await answerByDatabase(question);
          const byEngine = await answerByEngine(question);
          expect({ q, type, sort, ...byDatabase }).toEqual({ q, type, sort, ...byEngine });
        }
      }
    }
  }
});

test('names are completed by characters, pinyin, initials and words of equal meaning', async () => {
  for (const q of ['无人', 'wuren', 'uav']) {
    const names = (await suggest(q, 5)).map((one) => one.label);
    expect(names.length).toBeGreaterThan(0);
    expect(names.every((name) => /无人|飞行器/.test(name))).toBe(true);
  }
  expect((await suggest('S-AI-04'))[0]?.code).toBe('S-AI-04');
  expect(await suggest('')).toEqual([]);
});

test('tabs show how many of each type there are', async () => {
  const both = await counts('无人机');
  expect(both.product).toBe((await find({ type: 'product', q: '无人机' })).total);
  expect(both.scenario).toBeGreaterThan(0);
});
