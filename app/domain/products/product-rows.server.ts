import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { offerings, organisations, products, purchases, recognitions, trials } from '#db/schema';
import { todayOn } from '../calendar';
import { groupBy } from '../group-by';
import { currentOffering } from '../offerings/current-offering.server';
import { firstsByProduct, type Firsts, type PurchaseState, type TrialFact } from '../purchases/firsts';
import { isInForce, type ProductKind, type Specification } from './product';
import type { ProductRowData } from './product-row';
import { specificationText } from './specification-text';

export type { ProductRowData };

type RecognitionRow = {
  productId: string;
  kind: ProductKind;
  state: string;
  validFromOn: string;
  validUntilOn: string;
};

/** The published products among these ids, in the order of the ids, in three statements. A price that has run out is none. */
export async function listProductRows(ids: readonly string[], today = todayOn()): Promise<ProductRowData[]> {
  const rows = await listSpecifiedRows(ids, today);
  return rows.map(({ specifications: _specifications, ...row }) => row);
}

/** The same with every specification. */
export async function listSpecifiedRows(
  ids: readonly string[],
  today = todayOn(),
): Promise<(ProductRowData & { specifications: Specification[] })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      kind: products.kind,
      industry: products.industry,
      maturity: products.maturity,
      specifications: products.specifications,
      intendedCategories: products.intendedCategories,
      organisationName: organisations.name,
      organisationCode: organisations.code,
      district: organisations.district,
      zone: organisations.zone,
      priceMin: offerings.priceMin,
      priceMax: offerings.priceMax,
      priceUnit: offerings.priceUnit,
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .leftJoin(offerings, currentOffering(today))
    .where(and(inArray(products.id, [...ids]), eq(products.state, 'published')));
  const recognised = groupBy(await listRecognitions(ids), (row) => row.productId);
  const records = await listRecords(ids);
  const firsts = firstsByProduct(records.purchases, records.trials);
  const passed = groupBy(
    records.trials.filter((trial) => trial.result === 'passed'),
    (trial) => trial.productId,
  );
  const byId = new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        specs: row.specifications
          .slice(0, 2)
          .map((one) => ({ label: one.name, value: specificationText(one) })),
        recognition: tellingRecognition(recognised.get(row.id) ?? [], today),
        ...markFields(firsts.get(row.id), new Set(passed.get(row.id)?.map((trial) => trial.buyerId)).size),
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function listRecognitions(ids: readonly string[]): Promise<RecognitionRow[]> {
  return db
    .select({
      productId: recognitions.productId,
      kind: recognitions.kind,
      state: recognitions.state,
      validFromOn: recognitions.validFromOn,
      validUntilOn: recognitions.validUntilOn,
    })
    .from(recognitions)
    .where(
      and(
        inArray(recognitions.productId, [...ids]),
        inArray(recognitions.state, ['recognised', 'public_notice']),
      ),
    );
}

/** Every purchase and trial of these products, in one statement. */
export async function listRecords(ids: readonly string[]) {
  const rows = await db
    .select({
      id: purchases.id,
      productId: purchases.productId,
      buyerId: purchases.buyerId,
      state: sql<string>`${purchases.state}`.as('state'),
      on: sql<string | null>`${purchases.contractedOn}`.as('on'),
      acceptedOn: purchases.acceptedOn,
      createdAt: purchases.createdAt,
      source: sql<string>`'purchase'`.as('source'),
    })
    .from(purchases)
    .where(inArray(purchases.productId, [...ids]))
    .unionAll(
      db
        .select({
          id: trials.id,
          productId: trials.productId,
          buyerId: trials.buyerId,
          state: sql<string>`${trials.result}`.as('state'),
          on: sql<string | null>`${trials.endedOn}`.as('on'),
          acceptedOn: trials.endedOn,
          createdAt: trials.createdAt,
          source: sql<string>`'trial'`.as('source'),
        })
        .from(trials)
        .where(and(inArray(trials.productId, [...ids]), isNotNull(trials.result))),
    );
  const bought = rows.filter((row) => row.source === 'purchase');
  const tried = rows.filter((row) => row.source === 'trial');
  return {
    purchases: bought.map((row) => ({ ...row, state: row.state as PurchaseState, contractedOn: row.on! })),
    trials: tried.map((row) => ({ ...row, result: row.state as TrialFact['result'], endedOn: row.on })),
  };
}

function tellingRecognition(rows: readonly RecognitionRow[], today: string): ProductRowData['recognition'] {
  const latest = (some: readonly RecognitionRow[]) =>
    [...some].sort((a, b) => b.validUntilOn.localeCompare(a.validUntilOn))[0];
  const decided = rows.filter((row) => row.state === 'recognised');
  const inForce = latest(decided.filter((row) => isInForce(row, today)));
  const row = inForce ?? latest(rows.filter((each) => each.state === 'public_notice')) ?? latest(decided);
  if (!row) return null;
  return {
    kind: row.kind,
    inForce: row === inForce,
    onNotice: row.state === 'public_notice',
    validUntilOn: row.validUntilOn,
  };
}

function markFields(firsts: Firsts | undefined, trialUsers: number) {
  const marks: ProductRowData['firsts'] = [];
  if (firsts?.cityPurchase) marks.push({ kind: 'purchase', scope: 'city' });
  if (firsts?.cityUse) marks.push({ kind: 'use', scope: 'city' });
  return { firsts: marks, buyers: firsts?.buyers ?? 0, users: trialUsers };
}
