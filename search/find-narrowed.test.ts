import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import { offerings, scenarios } from '#db/schema';
import { useSearchEngine } from '#tests/engine';
import { findCodes, productId } from '#tests/search/items';
import { useWorld } from '#tests/world';
import { listProductRows } from '~/domain/products/product-rows.server';
import { readSearchQuery } from '~/domain/search/search-query';
import { searchPage } from '~/domain/search/search.server';
import { find, lackedBy, type FindInput } from './find.server';
import { dayNumber, today, type ItemType } from './item.server';
import { drainOutbox } from './outbox.server';

useWorld();
useSearchEngine();

/** The ids of all products, or of all that fit, in the order of their prices. */
async function byPrice(by: 'meilisearch' | 'database', filters: FindInput['filters'] = {}) {
  const all: string[] = [];
  for (const offset of [0, 100, 200]) {
    const found = await find({ type: 'product', sort: 'price', limit: 100, offset, filters, by });
    expect(found.engine).toBe(by);
    all.push(...found.ids);
  }
  return all;
}

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
  const prices = (await byPrice('meilisearch')).map(lowest);
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
      const found = await findCodes({ type: 'scenario', filters, limit: 100, by });
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
  const inferredOf = async (q: string, more: Partial<FindInput> = {}) => {
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
      findCodes({ type: 'scenario', q: `${year}年${number}月截止`, limit: 100, by, ...more });
    const { codes, inferred, engine } = await ask();
    expect(engine).toBe(by);
    expect(codes.sort()).toEqual(closing.sort());
    expect(inferred).toMatchObject([{ key: 'deadline', applied: true }]);
    const all = await ask({ without: ['deadline'] });
    expect(all.codes.length).toBeGreaterThan(codes.length);
  }
});
