import { readFileSync } from 'node:fs';
import { count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { organisations, products, recognitions, scenarios, searchOutbox } from '#db/schema';
import { useDatabase } from '#tests/database';
import { importWorld } from './import-world.server';
import { readWorld } from './world-file';

useDatabase();
type World = Record<string, Record<string, unknown>[]>;
const sample = () => JSON.parse(readFileSync('db/world/xian-sample.json', 'utf8')) as World;
const rows = async (table: typeof products | typeof scenarios | typeof organisations | typeof searchOutbox) =>
  (await db.select({ n: count() }).from(table as typeof products))[0]!.n;

test('a file with a fault is refused whole and the fault is named by place, code and reason', async () => {
  const world = sample();
  world.scenarios![4]!.budgetWan = -3;
  world.products![2]!.enterpriseId = 'E999';
  const report = await importWorld(world);
  expect(report.ok).toBe(false);
  expect(report.faults).toContainEqual({
    place: 'scenarios[4].budgetWan',
    code: world.scenarios![4]!.id,
    reason: 'must be above 0; leave it null when it is not settled',
  });
  expect(report.faults).toContainEqual({
    place: 'products[2].enterpriseId',
    code: world.products![2]!.id,
    reason: 'there is no E999',
  });
  expect(await rows(organisations)).toBe(0);
});

test('the sample world is loaded whole, and loading it again changes nothing', async () => {
  expect(await importWorld(sample())).toMatchObject({
    ok: true,
    added: { products: 218, scenarios: 72, leads: 40 },
  });
  const before = [
    await rows(products),
    await rows(scenarios),
    await rows(organisations),
    await rows(searchOutbox),
  ];
  expect(before).toEqual([218, 72, 131, 290]);
  const again = await importWorld(sample());
  expect(again.added).toMatchObject({ products: 0, scenarios: 0, leads: 0 });
  expect([
    await rows(products),
    await rows(scenarios),
    await rows(organisations),
    await rows(searchOutbox),
  ]).toEqual(before);
});

test('codes stay, amounts are in 分, and reported facts carry no recognition', async () => {
  const [product] = await db.select().from(products).where(eq(products.code, 'P-PHO-04'));
  expect(product?.name).toBe(sample().products!.find((p) => p.id === 'P-PHO-04')!.name);
  const [scenario] = await db.select().from(scenarios).where(eq(scenarios.code, 'S-AI-01'));
  expect(scenario?.budget).toBe(260_000_000);
  const recognised = await db
    .select({ n: count() })
    .from(recognitions)
    .innerJoin(products, eq(products.id, recognitions.productId))
    .where(eq(products.code, 'P-PUB-29'));
  expect(recognised[0]!.n).toBe(0);
});

test('with --partial the rows that hold are kept', async () => {
  const world = sample();
  world.products!.push(
    { ...world.products![0]!, id: 'P-NEW-01' },
    { ...world.products![0]!, id: 'P-NEW-02', kind: 'first-ever' },
  );
  const report = await importWorld(world, { partial: true });
  expect(report).toMatchObject({ ok: true, added: { products: 1 }, faults: [{ code: 'P-NEW-02' }] });
});

test('what is no world at all is a fault, never a crash', () => {
  for (const file of [null, 3, 'x', [], {}, { products: 'no' }, { products: [null, 3, { id: 7 }] }])
    expect(readWorld(file).faults.length).toBeGreaterThan(0);
});
