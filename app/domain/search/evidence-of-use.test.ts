import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { purchases, recognitions, trials } from '#db/schema';
import { find } from '#search/find.server';
import { drainOutbox } from '#search/outbox.server';
import { useSearchEngine } from '#tests/engine';
import { changeProduct } from '#tests/search/items';
import { useWorld } from '#tests/world';
import { addDays, todayOn } from '../calendar';
import type { Step } from '../leads/carry-out-step.server';
import { makeLeadWorld, openedLead, stepAs } from '#tests/lead-world';
import { readSearchQuery } from './search-query';
import { searchPage } from './search.server';

useWorld();
type World = Awaited<ReturnType<typeof makeLeadWorld>>;
let worlds: World[];
const today = todayOn();
const engines = ['meilisearch', 'database'] as const;

beforeAll(async () => {
  worlds = [await makeLeadWorld(), await makeLeadWorld(), await makeLeadWorld()];
  // equal in everything but their codes
  const publishedAt = new Date();
  for (const { productCode } of worlds)
    await changeProduct(productCode, { publishedAt, name: '孪生测绘飞艇' });
});
useSearchEngine();

async function step(viewer: World['buyer'], code: string, what: Step) {
  expect(await stepAs(viewer, code, what), what.move).toMatchObject({ ok: true });
  await drainOutbox();
}

const order = async (by: (typeof engines)[number], sort?: 'used') =>
  (await find({ type: 'product', q: '孪生测绘飞艇', by, sort, limit: 10 })).ids.filter((id) =>
    worlds.some((world) => world.productId === id),
  );

test('a product that was delivered stands before equal ones that nobody has used, a passed trial counts too', async () => {
  const [unused, tried, delivered] = worlds as [World, World, World];
  for (const by of engines) expect((await order(by))[0], by).toBe(unused.productId);

  const trial = await openedLead(tried);
  await step(tried.enterprise, trial, { move: 'accept' });
  await step(tried.buyer, trial, { move: 'start_trial', site: '沣峪口', startedOn: addDays(today, -20) });
  for (const by of engines) expect((await order(by))[0], by).toBe(unused.productId);
  await step(tried.buyer, trial, { move: 'record_trial', result: 'passed', endedOn: today, note: null });
  for (const by of engines) expect((await order(by))[0], by).toBe(tried.productId);

  const bought = await openedLead(delivered);
  await step(delivered.enterprise, bought, { move: 'accept' });
  await step(delivered.buyer, bought, {
    move: 'start_procuring',
    method: '询价',
    plannedMonth: today.slice(0, 7),
    budget: 30_000_000,
  });
  const contract = { contractNumber: 'HT-1', contractedOn: addDays(today, -3), amount: 29_600_000 };
  await step(delivered.buyer, bought, { move: 'record_contract', ...contract, method: '询价', quantity: 1 });
  await step(delivered.buyer, bought, { move: 'record_delivery', acceptedOn: today, evidence: '验收单' });
  for (const by of engines) {
    const ids = await order(by);
    expect(ids.indexOf(delivered.productId), by).toBeLessThan(ids.indexOf(unused.productId));
    expect((await order(by, 'used')).at(-1), by).toBe(unused.productId);
  }
});

test('lists are narrowed by evidence of use, the same by engine and database', async () => {
  const [, tried, delivered] = worlds as [World, World, World];
  for (const by of engines) {
    const found = (used: 'bought' | 'tried') =>
      find({ type: 'product', q: '孪生测绘飞艇', filters: { used: [used] }, by });
    expect((await found('bought')).ids, by).toEqual([delivered.productId]);
    expect((await found('tried')).ids, by).toEqual([tried.productId]);
    expect((await find({ type: 'product', q: '孪生测绘飞艇', by })).facets.used).toEqual({
      bought: 1,
      tried: 1,
    });
  }
});

test('a trial that failed and a contract that was ended are no evidence', async () => {
  const [, tried, delivered] = worlds as [World, World, World];
  await write(async (tx) => {
    await tx.update(trials).set({ result: 'failed' }).where(eq(trials.productId, tried.productId));
    await tx
      .update(purchases)
      .set({ state: 'terminated' })
      .where(eq(purchases.productId, delivered.productId));
  });
  const used = ['tried', 'bought'] as ('tried' | 'bought')[];
  const found = await find({ type: 'product', by: 'database', filters: { used }, limit: 100 });
  for (const { productId } of worlds) expect(found.ids).not.toContain(productId);
});

test('years of recognition narrow products the same by engine and database; who has none is counted as left out', async () => {
  const recognised = await db.select().from(recognitions).where(eq(recognitions.state, 'recognised'));
  const years = [...new Set(recognised.map((row) => Number(row.validFromOn.slice(0, 4))))].sort();
  expect(years.length).toBeGreaterThan(1);
  const [year] = years as [number];
  const [engine, database] = await Promise.all(
    engines.map((by) =>
      find({ type: 'product', filters: { yearMin: year, yearMax: year }, by, limit: 100, sort: 'newest' }),
    ),
  );
  expect(engine!.total).toBeGreaterThan(0);
  expect(engine!.ids).toEqual(database!.ids);
  expect(engine!.total).toBe(database!.total);
  for (const id of engine!.ids) {
    const own = recognised.filter((row) => row.productId === id).map((row) => row.validFromOn.slice(0, 4));
    expect(own, id).toContain(String(year));
  }
  const page = async (text: string) => searchPage(readSearchQuery(new URLSearchParams(text)).query);
  const all = await page('');
  const from = await page(`yearMin=${years[0]}`);
  expect(from.withoutYear).toBeGreaterThan(0);
  expect(from.total + from.withoutYear).toBe(all.total);
});

test('what a range in the words leaves out is counted like what a chosen one leaves out', async () => {
  const page = async (text: string) => searchPage(readSearchQuery(new URLSearchParams(text)).query);
  const said = await page('q=无人机 900000万以内');
  expect(said.inferred).toMatchObject([{ key: 'amount', applied: true }]);
  const chosen = await page('q=无人机&priceMax=900000');
  expect(said.withoutAmount).toBeGreaterThan(0);
  expect(said.withoutAmount).toBe(chosen.withoutAmount);
  expect(said.total + said.withoutAmount).toBe((await page('q=无人机')).total);
  const off = await page('q=无人机 900000万以内&without=amount');
  expect([off.withoutAmount, off.counts.product]).toEqual([0, off.total]);
  const years = await page('q=2025年 无人机');
  expect(years.inferred).toMatchObject([{ key: 'year', applied: true }]);
  expect(years.withoutYear).toBeGreaterThan(0);
});
