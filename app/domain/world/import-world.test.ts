import { readFileSync } from 'node:fs';
import { count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { organisations, products, publications, recognitions, scenarios, searchOutbox } from '#db/schema';
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
  expect(before.slice(0, 3)).toEqual([218, 72, 131]);
  // Each item, and again for those that are linked to it.
  expect(before[3]).toBeGreaterThanOrEqual(290);
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

const list = async (code: string) =>
  (await db.select().from(publications).where(eq(publications.code, code)))[0]!;
const tablesNow = async () =>
  JSON.stringify([
    await db.select().from(scenarios).orderBy(scenarios.code),
    await db.select().from(recognitions).orderBy(recognitions.id),
    await db.select().from(publications).orderBy(publications.code),
    await db.select().from(organisations).orderBy(organisations.code),
  ]);

test('a file that was corrected goes on where the partial import stopped, and a third import changes nothing', async () => {
  const world = sample();
  const listed = (row: Record<string, unknown>, change: object) => ({ ...row, ...change });
  const scenario = world.scenarios!.find((s) => s.provenance === 'illustrative')!;
  const product = world.products!.find((p) => p.recognised)!;
  // A quarter and a batch that are new, of three rows each: the middle ones have a fault at first.
  const late = (n: number, fault: object = {}) => ({
    scenarios: listed(scenario, { id: `S-LATE-${n}`, openDate: '2031-05-0' + n, deadline: null, ...fault }),
    products: listed(product, {
      id: `P-LATE-${n}`,
      recognised: { year: 2031, batch: '2031年第二批', date: '2031-06-30', validUntil: '2034-06-29' },
      ...fault,
    }),
  });
  const file = (...rows: ReturnType<typeof late>[]) => ({
    scenarios: rows.map((r) => r.scenarios),
    products: rows.map((r) => r.products),
  });
  const first = await importWorld(file(late(1), late(2, { provenance: 7 }), late(3)), { partial: true });
  expect(first).toMatchObject({ ok: true, added: { scenarios: 2, products: 2 } });
  const corrected = file(late(1), late(2), late(3));
  // Beside it a quarter that comes before, of which nothing was there.
  corrected.scenarios!.push(listed(scenario, { id: 'S-LATE-4', openDate: '2031-01-05', deadline: null }));
  expect(await importWorld(corrected)).toMatchObject({ ok: true, added: { scenarios: 2, products: 1 } });

  const inList = await db
    .select({ code: scenarios.code, row: scenarios.rowNumber, list: publications.code })
    .from(scenarios)
    .innerJoin(publications, eq(publications.id, scenarios.publicationId))
    .where(eq(publications.year, 2031))
    .orderBy(scenarios.code);
  expect(inList).toEqual([
    { code: 'S-LATE-1', row: 1, list: 'XA-CJ-2031-1' },
    { code: 'S-LATE-2', row: 3, list: 'XA-CJ-2031-1' },
    { code: 'S-LATE-3', row: 2, list: 'XA-CJ-2031-1' },
    { code: 'S-LATE-4', row: 1, list: 'XA-CJ-2031-2' },
  ]);
  const decided = await db
    .select({ row: recognitions.rowNumber })
    .from(recognitions)
    .where(eq(recognitions.publicationId, (await list('XA-SS-2031-2')).id));
  expect(decided.map(({ row }) => row).sort()).toEqual([1, 2, 3]);

  const before = await tablesNow();
  expect(await importWorld(corrected)).toMatchObject({ ok: true, added: { scenarios: 0, products: 0 } });
  expect(await tablesNow()).toBe(before);
});

test('nothing is imported into a list of the bureau', async () => {
  const draft = { title: '草稿', authority: '局', issuedOn: '2032-01-02', year: 2032, sequence: 1 } as const;
  await write(async (tx) => {
    await tx.insert(publications).values({ ...draft, code: 'XA-CJ-2032-1', kind: 'scenario-list' });
    await tx.insert(publications).values({ ...draft, code: 'XA-SS-2032-1', kind: 'catalogue' });
  });
  const world = sample();
  const recognised = { year: 2032, batch: '2032年第一批', date: '2032-02-01', validUntil: '2035-01-31' };
  const product = { ...world.products!.find((p) => p.recognised)!, id: 'P-2032-1', recognised };
  expect((await importWorld({ products: [product] })).faults).toEqual([
    {
      place: 'products[0].recognised.batch',
      code: 'P-2032-1',
      reason: 'XA-SS-2032-1 was not imported; its rows are added in the application',
    },
  ]);
  const scenario = { ...world.scenarios!.find((s) => s.provenance === 'illustrative')!, deadline: null };
  await importWorld({ scenarios: [{ ...scenario, id: 'S-2032-1', openDate: '2032-02-03' }] });
  const [made] = await db.select().from(scenarios).where(eq(scenarios.code, 'S-2032-1'));
  expect(made?.publicationId).toBe((await list('XA-CJ-2032-2')).id);
});

test('a file may point at what is there already', async () => {
  const first = sample().products![0]!;
  const product = { ...first, id: 'P-ALONE-1', recognised: null };
  expect(await importWorld({ products: [product] })).toMatchObject({ ok: true, added: { products: 1 } });
  const buyer = sample().buyers![0]!.id;
  expect(readWorld({ products: [product] }).faults[0]?.reason).toBe(
    `there is no ${String(first.enterpriseId)}`,
  );
  const { faults } = await importWorld({ products: [{ ...product, id: 'P-ALONE-2', enterpriseId: buyer }] });
  expect(faults).toMatchObject([{ place: 'products[0].enterpriseId', reason: `there is no ${buyer}` }]);
});

test('a credit code is checked, kept as registers write it, and belongs to one organisation', async () => {
  const buyer = sample().buyers![0]!;
  const given = (id: string, creditCode: string) => ({ ...buyer, id, creditCode });
  const report = await importWorld(
    {
      buyers: [
        given('B-91', ' 9133 0100 7996 55058b '),
        given('B-92', '91330100799655058X'),
        given('B-93', '91330100799655O58B'),
        given('B-94', '91330100799655058B'),
      ],
    },
    { partial: true },
  );
  expect(report.faults).toMatchObject([
    {
      place: 'buyers[1].creditCode',
      code: 'B-92',
      reason: expect.stringContaining('check character') as string,
    },
    { place: 'buyers[2].creditCode', code: 'B-93', reason: expect.stringContaining('perhaps 0') as string },
    { place: 'buyers[3].creditCode', code: 'B-94', reason: 'is the credit code of B-91' },
  ]);
  const [kept] = await db.select().from(organisations).where(eq(organisations.code, 'B-91'));
  expect(kept?.creditCode).toBe('91330100799655058B');
  const again = await importWorld({ buyers: [given('B-95', '91330100799655058b')] });
  expect(again.faults).toMatchObject([
    { place: 'buyers[0].creditCode', reason: 'is the credit code of B-91' },
  ]);
  const taken = await importWorld({
    enterprises: [{ ...sample().enterprises![0]!, id: 'B-91', creditCode: null }],
  });
  expect(taken.faults).toMatchObject([
    { place: 'enterprises[0].id', reason: 'is the code of another organisation' },
  ]);
});
