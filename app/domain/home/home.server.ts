import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lte,
  min,
  sql,
} from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import {
  intentions,
  organisations,
  products,
  publications,
  publicScenarioStates,
  purchases,
  purchaseStates,
  recognitions,
  scenarios,
  trials,
} from '#db/schema';
import { addDays, todayOn } from '../calendar';
import { pick } from '~/domain/pick';
import { isInForce, type ProductKind } from '../products/product';
import { listRecords } from '../products/product-rows.server';
import { listedRecognitionStates } from '../publications/publications.server';
import { countsAsPurchase, firstsByProduct } from '../purchases/firsts';
import { scenarioRowColumns } from '../scenarios/scenario-rows.server';

const soonDays = 30;
const signed = inArray(purchases.state, purchaseStates.filter(countsAsPurchase));

/** As `scenarioStatus` says: one without a deadline is a reported fact, not a call. */
const isOpen = (today: string) => and(eq(scenarios.state, 'published'), gte(scenarios.deadlineOn, today));

const closesSoon = (today: string) =>
  and(
    eq(scenarios.state, 'published'),
    gte(scenarios.deadlineOn, today),
    lte(scenarios.deadlineOn, addDays(today, soonDays)),
  );

/** Newest catalogue first, its rows in their order: what the page shows of it and what it counts are one catalogue. */
const newestCatalogueFirst = [
  desc(publications.issuedOn),
  desc(publications.sequence),
  nullsLast(asc(recognitions.rowNumber)),
  asc(products.code),
];

/** Joins the published catalogues and the published products, of which the newest catalogue must have one. */
const inCatalogue = and(eq(publications.id, recognitions.publicationId), eq(publications.state, 'published'));
const isPublished = and(eq(products.id, recognitions.productId), eq(products.state, 'published'));

/** The numbers of the home page, each counted from rows, in one statement. */
export async function countHomeFigures(today = todayOn()) {
  const newestCatalogue = db
    .select({ id: recognitions.publicationId })
    .from(recognitions)
    .innerJoin(publications, inCatalogue)
    .innerJoin(products, isPublished)
    .where(eq(publications.kind, 'catalogue'))
    .orderBy(...newestCatalogueFirst)
    .limit(1);
  const rows = await db
    .select({ what: sql<string>`'openScenarios'`.as('what'), n: count() })
    .from(scenarios)
    .where(isOpen(today))
    .unionAll(
      db
        .select({ what: sql<string>`'closingSoon'`.as('what'), n: count() })
        .from(scenarios)
        .where(closesSoon(today)),
    )
    .unionAll(
      db
        .select({ what: sql<string>`'recognitionsInForce'`.as('what'), n: count() })
        .from(recognitions)
        .innerJoin(products, eq(products.id, recognitions.productId))
        .where(
          and(
            eq(products.state, 'published'),
            eq(recognitions.state, 'recognised'),
            lte(recognitions.validFromOn, today),
            gte(recognitions.validUntilOn, today),
          ),
        ),
    )
    .unionAll(
      db
        .select({ what: sql<string>`'productsBought'`.as('what'), n: countDistinct(purchases.productId) })
        .from(purchases)
        .where(signed),
    )
    .unionAll(
      db
        .select({ what: sql<string>`'demonstrationsAccepted'`.as('what'), n: count() })
        .from(scenarios)
        .where(
          and(
            eq(scenarios.isMajorDemonstration, true),
            inArray(scenarios.state, ['accepted', 'demonstrated']),
          ),
        ),
    )
    .unionAll(
      db
        .select({ what: sql<string>`'catalogueLines'`.as('what'), n: count() })
        .from(recognitions)
        .where(
          and(
            inArray(recognitions.publicationId, newestCatalogue),
            inArray(recognitions.state, [...listedRecognitionStates]),
          ),
        ),
    )
    .unionAll(db.select({ what: sql<string>`'intentions'`.as('what'), n: count() }).from(intentions));
  const of = (what: string) => Number(rows.find((row) => row.what === what)?.n ?? 0);
  return {
    openScenarios: of('openScenarios'),
    closingSoon: of('closingSoon'),
    recognitionsInForce: of('recognitionsInForce'),
    productsBought: of('productsBought'),
    demonstrationsAccepted: of('demonstrationsAccepted'),
    /** Of the newest catalogue, as its page lists them. */
    catalogueLines: of('catalogueLines'),
    intentions: of('intentions'),
  };
}

/** Open scenarios whose deadline comes within 30 days, the nearest first. */
export async function listClosingSoon(limit: number, today = todayOn()) {
  const rows = await db
    .select(
      pick(
        scenarioRowColumns,
        'code',
        'title',
        'category',
        'organisationName',
        'cooperationMode',
        'budget',
        'deadlineOn',
        'deadlineGranularity',
      ),
    )
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(closesSoon(today))
    .orderBy(nullsLast(asc(scenarios.deadlineOn)), asc(scenarios.code))
    .limit(limit);
  return rows.map((row) => ({ ...row, deadlineOn: row.deadlineOn! }));
}

export interface RecentFirst {
  kind: 'purchase' | 'use';
  on: string;
  productCode: string;
  productName: string;
  organisationName: string;
  /** In fen; of a first purchase only. */
  amount: number | null;
}

/**
 * The latest first purchases and first uses of the city, newest first: of the products whose first lies latest, as the
 * page of each says it. In one statement.
 */
export async function listRecentFirsts(limit: number): Promise<RecentFirst[]> {
  const bought = newestBought(limit).as('bought');
  const used = newestUsed(limit).as('used');
  const { purchases, trials } = await listRecords(
    db
      .select({ id: bought.id })
      .from(bought)
      .union(db.select({ id: used.id }).from(used)),
  );
  const byId = new Map([...purchases, ...trials].map((record) => [record.id, record]));
  return [...firstsByProduct(purchases, trials).values()]
    .flatMap(({ cityPurchase, cityUse }) => [
      ...(cityPurchase ? [{ kind: 'purchase' as const, ...cityPurchase }] : []),
      ...(cityUse ? [{ kind: 'use' as const, ...cityUse }] : []),
    ])
    .sort(
      (a, b) =>
        b.on.localeCompare(a.on) || a.kind.localeCompare(b.kind) || (a.recordId < b.recordId ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ kind, on, recordId }) => {
      const { productCode, productName, buyerName, amount } = byId.get(recordId)!;
      return {
        kind,
        on,
        productCode,
        productName,
        organisationName: buyerName,
        amount: kind === 'purchase' ? amount : null,
      };
    });
}

/** The published products that were first bought latest. */
function newestBought(limit: number) {
  const on = min(purchases.contractedOn);
  return db
    .select({ id: sql<string>`${purchases.productId}`.as('id') })
    .from(purchases)
    .innerJoin(products, and(eq(products.id, purchases.productId), eq(products.state, 'published')))
    .where(signed)
    .groupBy(purchases.productId)
    .orderBy(desc(on), asc(purchases.productId))
    .limit(limit);
}

/** The published products that were first used latest: a trial passed or a delivery accepted. */
function newestUsed(limit: number) {
  const passed = db
    .select({ productId: trials.productId, on: sql<string>`${trials.endedOn}`.as('used_on') })
    .from(trials)
    .where(eq(trials.result, 'passed'));
  const delivered = db
    .select({ productId: purchases.productId, on: sql<string>`${purchases.acceptedOn}`.as('used_on') })
    .from(purchases)
    .where(and(signed, isNotNull(purchases.acceptedOn)));
  const uses = passed.unionAll(delivered).as('uses');
  return db
    .select({ id: sql<string>`${uses.productId}`.as('id') })
    .from(uses)
    .innerJoin(products, and(eq(products.id, uses.productId), eq(products.state, 'published')))
    .groupBy(uses.productId)
    .orderBy(desc(min(uses.on)), asc(uses.productId))
    .limit(limit);
}

/** The first rows of the newest published scenario list, or the newest scenarios when there is no list yet. */
export async function findNewestScenarioList(limit: number) {
  const columns = {
    code: scenarios.code,
    title: scenarios.title,
    category: scenarios.category,
    organisationName: organisations.name,
    budget: scenarios.budget,
  };
  const isPublic = inArray(scenarios.state, [...publicScenarioStates]);
  const listed = await db
    .select({
      ...columns,
      list: {
        code: publications.code,
        year: publications.year,
        sequence: publications.sequence,
        issuedOn: publications.issuedOn,
      },
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .innerJoin(
      publications,
      and(eq(publications.id, scenarios.publicationId), eq(publications.state, 'published')),
    )
    .where(and(isPublic, eq(publications.kind, 'scenario-list')))
    .orderBy(
      desc(publications.issuedOn),
      desc(publications.sequence),
      nullsLast(asc(scenarios.rowNumber)),
      asc(scenarios.code),
    )
    .limit(limit);
  const list = listed[0]?.list;
  if (list) {
    const rows = listed.filter((row) => row.list.code === list.code).map(({ list: _list, ...row }) => row);
    return { list, rows };
  }
  const rows = await db
    .select(columns)
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(isPublic)
    .orderBy(nullsLast(desc(scenarios.publishedAt)), asc(scenarios.code))
    .limit(limit);
  return { list: null, rows };
}

/** The first rows of the newest published catalogue of three-firsts products; undefined when there is none. */
export async function findNewestCatalogue(limit: number, today = todayOn()) {
  const rows = await db
    .select({
      code: products.code,
      name: products.name,
      kind: recognitions.kind,
      organisationName: organisations.name,
      state: recognitions.state,
      validFromOn: recognitions.validFromOn,
      validUntilOn: recognitions.validUntilOn,
      list: {
        code: publications.code,
        year: publications.year,
        sequence: publications.sequence,
        issuedOn: publications.issuedOn,
      },
    })
    .from(recognitions)
    .innerJoin(publications, inCatalogue)
    .innerJoin(products, isPublished)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(eq(publications.kind, 'catalogue'))
    .orderBy(...newestCatalogueFirst)
    .limit(limit);
  const list = rows[0]?.list;
  if (!list) return undefined;
  return {
    list,
    rows: rows
      .filter((row) => row.list.code === list.code)
      .map((row) => ({
        code: row.code,
        name: row.name,
        kind: row.kind as ProductKind,
        organisationName: row.organisationName,
        inForce: isInForce(row, today),
      })),
  };
}
