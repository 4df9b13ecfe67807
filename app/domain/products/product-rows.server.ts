import { and, eq, inArray, isNotNull, sql, type SQLWrapper } from 'drizzle-orm';
import { db, prepared } from '#db/client.server';
import { isIssued } from '#db/public.server';
import { offerings, organisations, products, purchases, recognitions, trials } from '#db/schema';
import { todayOn } from '../calendar';
import { groupBy } from '../group-by';
import { pick } from '../pick';
import { currentOffering } from '../offerings/current-offering.server';
import { firstsByProduct, type Firsts, type PurchaseState, type TrialFact } from '../purchases/firsts';
import { isInForce, type ProductKind, type Specification } from './product';
import type { ProductRowData } from './product-row';
import { specificationText } from './specification-text';

export type { ProductRowData };

type Decision = {
  kind: ProductKind;
  state: string;
  validFromOn: string;
  validUntilOn: string;
};

const publishedRows = prepared(({ ids, today }: { ids: readonly string[]; today: string }) =>
  db
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
      decision: pick(recognitions, 'kind', 'state', 'validFromOn', 'validUntilOn'),
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .leftJoin(offerings, currentOffering(today))
    .leftJoin(
      recognitions,
      and(
        eq(recognitions.productId, products.id),
        inArray(recognitions.state, ['recognised', 'public_notice']),
        isIssued(),
      ),
    )
    .where(and(inArray(products.id, ids), eq(products.state, 'published'))),
);

/** The published products among these ids, in the order of the ids, in two statements. A price that has run out is none. */
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
  const rows = await publishedRows({ ids, today });
  const records = await listRecords(ids);
  const firsts = firstsByProduct(records.purchases, records.trials);
  const passed = groupBy(
    records.trials.filter((trial) => trial.result === 'passed'),
    (trial) => trial.productId,
  );
  const byId = new Map(
    [...groupBy(rows, (row) => row.id)].map(([id, ofProduct]) => {
      const { decision: _decision, ...row } = ofProduct[0]!;
      return [
        id,
        {
          ...row,
          specs: row.specifications
            .slice(0, 2)
            .map((one) => ({ label: one.name, value: specificationText(one) })),
          recognition: tellingRecognition(
            ofProduct.flatMap(({ decision }) => decision ?? []),
            today,
          ),
          ...markFields(firsts.get(id), new Set(passed.get(id)?.map((trial) => trial.buyerId)).size),
        },
      ];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Purchases and trials in one statement, each with the names that it is shown by. */
const recordsOf = (productIds: readonly string[] | SQLWrapper) => {
  const names = {
    productCode: products.code,
    productName: products.name,
    buyerName: organisations.name,
  };
  return db
    .select({
      id: purchases.id,
      productId: purchases.productId,
      buyerId: purchases.buyerId,
      state: sql<string>`${purchases.state}`.as('state'),
      on: sql<string | null>`${purchases.contractedOn}`.as('on'),
      acceptedOn: purchases.acceptedOn,
      amount: sql<number | null>`${purchases.amount}`
        .mapWith((fen): number | null => Number(fen))
        .as('amount'),
      createdAt: purchases.createdAt,
      source: sql<string>`'purchase'`.as('source'),
      ...names,
    })
    .from(purchases)
    .innerJoin(products, eq(products.id, purchases.productId))
    .innerJoin(organisations, eq(organisations.id, purchases.buyerId))
    .where(inArray(purchases.productId, productIds))
    .unionAll(
      db
        .select({
          id: trials.id,
          productId: trials.productId,
          buyerId: trials.buyerId,
          state: sql<string>`${trials.result}`.as('state'),
          on: sql<string | null>`${trials.endedOn}`.as('on'),
          acceptedOn: trials.endedOn,
          amount: sql<number | null>`null`.as('amount'),
          createdAt: trials.createdAt,
          source: sql<string>`'trial'`.as('source'),
          ...names,
        })
        .from(trials)
        .innerJoin(products, eq(products.id, trials.productId))
        .innerJoin(organisations, eq(organisations.id, trials.buyerId))
        .where(and(inArray(trials.productId, productIds), isNotNull(trials.result))),
    );
};
const recordsOfListed = prepared(({ ids }: { ids: readonly string[] }) => recordsOf(ids));

/** Every purchase and trial of these products, in one statement. */
export async function listRecords(productIds: readonly string[] | SQLWrapper) {
  const rows = await ('getSQL' in productIds ? recordsOf(productIds) : recordsOfListed({ ids: productIds }));
  const bought = rows.filter((row) => row.source === 'purchase');
  const tried = rows.filter((row) => row.source === 'trial');
  return {
    purchases: bought.map((row) => ({ ...row, state: row.state as PurchaseState, contractedOn: row.on! })),
    trials: tried.map((row) => ({ ...row, result: row.state as TrialFact['result'], endedOn: row.on })),
  };
}

function tellingRecognition(rows: readonly Decision[], today: string): ProductRowData['recognition'] {
  const latest = (some: readonly Decision[]) =>
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
