import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { products, productScenarios, scenarios } from '#db/schema';
import { drainOutbox } from '#search/outbox.server';
import { useWorld } from '#tests/world';
import { findIntention, listIntentions } from '../intentions/intentions.server';
import { findScenarioRecord } from '../scenarios/scenario-record.server';
import { findPublicScenario } from '../scenarios/scenarios.server';
import { searchPage } from '../search/search.server';
import { readSearchQuery } from '../search/search-query';
import { searchForMachines, suggestForBox } from '../search/public-search.server';
import { readApiSearch } from '../search/api-search';
import { matchProducts } from './match-products.server';

useWorld();

/** How many statements have reached the database. */
const statements = () => (globalThis as { __sqlStatements?: number }).__sqlStatements ?? 0;
beforeAll(async () => void (await drainOutbox()));

const scenarioOf = async (code: string) => (await findPublicScenario(code))!;

test('products that name a scenario come first and say so; every match has a reason', async () => {
  const scenario = await scenarioOf('S-UXV-01');
  const matches = await matchProducts(
    { title: scenario.title, scenarioId: scenario.id, category: scenario.category },
    6,
  );
  expect(matches.length).toBeGreaterThan(0);
  for (const match of matches) expect(match.reasons.length, match.code).toBeGreaterThan(0);
  const linked = await db.select().from(productScenarios).where(eq(productScenarios.scenarioId, scenario.id));
  const first = matches.slice(0, Math.min(linked.length, matches.length));
  for (const match of first) expect(match.reasons[0]).toEqual({ kind: 'linked' });
});

test('a product that was withdrawn suits nothing', async () => {
  const scenario = await scenarioOf('S-UXV-01');
  const need = { title: scenario.title, scenarioId: scenario.id, category: scenario.category };
  const [first] = await matchProducts(need, 6);
  await write((tx) => tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, first!.id)));
  expect((await matchProducts(need, 6)).map((match) => match.code)).not.toContain(first!.code);
});

test('the search page says what was left out and stays within five statements', async () => {
  const { query } = readSearchQuery(new URLSearchParams('q=无人机&priceMax=100'));
  await searchPage(query);
  const before = statements();
  const result = await searchPage(query);
  expect(statements() - before).toBeLessThanOrEqual(4);
  expect(result.total).toBeGreaterThan(0);
  expect(result.counts.product).toBeGreaterThanOrEqual(result.total + result.withoutAmount);
  for (const row of result.products) expect(row.priceMin).toBeLessThanOrEqual(100_000_000);
});

test('machines find the same by pinyin and initials', async () => {
  for (const q of ['无人机', 'wurenji', 'wrj', 'UAV']) {
    const asked = readApiSearch(new URLSearchParams({ q, limit: '5' }));
    if (!asked.ok) throw new Error(asked.detail);
    const answer = await searchForMachines(asked.data);
    expect(answer.total, q).toBeGreaterThan(5);
    expect(answer.hits).toHaveLength(5);
    expect(answer.hits[0]).toMatchObject({
      type: 'product',
      url: expect.stringMatching(/^\/products\/P-/) as string,
    });
  }
  const [term, ...others] = await suggestForBox('无人');
  expect(term).toMatchObject({ type: 'term', url: expect.stringMatching(/^\/search\?q=/) as string });
  expect(others.map(({ url }) => url)).toContainEqual(expect.stringMatching(/^\/(products|scenarios)\//));
});

test('drafts are nowhere, and what was withdrawn keeps its page only', async () => {
  await write((tx) =>
    tx.update(scenarios).set({ state: 'draft', publishedAt: null }).where(eq(scenarios.code, 'S-AI-01')),
  );
  expect(await findPublicScenario('S-AI-01')).toBeUndefined();
  await write((tx) =>
    tx
      .update(scenarios)
      .set({ state: 'withdrawn', stateReason: '需求取消' })
      .where(eq(scenarios.code, 'S-AI-02')),
  );
  expect(await findPublicScenario('S-AI-02')).toMatchObject({ status: 'withdrawn', stateReason: '需求取消' });
  const { query } = readSearchQuery(new URLSearchParams(), 'scenario');
  const codes = (await searchPage(query, 100)).scenarios.map((row) => row.code);
  expect(codes).not.toContain('S-AI-01');
  expect(codes).not.toContain('S-AI-02');
  const rows = await db
    .select()
    .from(scenarios)
    .where(and(eq(scenarios.state, 'published'), inArray(scenarios.code, codes)));
  expect(rows).toHaveLength(codes.length);
});

test('a record for machines tells no name and no telephone number', async () => {
  await write((tx) =>
    tx
      .update(scenarios)
      .set({ contactName: '王岚', contactPhone: '029-81112216' })
      .where(eq(scenarios.code, 'S-AI-03')),
  );
  const text = JSON.stringify(await findScenarioRecord('S-AI-03'));
  expect(text).toContain('S-AI-03');
  expect(text).not.toContain('王岚');
  expect(text).not.toContain('81112216');
});

test('intentions are read with their scenario; a code nobody has is undefined', async () => {
  const { total, rows } = await listIntentions({ stages: ['采购意向'] }, 1, 5);
  expect(total).toBeGreaterThan(5);
  expect(rows.map((row) => row.expectedMonth)).toEqual(rows.map((row) => row.expectedMonth).sort());
  const found = await findIntention('L-001');
  expect(found).toMatchObject({ scenarioCode: 'S-UXV-01', budget: 120_000_000 });
  expect(await findIntention('L-999')).toBeUndefined();
});
