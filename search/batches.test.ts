import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { products, publications, recognitions, scenarios } from '#db/schema';
import { useSearchEngine } from '#tests/engine';
import { useWorld } from '#tests/world';
import { batchName } from '~/domain/publications/publication';
import { batchOf, batchShape } from './batch';
import { inferredFilters, readConditions } from './conditions';
import { find, type FindInput } from './find.server';
import { drainOutbox } from './outbox.server';
import { fold } from './text.server';

const places = { districts: ['雁塔区'], zones: [] };
const read = (text: string, off: string[] = []) => readConditions(fold(text), places, new Set(off));
const batchIn = (text: string) => read(text).said.find((one) => one.key === 'batch');

test.each([
  ['第三批 无人机', ['3'], '无人机'],
  ['第3批无人机', ['3'], '无人机'],
  ['第 ３ 批次 无人机', ['3'], '无人机'],
  ['第十二批认定的无人机', ['12'], '无人机'],
  ['2024年第二批 无人机', ['2024-2'], '无人机'],
  ['2024年度第2批发布的无人机', ['2024-2'], '无人机'],
  ['第二批目录里的无人机', ['2'], '无人机'],
  ['第一、二批 无人机', ['1', '2'], '无人机'],
  ['2024年第一批和第二批 无人机', ['2024-1', '2024-2'], '无人机'],
  ['2024年第二批 2025年第一批 无人机', ['2024-2', '2025-1'], '无人机'],
  ['2024年无人机 第二批', ['2024-2'], '无人机'],
  ['batch 3 drones', ['3'], 'drones'],
  ['2024 batch 2 drones', ['2024-2'], 'drones'],
  ['drones batch 2 of 2024', ['2024-2'], 'drones'],
  ['third batch drones', ['3'], 'drones'],
  ['雁塔区 第二批 500万以内 无人机', ['2'], '无人机'],
])('%s names the batches %j', (text, values, rest) => {
  expect(batchIn(text)).toMatchObject({ values });
  expect(read(text).rest).toBe(rest);
  expect(read(text).said.some((one) => one.key === 'year')).toBe(false);
  // taken off, it is gone from the words too
  expect(read(text, ['batch'])).toEqual(read(text));
});

test.each([
  '首批次 材料',
  '首批材料',
  'first batch materials',
  '第三批量产线',
  '一批无人机',
  '批量检测',
  'batch 20 kg 反应釜',
  '第三方检测',
  '第100批 无人机',
  '前几批的无人机',
])('%s names no batch', (text) => {
  expect(batchIn(text)).toBeUndefined();
});

test('years without a batch, and a range of years beside one, stay years', () => {
  expect(read('2024年 无人机').said).toEqual([{ key: 'year', said: '2024年', min: 2024, max: 2024 }]);
  expect(read('2023-2025年 第二批').said).toMatchObject([
    { key: 'batch', values: ['2'] },
    { key: 'year', min: 2023, max: 2025 },
  ]);
});

test('every batch of every year is read as its lists are named', () => {
  const year = fc.integer({ min: 2000, max: 2099 });
  const sequence = fc.integer({ min: 1, max: 99 });
  fc.assert(
    fc.property(year, sequence, fc.constantFrom('', ' 无人机', '的场景'), (y, n, after) => {
      expect(batchIn(`${y}年${batchName(n)}${after}`)?.values).toEqual([batchOf(y, n)]);
      expect(batchIn(`第${n}批${after}`)?.values).toEqual([String(n)]);
      expect(batchShape.test(batchOf(y, n))).toBe(true);
    }),
  );
});

test('it is a filter of both types, and a batch that was chosen goes before it', () => {
  const { said } = read('2024年第二批');
  for (const type of ['product', 'scenario'] as const) {
    expect(inferredFilters(type, said, {}, new Set())).toEqual([
      { key: 'batch', said: '2024年第二批', filters: { batch: ['2024-2'] }, applied: true },
    ]);
    expect(inferredFilters(type, said, { batch: ['2025-1'] }, new Set())[0]?.applied).toBe(false);
  }
});

useWorld();
useSearchEngine();

/** The ids of what stands on the lists of that number, of one year or of any, from the tables. */
async function onLists(type: 'product' | 'scenario', sequence: number, year?: number) {
  const rows =
    type === 'product'
      ? await db
          .select({ id: products.id, year: publications.year, sequence: publications.sequence })
          .from(recognitions)
          .innerJoin(products, eq(products.id, recognitions.productId))
          .innerJoin(publications, eq(publications.id, recognitions.publicationId))
          .where(eq(products.state, 'published'))
      : await db
          .select({ id: scenarios.id, year: publications.year, sequence: publications.sequence })
          .from(scenarios)
          .innerJoin(publications, eq(publications.id, scenarios.publicationId));
  return new Set(
    rows.filter((row) => row.sequence === sequence && (!year || row.year === year)).map((row) => row.id),
  );
}
const both = ['meilisearch', 'database'] as const;
const ask = (input: Omit<FindInput, 'limit'>) => find({ ...input, limit: 100 });

test('engine and database list what stands on the list that the words name', async () => {
  for (const by of both) {
    const second = await ask({ type: 'product', q: '2024年第二批', by });
    expect(second.engine).toBe(by);
    expect(new Set(second.ids)).toEqual(await onLists('product', 2, 2024));
    expect(second.ids.length).toBeGreaterThan(10);
    const any = await ask({ type: 'product', q: '第二批', by });
    expect(any.total).toBe((await onLists('product', 2)).size);
    expect(any.total).toBeGreaterThan(second.total);
    const open = await ask({ type: 'scenario', q: '第一批场景', by });
    expect(new Set(open.ids)).toEqual(await onLists('scenario', 1));
    expect(open.ids.length).toBeGreaterThan(0);
  }
});

test('with words, taken off, chosen, and where nothing fits', async () => {
  for (const by of both) {
    const there = await onLists('product', 2, 2025);
    const found = await ask({ type: 'product', q: '2025年第二批 增材制造', by });
    expect(found.ids.length).toBeGreaterThan(0);
    expect(found.ids.every((id) => there.has(id))).toBe(true);
    expect(found.facets.batch?.['2025-2']).toBe(found.total);
    const off = await ask({ type: 'product', q: '2025年第二批 增材制造', without: ['batch'], by });
    expect(off.total).toBeGreaterThan(found.total);
    expect(off.ids.some((id) => !there.has(id))).toBe(true);
    const chosen = await ask({ type: 'product', q: '增材制造', filters: { batch: ['2025-2'] }, by });
    expect(new Set(chosen.ids)).toEqual(new Set(found.ids));
    const none = await ask({ type: 'product', q: '2024年第九批 无人机', by });
    expect(none.total).toBeGreaterThan(0);
    expect(none.inferred).toMatchObject([{ key: 'batch', applied: false, letGo: true }]);
  }
});

test('a list that is no more published is none to look for', async () => {
  const there = await onLists('product', 1, 2023);
  expect(there.size).toBeGreaterThan(0);
  await write(async (tx) => {
    const list = eq(publications.code, 'XA-SS-2023-1');
    await tx.update(publications).set({ state: 'draft' }).where(list);
    await enqueueForSearch(tx, 'product', ...there);
  });
  await drainOutbox();
  for (const by of both)
    expect((await ask({ type: 'product', filters: { batch: ['2023-1'] }, by })).ids).toEqual([]);
});
