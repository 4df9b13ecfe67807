import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { offerings, products, scenarios, searchOutbox, searchWords } from '#db/schema';
import { useWorld } from '#tests/world';
import { listProductRows } from '~/domain/products/product-rows.server';
import { readSearchQuery } from '~/domain/search/search-query';
import { searchPage } from '~/domain/search/search.server';
import { answerByEngine } from './ask-engine.server';
import { engineReady, indexName, searchClient, startSearch, stopSearch } from './engine.server';
import { answerByDatabase } from './fallback.server';
import type { Sort } from './filters.server';
import { counts, find, lackedBy, type FindInput } from './find.server';
import { dayNumber, today, type ItemType } from './item.server';
import { drainOutbox, startOutboxWorker, stopOutboxWorker } from './outbox.server';
import { understand } from './query.server';
import { ensureIndexes, forgetIndexes, rebuild } from './rebuild.server';
import { suggest } from './suggest.server';
import { highlight } from './text.server';
import { vocabulary } from './vocabulary.server';

useWorld();
const quiet = () => startSearch({ log: () => undefined });

beforeAll(async () => {
  await drainOutbox(); // no engine yet: stored words only
  quiet();
  expect(await engineReady()).toBe(true);
  await ensureIndexes();
  await drainOutbox();
}, 180_000);
afterAll(async () => {
  await stopOutboxWorker();
  await stopSearch();
});

async function codesOf(input: FindInput) {
  const found = await find({ limit: 5, ...input });
  const table = input.type === 'product' ? products : scenarios;
  const rows = await db.select({ id: table.id, code: table.code }).from(table);
  const code = new Map(rows.map((row) => [row.id, row.code]));
  return { ...found, codes: found.ids.map((id) => code.get(id)!) };
}
const productId = async (code: string) =>
  (await db.select().from(products).where(eq(products.code, code)))[0]!.id;

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

test('a price holds to its last day, in both ways of answering, without being indexed anew', async () => {
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const ids = await Promise.all(['P-PHO-01', 'P-PHO-02', 'P-PHO-03'].map(productId));
  const ends = [day(-2), day(2), null];
  await write(async (tx) => {
    for (const [i, id] of ids.entries())
      await tx.update(offerings).set({ validUntilOn: ends[i] }).where(eq(offerings.productId, id));
    await enqueueForSearch(tx, 'product', ...ids);
  });
  await drainOutbox();
  const byPrice = async (by: 'meilisearch' | 'database', filters = {}) => {
    const all: string[] = [];
    for (const offset of [0, 100, 200]) {
      const found = await find({ type: 'product', sort: 'price', limit: 100, offset, filters, by });
      expect(found.engine).toBe(by);
      all.push(...found.ids);
    }
    return all;
  };
  const priced = await byPrice('meilisearch', { priceMin: 1 });
  expect(priced.filter((id) => ids.includes(id)).sort()).toEqual(ids.slice(1).sort());
  expect(await byPrice('database', { priceMin: 1 })).toEqual(priced);
  // Those without a price follow, the one whose price has run out among them.
  const all = await byPrice('meilisearch');
  expect(all.slice(0, priced.length)).toEqual(priced);
  expect(all).toContain(ids[0]);
  expect(await byPrice('database')).toEqual(all);
  const rows = await listProductRows(ids);
  expect(rows.map((row) => row.priceMin === null)).toEqual([true, false, false]);
});

test.each(queries)('%s is answered by the engine with a sensible first hit', async (q, first) => {
  const found = await codesOf({ type: 'product', q });
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

test('a facet counts as if nothing of its own were chosen, and counts come true', async () => {
  const open = await find({ type: 'product', q: '无人机' });
  const narrowed = await find({ type: 'product', q: '无人机', filters: { kind: ['first-unit'] } });
  expect(narrowed.total).toBe(open.facets.kind!['first-unit']);
  expect(narrowed.facets.kind).toEqual(open.facets.kind);
  const both = await find({
    type: 'product',
    q: '无人机',
    filters: { kind: ['first-unit'], recognised: ['valid'] },
  });
  expect(both.total).toBe(narrowed.facets.recognised!.valid);
});

test('prices overlap the range and are sorted, unknown ones last', async () => {
  const range = { priceMin: 100_000_000, priceMax: 200_000_000 };
  const { ids, total } = await find({ type: 'product', filters: range, sort: 'price', limit: 100 });
  expect(total).toBeGreaterThan(0);
  expect(ids.length).toBe(total);
  const offered = await db
    .select({
      id: offerings.productId,
      min: offerings.priceMin,
      max: offerings.priceMax,
      until: offerings.validUntilOn,
    })
    .from(offerings)
    .where(eq(offerings.state, 'published'));
  const priced = offered.filter((row) => !row.until || dayNumber(row.until) >= today());
  const priceOf = new Map(priced.map((row) => [row.id, row]));
  const inRange = priced.filter((row) => row.max >= range.priceMin && row.min <= range.priceMax);
  expect([...ids].sort()).toEqual(inRange.map((row) => row.id).sort());
  const lowest = (id: string) => priceOf.get(id)?.min ?? Infinity;
  expect(ids.map(lowest)).toEqual(ids.map(lowest).sort((x, y) => x - y));
  const all: string[] = [];
  for (let offset = 0; offset < 300; offset += 100)
    all.push(...(await find({ type: 'product', sort: 'price', limit: 100, offset })).ids);
  const prices = all.map(lowest);
  expect(prices).toEqual([...prices].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)));
  expect(prices.at(-1)).toBe(Infinity);
});

test('a range of budgets narrows scenarios, in both ways of answering; those without a budget are counted', async () => {
  const rows = await db.select().from(scenarios).where(eq(scenarios.state, 'published'));
  const named = rows.filter((row) => row.budget !== null);
  const budgets = named.map((row) => row.budget!).sort((a, b) => a - b);
  const [low, high] = [budgets[Math.floor(budgets.length / 4)]!, budgets[Math.floor(budgets.length / 2)]!];
  expect(budgets[0]!).toBeLessThan(low);
  expect(low).toBeLessThan(high);
  expect(high).toBeLessThan(budgets.at(-1)!);
  const codesWith = (isIn: (budget: number) => boolean) =>
    named
      .filter((row) => isIn(row.budget!))
      .map((row) => row.code)
      .sort();
  const expected = {
    min: codesWith((budget) => budget >= low),
    max: codesWith((budget) => budget <= high),
    both: codesWith((budget) => budget >= low && budget <= high),
  };
  for (const by of ['meilisearch', 'database'] as const) {
    const codesIn = async (filters: FindInput['filters']) => {
      const found = await codesOf({ type: 'scenario', filters, limit: 100, by });
      expect(found.engine).toBe(by);
      expect(found.total).toBe(found.codes.length);
      return found.codes.sort();
    };
    expect({
      min: await codesIn({ budgetMin: low }),
      max: await codesIn({ budgetMax: high }),
      both: await codesIn({ budgetMin: low, budgetMax: high }),
    }).toEqual(expected);
  }
  const page = async (asked: string) => searchPage(readSearchQuery(new URLSearchParams(asked)).query);
  const wan = (fen: number) => fen / 1_000_000;
  const ranged = await page(`type=scenario&budgetMin=${wan(low)}&budgetMax=${wan(high)}`);
  expect(ranged.total).toBe(expected.both.length);
  expect(ranged.withoutAmount).toBe(rows.length - named.length);
  expect(ranged.withoutAmount).toBeGreaterThan(0);
  expect((await page('type=scenario')).withoutAmount).toBe(0);
});

test('conditions in the words are applied and named; the one that nothing fits is let go, the dearest last', async () => {
  const inferredOf = async (q: string, more: Partial<Parameters<typeof find>[0]> = {}) => {
    const { inferred, total } = await find({ type: 'product', q, limit: 100, ...more });
    expect(total, q).toBeGreaterThan(0);
    return Object.fromEntries(
      inferred.map((one) => [one.key, one.letGo ? 'let go' : one.applied ? 'applied' : 'off']),
    );
  };
  expect(await inferredOf('2001年 无人机')).toEqual({ year: 'let go' });
  expect(await inferredOf('首台套 无人机')).toEqual({ kind: 'applied' });
  expect(await inferredOf('首台套 无人机', { without: ['kind'] })).toEqual({ kind: 'off' });
  expect(await inferredOf('首台套 无人机 1元以内')).toEqual({ kind: 'applied', amount: 'let go' });
  expect(await inferredOf('2001年 无人机 9亿以内')).toEqual({ year: 'let go', amount: 'applied' });
  expect(await inferredOf('2001年 无人机 1元以内')).toEqual({ year: 'let go', amount: 'let go' });
  const scores = async (q: string) => Object.values((await find({ type: 'product', q })).scores);
  const [fitting, lacking] = [await scores('无人机'), await scores('2001年 无人机')];
  expect(Math.max(...lacking)).toBeLessThan(0.8 * Math.max(...fitting));
  // with something chosen as well
  expect(await inferredOf('无人机 1元以内', { filters: { kind: ['first-unit'] } })).toEqual({
    amount: 'let go',
  });
});

test('each hit that does not meet a condition which was let go says so, in both ways of answering', async () => {
  const named = async (type: ItemType, q: string, by: FindInput['by']) => {
    const asked = { type, q, by, limit: 100 };
    const { ids, partly, inferred } = await find(asked);
    const letGo = inferred.filter((one) => one.letGo).map((one) => one.said);
    // a mail and a file say the same
    expect(partly).toEqual(await lackedBy(asked, ids));
    return { ids, partly, letGo };
  };
  for (const by of ['meilisearch', 'database'] as const) {
    const one = await named('product', '无人机 1元以内', by);
    expect(one.letGo).toEqual(['1元以内']);
    for (const id of one.ids) expect(one.partly[id]).toContain('1元以内');
    // of three that were let go each hit names those that it misses, after the words
    const three = await named('product', '雁塔区 2001年 无人机 1元以内', by);
    expect(three.letGo).toHaveLength(3);
    const there = new Set((await find({ type: 'product', q: '雁塔区 无人机', limit: 100, by })).ids);
    const [inside, outside] = [true, false].map((is) => three.ids.filter((id) => there.has(id) === is));
    expect([inside!.length, outside!.length].map(Math.sign)).toEqual([1, 1]);
    for (const id of inside!) expect(three.partly[id]!.slice(-2).sort()).toEqual(['1元以内', '2001年']);
    for (const id of outside!) expect(three.partly[id]).toContain('雁塔区');
    expect((await named('scenario', '无人机 1元以内', by)).letGo).toEqual(['1元以内']);
    expect((await named('product', '首台套 无人机', by)).letGo).toEqual([]);
  }
});

test('scenarios that close in a month are those alone, in both ways of answering, until it is taken off', async () => {
  const rows = await db.select().from(scenarios).where(eq(scenarios.state, 'published'));
  const open = rows.filter((row) => row.deadlineOn && dayNumber(row.deadlineOn) >= today());
  const month = open
    .map((row) => row.deadlineOn!.slice(0, 7))
    .sort()
    .at(-1)!;
  const [year, number] = month.split('-').map(Number);
  const closing = open.filter((row) => row.deadlineOn!.startsWith(month)).map((row) => row.code);
  for (const by of ['meilisearch', 'database'] as const) {
    const ask = (more: Partial<FindInput> = {}) =>
      codesOf({ type: 'scenario', q: `${year}年${number}月截止`, limit: 100, by, ...more });
    const { codes, inferred, engine } = await ask();
    expect(engine).toBe(by);
    expect(codes.sort()).toEqual(closing.sort());
    expect(inferred).toMatchObject([{ key: 'deadline', applied: true }]);
    const all = await ask({ without: ['deadline'] });
    expect(all.codes.length).toBeGreaterThan(codes.length);
  }
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

test('a withdrawn product is gone at once, before the index knows', async () => {
  const { ids, total } = await find({ type: 'product', q: '光子芯片' });
  await write((tx) => tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, ids[0]!)));
  const after = await find({ type: 'product', q: '光子芯片' });
  expect(after.ids).toEqual(ids.slice(1));
  expect(after.total).toBe(total - 1);
  expect((await suggest('光子芯片')).map((one) => one.id)).not.toContain(ids[0]);
  await write(async (tx) => {
    await tx.update(products).set({ state: 'published' }).where(eq(products.id, ids[0]!));
    await enqueueForSearch(tx, 'product', ids[0]!);
  });
  await drainOutbox();
});

test('what is published is found by its new words, in seconds', async () => {
  startOutboxWorker();
  const id = await productId('P-UAV-01');
  await write(async (tx) => {
    await tx.update(products).set({ name: '量子纠缠咖啡机' }).where(eq(products.id, id));
    await enqueueForSearch(tx, 'product', id);
  });
  const changed = Date.now();
  let ids: string[] = [];
  while (Date.now() - changed < 10_000 && !ids.length) {
    await sleep(20);
    ids = (await find({ type: 'product', q: '咖啡机' })).ids;
  }
  expect(ids).toEqual([id]);
  expect((await suggest('kafeiji'))[0]).toMatchObject({
    type: 'product',
    code: 'P-UAV-01',
    label: '量子纠缠咖啡机',
  });
  await stopOutboxWorker();
  await drainOutbox();
  expect(await db.select().from(searchOutbox)).toEqual([]);
});

test('a row that the engine refuses is kept with its failure while the others go on', async () => {
  const [good, bad] = [await productId('P-UAV-02'), await productId('P-UAV-03')];
  const before = (await db.select().from(products).where(eq(products.id, bad)))[0]!;
  await write(async (tx) => {
    await tx
      .update(products)
      .set({ specifications: 'broken' as never })
      .where(eq(products.id, bad));
    await enqueueForSearch(tx, 'product', good, bad);
  });
  await drainOutbox();
  const left = await db.select().from(searchOutbox);
  expect(left).toMatchObject([{ entityId: bad, attempts: 1 }]);
  expect(left[0]!.failure).toBeTruthy();
  await write(async (tx) => {
    await tx.update(products).set({ specifications: before.specifications }).where(eq(products.id, bad));
    await tx.delete(searchOutbox);
  });
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

test('a missing index is answered by the database and built again', async () => {
  const client = searchClient();
  await client.deleteIndex(indexName('scenarios')).waitTask();
  const meanwhile = await find({ type: 'scenario', q: '热线', limit: 3 });
  expect(meanwhile.engine).toBe('database');
  expect(meanwhile.total).toBeGreaterThan(0);
  forgetIndexes();
  await ensureIndexes();
  expect(await find({ type: 'scenario', q: '热线', limit: 4 })).toMatchObject({
    engine: 'meilisearch',
    total: meanwhile.total,
  });
}, 60_000);

test('a rebuild loses nothing that changed while it went on', async () => {
  const id = await productId('P-UAV-04');
  let changing: Promise<unknown> | undefined;
  const result = await rebuild((type) => {
    if (type !== 'product') return;
    changing ??= write(async (tx) => {
      await tx
        .update(products)
        .set({ name: '深海热泉采样钟', updatedAt: new Date() })
        .where(eq(products.id, id));
      await enqueueForSearch(tx, 'product', id);
    }).then(drainOutbox);
  });
  await changing;
  expect(result.product).toBeGreaterThan(200);
  expect((await find({ type: 'product', q: '深海热泉' })).ids).toEqual([id]);
}, 60_000);

test('without the engine the database answers the same question, and its words stay in step', async () => {
  const before = await find({ type: 'product', q: '电解槽', limit: 3 });
  await stopSearch();
  expect(await find({ type: 'product', q: '电解槽', limit: 3 })).toMatchObject({
    engine: 'database',
    ids: before.ids,
    total: before.total,
  });
  const id = await productId('P-UAV-05');
  await write(async (tx) => {
    await tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, id));
    await enqueueForSearch(tx, 'product', id);
  });
  await drainOutbox();
  expect(await db.select().from(searchWords).where(eq(searchWords.entityId, id))).toEqual([]);
  expect(await db.select().from(searchOutbox)).toHaveLength(1);
});
