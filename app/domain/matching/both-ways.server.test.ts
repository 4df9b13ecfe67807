import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { products, productScenarios, scenarios } from '#db/schema';
import { enqueueForSearch } from '#db/outbox.server';
import { drainOutbox } from '#search/outbox.server';
import { useWorld } from '#tests/world';
import { mostCompared } from '../products/compare';
import { findProductPage } from './product-page.server';
import { todayOn } from '../calendar';

useWorld();
beforeAll(async () => void (await drainOutbox()));

const statements = () => (globalThis as { __sqlStatements?: number }).__sqlStatements ?? 0;
const productOf = async (code: string) => (await findProductPage(code, todayOn()))!;

async function setScenario(code: string, values: Partial<typeof scenarios.$inferInsert>) {
  await write(async (tx) => {
    const [row] = await tx
      .update(scenarios)
      .set(values)
      .where(eq(scenarios.code, code))
      .returning({ id: scenarios.id });
    await enqueueForSearch(tx, 'scenario', row!.id);
  });
  await drainOutbox();
}

test('a product names the scenarios open to it: linked ones first, each with its reasons and the numbers it meets', async () => {
  const { scenarios: open } = await productOf('P-UAV-03');
  expect(open.length).toBeGreaterThan(1);
  for (const one of open) {
    expect(one.status).toBe('open');
    expect(one.reasons.length, one.code).toBeGreaterThan(0);
  }
  const linked = open.map((one) => one.reasons[0]!.kind === 'linked');
  expect(linked).toEqual([...linked].sort((a, b) => Number(b) - Number(a)));
  const forest = open.find((one) => one.code === 'S-UXV-01');
  expect(forest?.reasons).toContainEqual({ kind: 'category', category: '无人系统' });
  expect(forest?.checks).toContainEqual(
    expect.objectContaining({ outcome: 'met', specification: '覆盖半径' }),
  );
});

test('a scenario that nobody has linked is found by what it speaks of', async () => {
  const [row] = await db.select().from(products).where(eq(products.code, 'P-HYD-04'));
  await write((tx) => tx.delete(productScenarios).where(eq(productScenarios.productId, row!.id)));
  const { scenarios: open } = await productOf('P-HYD-04');
  expect(open.length).toBeGreaterThan(0);
  expect(open.flatMap((one) => one.reasons).map((one) => one.kind)).not.toContain('linked');
  expect(open[0]!.reasons).toContainEqual({ kind: 'words', words: ['储能'] });
});

test('what has ended is told apart, what was withdrawn or never published is nowhere', async () => {
  await setScenario('S-UXV-01', { deadlineOn: '2020-01-01' });
  const ended = await productOf('P-UAV-03');
  expect(ended.scenarios.map(({ code }) => code)).not.toContain('S-UXV-01');
  expect(ended.endedScenarios).toContainEqual(
    expect.objectContaining({ code: 'S-UXV-01', status: 'closed' }),
  );
  for (const state of ['withdrawn', 'draft'] as const) {
    await setScenario('S-UXV-01', { state });
    const product = await productOf('P-UAV-03');
    const shown = [...product.scenarios, ...product.endedScenarios].map(({ code }) => code);
    expect(shown, state).not.toContain('S-UXV-01');
  }
});

test('more like this: others with what they have in common, as many as a comparison takes', async () => {
  const { code, similar } = await productOf('P-SUP-01');
  expect(similar.length).toBeGreaterThan(1);
  expect(similar.length).toBeLessThan(mostCompared);
  expect(similar.map((one) => one.code)).not.toContain(code);
  for (const one of similar) expect(one.reasons.length, one.code).toBeGreaterThan(0);
  expect(similar[0]!.reasons).toContainEqual({ kind: 'words', words: ['高温超导'] });
  const [first] = similar;
  await write((tx) => tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, first!.id)));
  expect((await productOf('P-SUP-01')).similar.map((one) => one.code)).not.toContain(first!.code);
});

test('a product page stays within six statements, seven while the database answers searches', async () => {
  for (const code of ['P-UAV-01', 'P-SUP-01']) {
    await productOf(code);
    const before = statements();
    await productOf(code);
    expect(statements() - before, code).toBeLessThanOrEqual(7);
  }
});
