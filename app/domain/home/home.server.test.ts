import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { leads, organisations, products, purchases, scenarios } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { addDays, todayOn } from '../calendar';
import { listIntentions } from '../intentions/intentions.server';
import { listProductRows } from '../products/product-rows.server';
import { findPublicPublication } from '../publications/publications.server';
import {
  findNewestCatalogue,
  findNewestScenarioList,
  countHomeFigures,
  listClosingSoon,
} from './home.server';
import { listRecentFirsts } from './recent-firsts.server';

useWorld();

/** How many statements have reached the database. */
const statements = () => (globalThis as { __sqlStatements?: number }).__sqlStatements ?? 0;

test('the numbers are counted from the rows', async () => {
  const rows = await db.select().from(scenarios).where(eq(scenarios.state, 'published'));
  const today = todayOn();
  const open = rows.filter((row) => row.deadlineOn && row.deadlineOn >= today);
  const soon = open.filter((row) => row.deadlineOn && row.deadlineOn <= addDays(today, 30));
  const before = statements();
  const figures = await countHomeFigures(today);
  expect(statements() - before).toBe(1);
  expect(figures).toMatchObject({
    openScenarios: open.length,
    closingSoon: soon.length,
    productsBought: 0,
    demonstrationsAccepted: 0,
  });
  expect(figures.recognitionsInForce).toBeGreaterThan(0);
});

test('the counts beside its links are what the pages behind them list', async () => {
  const before = statements();
  const { catalogueLines, intentions } = await countHomeFigures();
  expect(statements() - before).toBe(1);
  const catalogue = await findNewestCatalogue(1);
  const behind = await findPublicPublication(catalogue!.list.code, todayOn());
  expect(catalogueLines).toBe(behind!.products.length);
  expect(catalogueLines).toBeGreaterThan(0);
  expect(intentions).toBe((await listIntentions({}, 1, 1)).total);
  expect(intentions).toBeGreaterThan(0);
});

test('each part of the page is one statement', async () => {
  const before = statements();
  await listClosingSoon(7);
  await listRecentFirsts(5);
  await findNewestScenarioList(4);
  await findNewestCatalogue(4);
  expect(statements() - before).toBe(4);
});

test('what closes soon comes in the order of its deadline', async () => {
  const rows = await listClosingSoon(7);
  expect(rows.map((row) => row.deadlineOn)).toEqual(rows.map((row) => row.deadlineOn).sort());
  for (const row of rows) expect(row.deadlineOn >= todayOn()).toBe(true);
});

test('the newest list and the newest catalogue are one batch each', async () => {
  const list = await findNewestScenarioList(4);
  expect(list.rows.length).toBeGreaterThan(0);
  const catalogue = await findNewestCatalogue(4);
  expect(catalogue?.list.code).toMatch(/^XA-SS-\d{4}-\d+$/);
  expect(catalogue?.rows.length).toBeGreaterThan(0);
});

test('a contract that counts is a first purchase everywhere, a void one nowhere', async () => {
  expect(await listRecentFirsts(5)).toEqual([]);
  const [product] = await db.select().from(products).where(eq(products.code, 'P-PHO-01'));
  const buyer = await viewerOf('buyer');
  const { version, organisationId: enterpriseId } = product!;
  const record = {
    buyerId: buyer.organisationId,
    enterpriseId,
    productId: product!.id,
    productVersion: version,
    method: '公开招标',
    amount: 38_600_000,
    recordedById: buyer.userId,
  };
  await write((tx) =>
    tx.insert(purchases).values([
      { ...record, code: 'G-01', state: 'voided', contractNumber: 'A', contractedOn: '2026-01-01' },
      {
        ...record,
        code: 'G-02',
        state: 'accepted',
        contractNumber: 'B',
        contractedOn: '2026-03-01',
        acceptedOn: '2026-05-01',
      },
      { ...record, code: 'G-03', state: 'contracted', contractNumber: 'C', contractedOn: '2026-04-01' },
    ]),
  );
  const [name] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, buyer.organisationId));
  const common = { productCode: 'P-PHO-01', productName: product!.name, organisationName: name!.name };
  expect(await listRecentFirsts(5)).toEqual([
    { kind: 'use', on: '2026-05-01', amount: null, ...common },
    { kind: 'purchase', on: '2026-03-01', amount: 38_600_000, ...common },
  ]);
  expect((await countHomeFigures()).productsBought).toBe(1);
  const before = statements();
  const [row] = await listProductRows([product!.id]);
  expect(statements() - before).toBe(2);
  expect(row).toMatchObject({
    code: 'P-PHO-01',
    firsts: [
      { kind: 'purchase', scope: 'city' },
      { kind: 'use', scope: 'city' },
    ],
    buyers: 1,
    users: 0,
    priceMin: 360_000_000,
    priceMax: 480_000_000,
    priceUnit: '台',
    recognition: { kind: 'first-unit', inForce: true },
  });
  expect(await db.select().from(leads)).toEqual([]);
});
