import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { organisations, products, publications, purchases, recognitions, trials } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { findEnquiryPage } from '~/domain/leads/enquiry-page.server';
import { findProductPage } from '~/domain/matching/product-page.server';
import { findPublicOrganisation } from '~/domain/organisations/organisations.server';
import { findPublicPublication, listPublications } from '~/domain/publications/publications.server';
import { publicationCsv } from '../open-data/publication-csv';
import { findPublicProduct } from './products.server';

useWorld();
const today = '2026-11-23';

const productOf = async (code: string) =>
  (await db.select().from(products).where(eq(products.code, code)))[0]!;

test('a recognised product shows its recognition, its price and the scenarios it suits', async () => {
  const product = await findProductPage('P-PHO-01', today);
  expect(product?.recognisedKind).toBe('first-unit');
  expect(product?.recognitions[0]).toMatchObject({
    standing: 'in-force',
    validUntilOn: '2028-06-29',
    level: '市级',
  });
  expect(product?.offering).toMatchObject({ priceMin: 360_000_000, priceMax: 480_000_000, priceUnit: '台' });
  expect(product?.scenarios.map((scenario) => scenario.code)).toContain('S-FAC-02');
  expect(product?.records).toEqual([]);
});

test('a recognition counts to its last day', async () => {
  expect((await findPublicProduct('P-PHO-01', '2028-06-29'))?.recognisedKind).toBe('first-unit');
  const after = await findPublicProduct('P-PHO-01', '2028-06-30');
  expect(after?.recognisedKind).toBeNull();
  expect(after?.recognitions[0]?.standing).toBe('expired');
});

test('a product that only reports speak of takes no enquiry', async () => {
  const buyer = await viewerOf('buyer');
  expect(await findEnquiryPage(buyer, 'P-PUB-29')).toMatchObject({ reported: true });
  expect(await findEnquiryPage(buyer, 'P-PHO-01')).toMatchObject({ reported: false });
});

test('facts from public reports carry their source and no mark', async () => {
  const product = await findPublicProduct('P-PUB-01', today);
  expect(product).toMatchObject({
    reported: true,
    recognisedKind: null,
    recognitions: [],
    offering: null,
    trl: null,
  });
  expect(product?.source).toBe('jwview.com 2026-01-14 中新网');
});

test('unknown codes and drafts are not there', async () => {
  expect(await findPublicProduct('P-NO-01', today)).toBeUndefined();
  const { id } = await productOf('P-PHO-02');
  await write((tx) => tx.update(products).set({ state: 'draft' }).where(eq(products.id, id)));
  expect(await findPublicProduct('P-PHO-02', today)).toBeUndefined();
  await write((tx) => tx.update(products).set({ state: 'published' }).where(eq(products.id, id)));
});

test('contracts are listed with their marks, void ones are not', async () => {
  const product = await productOf('P-UAV-01');
  const buyer = await viewerOf('buyer');
  const other = await viewerOf('other-buyer');
  const contract = (
    code: string,
    buyerId: string,
    contractedOn: string,
    state: 'contracted' | 'voided' = 'contracted',
  ) => ({
    code,
    buyerId,
    contractedOn,
    state,
    enterpriseId: product.organisationId,
    productId: product.id,
    productVersion: 1,
    method: '询价',
    quantity: 1,
    unit: '架',
    amount: 29_600_000,
    contractNumber: code,
    recordedById: buyer.userId,
  });
  await write(async (tx) => {
    await tx
      .insert(purchases)
      .values([
        contract('T-1', other.organisationId, '2026-03-02'),
        contract('T-2', buyer.organisationId, '2026-05-02'),
        contract('T-3', other.organisationId, '2026-07-02'),
        contract('T-4', other.organisationId, '2026-01-02', 'voided'),
      ]);
  });
  const shown = await findPublicProduct('P-UAV-01', today);
  expect(shown?.records.map((record) => [record.on, record.marks, record.repurchase])).toEqual([
    ['2026-07-02', [], true],
    ['2026-05-02', [{ kind: 'purchase', scope: 'own' }], false],
    ['2026-03-02', [{ kind: 'purchase', scope: 'city' }], false],
  ]);
  expect(shown).toMatchObject({ cityPurchaseOn: '2026-03-02', buyers: 2, cityUseOn: null });
  expect(await db.$count(trials)).toBe(0);
});

test('a catalogue lists its products by kind, with the firsts they have', async () => {
  const list = (await listPublications()).find((one) => one.kind === 'catalogue' && one.items > 0)!;
  const publication = (await findPublicPublication(list.code, today))!;
  expect(publication.products).toHaveLength(list.items);
  const order = ['first-unit', 'first-batch', 'first-version'];
  const kinds = publication.products.map((line) => order.indexOf(line.kind));
  expect(kinds).toEqual([...kinds].sort());
  const csv = publicationCsv(publication);
  expect(csv.startsWith('\ufeff序号,编号,类别,产品名称')).toBe(true);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(list.items + 1);
});

test('a scenario list has its lines in their order and a budget in 万元', async () => {
  const list = (await listPublications()).find((one) => one.kind === 'scenario-list' && one.items > 0)!;
  const publication = (await findPublicPublication(list.code, today))!;
  expect(publication.scenarios.map((line) => line.number)).toEqual(
    publication.scenarios.map((_, index) => index + 1),
  );
  const first = publication.scenarios[0]!;
  const amount = first.budget === null ? '待定' : String(first.budget / 1_000_000);
  expect(publicationCsv(publication)).toContain(`,${amount},`);
});

test('a draft batch is seen by nobody, and neither are its recognitions', async () => {
  const [made] = await write((tx) =>
    tx
      .insert(publications)
      .values({
        code: 'XA-SS-2027-9',
        kind: 'catalogue',
        year: 2027,
        sequence: 9,
        title: '草稿',
        authority: '示例',
        issuedOn: '2026-11-23',
      })
      .returning({ id: publications.id }),
  );
  const product = await productOf('P-PHO-03');
  await write((tx) =>
    tx.insert(recognitions).values({
      productId: product.id,
      publicationId: made!.id,
      rowNumber: 1,
      kind: product.kind,
      level: '省级',
      authority: '示例',
      validFromOn: '2026-01-01',
      validUntilOn: '2028-01-01',
      state: 'recognised',
    }),
  );
  expect(await findPublicPublication('XA-SS-2027-9', today)).toBeUndefined();
  expect((await listPublications()).some((one) => one.code === 'XA-SS-2027-9')).toBe(false);
  expect((await findPublicProduct('P-PHO-03', today))?.recognitions.some((one) => one.level === '省级')).toBe(
    false,
  );
});

test('an enterprise shows its products, a buyer its scenarios and plans, nobody a contact', async () => {
  const product = await productOf('P-UAV-01');
  const [maker] = await db.select().from(organisations).where(eq(organisations.id, product.organisationId));
  const enterprise = (await findPublicOrganisation(maker!.code, today))!;
  expect(enterprise.products.map((one) => one.code)).toContain('P-UAV-01');
  expect(enterprise.scenarios).toEqual([]);
  expect(Object.keys(enterprise).some((key) => /contact|phone/i.test(key))).toBe(false);
  const buyer = await viewerOf('buyer');
  const page = (await findPublicOrganisation(buyer.organisationCode, today))!;
  expect(page.products).toEqual([]);
  expect(page.scenarioTotal + page.intentions.length).toBeGreaterThan(0);
  expect(await findPublicOrganisation('NOBODY', today)).toBeUndefined();
});
