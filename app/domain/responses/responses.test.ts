import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { products, scenarios } from '#db/schema';
import { anOfferingInput, aProductInput } from '#tests/listings';
import { useWorld, viewerOf } from '#tests/world';
import { openLead } from '~/domain/leads/open-lead.server';
import type { OfferingInput } from '../offerings/offering-form';
import { publishOffering } from '../offerings/publish-offering.server';
import { createProduct, withdrawProduct } from '../products/save-product.server';
import {
  findOwnedScenario,
  findStandingResponse,
  listNewResponses,
  listOwnedScenarios,
} from './owned-scenarios.server';
import {
  findScenarioToAnswer,
  listOwnResponses,
  listProductsToOffer,
  submitResponse,
  withdrawResponse,
} from './responses.server';

useWorld();

const today = '2026-11-24';

/** A product of the enterprise, with terms unless told otherwise. */
async function aProduct(offer: Partial<OfferingInput> | null = {}) {
  const viewer = await viewerOf('enterprise');
  const saved = await createProduct(viewer, aProductInput(), true);
  if (!saved.ok) throw new Error(saved.reason);
  if (offer) await publishOffering(viewer, saved.code, '', anOfferingInput(offer));
  return saved.code;
}

/** An open scenario of the buyer. */
async function aScenario() {
  const buyer = await viewerOf('buyer');
  const code = `S-T-${Math.random().toString(36).slice(2, 8)}`;
  await write((tx) =>
    tx.insert(scenarios).values({
      code,
      title: '林区防火巡护',
      category: '无人系统',
      ownerId: buyer.organisationId,
      background: '林区大，人手少。',
      deadlineOn: '2026-12-31',
      state: 'published',
      publishedAt: new Date(),
    }),
  );
  return { buyer, code };
}
const message = '可满足全部要求，两周内可到现场试用。';

test('product, offering, response: the owner reads it and opens one lead from it', async () => {
  const { buyer, code: scenarioCode } = await aScenario();
  const viewer = await viewerOf('enterprise');
  const productCode = await aProduct();
  expect(await findScenarioToAnswer(scenarioCode, today)).toMatchObject({ isOpen: true });
  const answer = await submitResponse(viewer, { scenarioCode, productCode, message }, today);
  if (!answer?.ok) throw new Error('refused');
  expect(await listOwnResponses(viewer.organisationId, today)).toContainEqual(
    expect.objectContaining({
      code: answer.code,
      state: 'submitted',
      scenarioStatus: 'open',
      leadCode: null,
    }),
  );
  expect(await listNewResponses(buyer.organisationId)).toContainEqual(
    expect.objectContaining({ code: answer.code }),
  );
  expect(await listOwnedScenarios(buyer.organisationId, today)).toContainEqual(
    expect.objectContaining({ code: scenarioCode, responses: 1, fresh: 1 }),
  );
  const standing = await findStandingResponse(buyer.organisationId, scenarioCode, answer.code);
  const lead = await openLead({ viewer: buyer, origin: 'response', responseId: standing!.id });
  const again = await openLead({ viewer: buyer, origin: 'response', responseId: standing!.id });
  if (!lead?.ok || !again?.ok) throw new Error('refused');
  expect(again.code).toBe(lead.code);
  const page = await findOwnedScenario(buyer.organisationId, scenarioCode, today);
  expect(page?.responses).toEqual([
    expect.objectContaining({
      code: answer.code,
      message,
      leadCode: lead.code,
      hasOpenLead: true,
      priceMax: 42_000_000,
      termsHold: true,
    }),
  ]);
  expect(await listNewResponses(buyer.organisationId)).not.toContainEqual(
    expect.objectContaining({ code: answer.code }),
  );
  expect(await withdrawResponse(viewer, answer.code)).toEqual({ ok: false, reason: 'in_lead' });
});

test('a product answers a scenario once, even at the same moment, and again after it was taken back', async () => {
  const { code: scenarioCode } = await aScenario();
  const viewer = await viewerOf('enterprise');
  const productCode = await aProduct();
  const [first, second] = await Promise.all([
    submitResponse(viewer, { scenarioCode, productCode, message }, today),
    submitResponse(viewer, { scenarioCode, productCode, message }, today),
  ]);
  if (!first?.ok) throw new Error('refused');
  expect(second).toEqual({ ok: false, reason: 'answered', code: first.code });
  expect(await listProductsToOffer(viewer.organisationId, scenarioCode, today)).toContainEqual(
    expect.objectContaining({ code: productCode, answeredBy: first.code }),
  );
  expect(await withdrawResponse(viewer, first.code)).toEqual({ ok: true });
  expect(await withdrawResponse(viewer, first.code)).toEqual({ ok: false, reason: 'state' });
  expect(await submitResponse(viewer, { scenarioCode, productCode, message }, today)).toMatchObject({
    ok: true,
  });
});

test('a closed scenario, a product without terms in force and the product of another are refused', async () => {
  const { code: scenarioCode } = await aScenario();
  const viewer = await viewerOf('enterprise');
  const other = await viewerOf('other-enterprise');
  const productCode = await aProduct();
  expect(await submitResponse(viewer, { scenarioCode, productCode, message }, '2027-01-01')).toEqual({
    ok: false,
    reason: 'closed',
  });
  expect(
    await submitResponse(viewer, { scenarioCode, productCode: await aProduct(null), message }, today),
  ).toEqual({ ok: false, reason: 'no_offering' });
  const ended = await aProduct({ validUntilOn: '2026-11-01' });
  expect(await submitResponse(viewer, { scenarioCode, productCode: ended, message }, today)).toEqual({
    ok: false,
    reason: 'no_offering',
  });
  expect(await submitResponse(other, { scenarioCode, productCode, message }, today)).toEqual({
    ok: false,
    reason: 'no_product',
  });
  expect(
    await submitResponse(viewer, { scenarioCode: 'S-NONE-1', productCode, message }, today),
  ).toBeUndefined();
});

test('competitors and other buyers see nothing of a response', async () => {
  const { buyer, code: scenarioCode } = await aScenario();
  const [viewer, other, otherBuyer] = await Promise.all([
    viewerOf('enterprise'),
    viewerOf('other-enterprise'),
    viewerOf('other-buyer'),
  ]);
  const answer = await submitResponse(
    viewer,
    { scenarioCode, productCode: await aProduct(), message },
    today,
  );
  if (!answer?.ok) throw new Error('refused');
  expect((await listOwnResponses(other.organisationId, today)).map(({ code }) => code)).not.toContain(
    answer.code,
  );
  expect(await withdrawResponse(other, answer.code)).toBeUndefined();
  expect(await findOwnedScenario(otherBuyer.organisationId, scenarioCode, today)).toBeUndefined();
  expect(await findStandingResponse(otherBuyer.organisationId, scenarioCode, answer.code)).toBeUndefined();
  expect(await findStandingResponse(buyer.organisationId, scenarioCode, answer.code)).toMatchObject({
    productName: '系留式巡检无人机',
  });
});

test('withdrawing a product takes its responses back with it', async () => {
  const { buyer, code: scenarioCode } = await aScenario();
  const viewer = await viewerOf('enterprise');
  const productCode = await aProduct();
  await submitResponse(viewer, { scenarioCode, productCode, message }, today);
  const [row] = await db
    .select({ version: products.version })
    .from(products)
    .where(eq(products.code, productCode));
  await withdrawProduct(viewer, productCode, row!.version);
  expect((await findOwnedScenario(buyer.organisationId, scenarioCode, today))?.responses).toEqual([]);
});
