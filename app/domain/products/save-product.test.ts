import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { audit, products, productVersions, searchOutbox } from '#db/schema';
import { aProductInput } from '#tests/listings';
import { useWorld, viewerOf } from '#tests/world';
import { loadReferenceData } from '../world/reference-data.server';
import { findOwnProduct, listOwnProducts } from './own-products.server';
import { productForm, type ProductInput } from './product-form';
import {
  createProduct,
  suggestProcurementItems,
  updateProduct,
  withdrawProduct,
} from './save-product.server';

useWorld();

async function made(publish: boolean, over: Partial<ProductInput> = {}) {
  const viewer = await viewerOf('enterprise');
  const saved = await createProduct(viewer, aProductInput(over), publish);
  if (!saved.ok) throw new Error(saved.reason);
  const product = await findOwnProduct(viewer.organisationId, saved.code, '2026-11-24');
  const [{ id } = { id: '' }] = await db
    .select({ id: products.id })
    .from(products)
    .where(eq(products.code, saved.code));
  return { viewer, code: saved.code, product: product!, id };
}
const versionsOf = async (id: string) =>
  (
    await db
      .select({ version: productVersions.version })
      .from(productVersions)
      .where(eq(productVersions.productId, id))
  ).map((row) => row.version);
const asked = (id: string) =>
  db.$count(searchOutbox, and(eq(searchOutbox.type, 'product'), eq(searchOutbox.entityId, id)));

test('a published product keeps its first version, is told to the search and is audited', async () => {
  const { code, product, id } = await made(true);
  expect(code).toMatch(/^P-UAV-\d{2,}$/);
  expect(product).toMatchObject({ state: 'published', version: 1, isRecognised: false, maturity: '小批量' });
  expect(await versionsOf(id)).toEqual([1]);
  expect(await asked(id)).toBe(1);
  expect(await db.$count(audit, and(eq(audit.subjectId, id), eq(audit.action, 'product.published')))).toBe(1);
});

test('a draft is neither kept as a version nor told to the search until it is published', async () => {
  const { viewer, code, id } = await made(false);
  expect([await versionsOf(id), await asked(id)]).toEqual([[], 0]);
  expect(await updateProduct(viewer, code, 1, aProductInput({ name: '草稿二稿' }), false)).toMatchObject({
    ok: true,
    published: false,
  });
  expect([await versionsOf(id), await asked(id)]).toEqual([[], 0]);
  expect(await updateProduct(viewer, code, 2, aProductInput(), true)).toMatchObject({
    ok: true,
    published: true,
  });
  expect([await versionsOf(id), await asked(id)]).toEqual([[3], 1]);
});

test('another enterprise neither sees, changes nor withdraws the product', async () => {
  const { code } = await made(true);
  const other = await viewerOf('other-enterprise');
  expect(await findOwnProduct(other.organisationId, code, '2026-11-24')).toBeUndefined();
  expect(await updateProduct(other, code, 1, aProductInput({ name: '改名' }), true)).toBeUndefined();
  expect(await withdrawProduct(other, code, 1)).toBeUndefined();
  expect((await listOwnProducts(other.organisationId)).map((row) => row.code)).not.toContain(code);
});

test('of two people saving the same version one wins, and the other sees what is stored and what they typed', async () => {
  const { viewer, code, id } = await made(true);
  const [first, second] = await Promise.all([
    updateProduct(viewer, code, 1, aProductInput({ model: 'YY-2' }), true),
    updateProduct(viewer, code, 1, aProductInput({ model: 'YY-3', name: '系留无人机' }), true),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toEqual({
    ok: false,
    reason: 'changed',
    version: 2,
    changes: [
      { field: 'name', stored: '系留式巡检无人机', typed: '系留无人机' },
      { field: 'model', stored: 'YY-2', typed: 'YY-3' },
    ],
  });
  expect(await versionsOf(id)).toEqual([1, 2]);
});

test('an unknown procurement item is refused, and its name proposes codes', async () => {
  const viewer = await viewerOf('enterprise');
  await loadReferenceData([{ code: 'A02430900', name: '无人机', level: 3, parent: 'A02430000' }], []);
  expect(await createProduct(viewer, aProductInput({ procurementItemCode: 'A99999999' }), true)).toEqual({
    ok: false,
    reason: 'unknown_item',
  });
  expect(await suggestProcurementItems('无人')).toEqual([{ code: 'A02430900', name: '无人机' }]);
  expect(await suggestProcurementItems('A024309')).toHaveLength(1);
  expect(await suggestProcurementItems('%')).toEqual([]);
  const saved = await createProduct(viewer, aProductInput({ procurementItemCode: 'A02430900' }), true);
  expect(saved).toMatchObject({ ok: true });
});

test('a withdrawn product is not public any more and can be published again', async () => {
  const { viewer, code, id } = await made(true);
  expect(await withdrawProduct(viewer, code, 7)).toEqual({ ok: false, reason: 'changed' });
  expect(await withdrawProduct(viewer, code, 1)).toEqual({ ok: true });
  expect(await withdrawProduct(viewer, code, 2)).toEqual({ ok: false, reason: 'state' });
  expect(await asked(id)).toBe(2);
  expect(await updateProduct(viewer, code, 2, aProductInput(), true)).toMatchObject({
    ok: true,
    published: true,
  });
});

test('the form says all that is wrong at once, rows of the specification table by their number', () => {
  const result = productForm.safeParse({
    name: ' ',
    kind: 'first-unit',
    summary: '太短',
    trl: '12',
    specName: ['', '重量', ''],
    specValue: ['', '', '5'],
    specUnit: ['', 'kg', ''],
  });
  expect(result.success).toBe(false);
  const paths = result.error!.issues.map(({ path }) => path.join('.'));
  expect(new Set(paths)).toEqual(
    new Set(['name', 'industry', 'summary', 'trl', 'specValue.1', 'specName.2']),
  );
});

test('the form drops empty rows and reads full-width numbers', () => {
  const result = productForm.parse({
    name: ' 光模块 ',
    kind: 'first-unit',
    industry: '光子',
    summary: '数据中心短距互联用可插拔光模块，已通过高低温循环验证。',
    inventionPatents: '１２',
    specName: ['速率', ''],
    specValue: ['800', ''],
    specUnit: ['Gb/s', ''],
  });
  expect(result).toMatchObject({
    name: '光模块',
    model: null,
    inventionPatents: 12,
    utilityModels: null,
    specifications: [{ name: '速率', value: '800', unit: 'Gb/s' }],
  });
});
