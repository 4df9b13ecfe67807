import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, refusal, write } from '#db/client.server';
import { offerings, products, searchOutbox } from '#db/schema';
import { anOfferingInput, aProductInput } from '#tests/listings';
import { useWorld, viewerOf } from '#tests/world';
import { parseAmount } from '~/forms/amount';
import { createProduct } from '../products/save-product.server';
import { offeringForm } from './offering-form';
import { listOfferingTasks } from './offering-tasks.server';
import { findOwnOffering, publishOffering, withdrawOffering } from './publish-offering.server';

useWorld();

async function aProduct(publish = true) {
  const viewer = await viewerOf('enterprise');
  const saved = await createProduct(viewer, aProductInput(), publish);
  if (!saved.ok) throw new Error(saved.reason);
  const [row] = await db.select({ id: products.id }).from(products).where(eq(products.code, saved.code));
  return { viewer, code: saved.code, id: row!.id };
}
const current = (productId: string) =>
  db
    .select({ code: offerings.code })
    .from(offerings)
    .where(and(eq(offerings.productId, productId), eq(offerings.state, 'published')));

test('new terms take the place of the former ones, and the search hears of both', async () => {
  const { viewer, code, id } = await aProduct();
  const first = await publishOffering(viewer, code, '', anOfferingInput());
  if (!first?.ok) throw new Error('refused');
  const second = await publishOffering(viewer, code, first.code, anOfferingInput({ priceMax: 50_000_000 }));
  if (!second?.ok) throw new Error('refused');
  expect(await current(id)).toEqual([{ code: second.code }]);
  expect(await findOwnOffering(viewer.organisationId, code)).toMatchObject({
    code: second.code,
    priceMax: 50_000_000,
  });
  expect(await db.$count(searchOutbox, eq(searchOutbox.entityId, id))).toBe(3);
});

test('of two people publishing terms at once one wins; two current ones are refused by the database as well', async () => {
  const { viewer, code, id } = await aProduct();
  const answers = await Promise.all([
    publishOffering(viewer, code, '', anOfferingInput()),
    publishOffering(viewer, code, '', anOfferingInput()),
  ]);
  expect(answers.map((answer) => answer?.ok)).toEqual([true, false]);
  expect(answers[1]).toMatchObject({ reason: 'changed', current: (await current(id))[0]!.code });
  const twice = write((tx) =>
    tx.insert(offerings).values({
      ...anOfferingInput(),
      code: 'O-TWICE',
      productId: id,
      organisationId: viewer.organisationId,
      state: 'published',
    }),
  );
  const error: unknown = await twice.catch((caught: unknown) => caught);
  expect(refusal(error)?.kind).toBe('unique');
  expect(await current(id)).toHaveLength(1);
});

test('another enterprise cannot set or take back the terms, and a draft product gets none', async () => {
  const { viewer, code } = await aProduct();
  const other = await viewerOf('other-enterprise');
  const published = await publishOffering(viewer, code, '', anOfferingInput());
  if (!published?.ok) throw new Error('refused');
  expect(await findOwnOffering(other.organisationId, code)).toBeUndefined();
  expect(await publishOffering(other, code, published.code, anOfferingInput())).toBeUndefined();
  expect(await withdrawOffering(other, code, published.code)).toBeUndefined();
  expect(await withdrawOffering(viewer, code, published.code)).toEqual({ ok: true });
  const draft = await aProduct(false);
  expect(await publishOffering(draft.viewer, draft.code, '', anOfferingInput())).toMatchObject({
    ok: false,
    reason: 'not_public',
  });
});

test('products without terms and terms about to end wait for the enterprise', async () => {
  const without = await aProduct();
  const ending = await aProduct();
  const lasting = await aProduct();
  await publishOffering(ending.viewer, ending.code, '', anOfferingInput({ validUntilOn: '2026-12-01' }));
  await publishOffering(lasting.viewer, lasting.code, '', anOfferingInput());
  const tasks = await listOfferingTasks(without.viewer.organisationId, '2026-11-24');
  expect(tasks).toContainEqual(expect.objectContaining({ code: without.code, untilOn: null }));
  expect(tasks).toContainEqual(expect.objectContaining({ code: ending.code, untilOn: '2026-12-01' }));
  expect(tasks.map(({ code }) => code)).not.toContain(lasting.code);
});

const form = offeringForm({ todayOn: '2026-11-24', parseYuan: (text) => parseAmount(text, 'yuan') });
const typed = {
  priceMin: '280,000',
  priceMax: '42万',
  priceUnit: '架',
  trialPolicy: 'free',
  validYear: '2026',
  validMonth: '12',
  validDay: '31',
};
const faults = (over: Record<string, unknown>) => {
  const result = form.safeParse({ ...typed, ...over });
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.')).sort();
};

test('the form reads amounts in 元 and a last day, and says all that is wrong at once', () => {
  expect(form.parse({ ...typed, priceMax: '420000' })).toMatchObject({
    priceMin: 28_000_000,
    priceMax: 42_000_000,
    validUntilOn: '2026-12-31',
  });
  expect(
    faults({ priceMin: '420,000', priceMax: '280,000', trialPolicy: undefined, validYear: '2025' }),
  ).toEqual(['priceMax', 'trialPolicy', 'validYear']);
  expect(faults({ priceMax: '420000', validDay: '31', validMonth: '2' })).toEqual(['validYear']);
  expect(faults({ priceMax: '420000', validMonth: '11', validDay: '24' })).toEqual(['validYear']);
});
