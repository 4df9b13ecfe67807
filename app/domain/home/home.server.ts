import { and, asc, count, countDistinct, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isIssued } from '#db/public.server';
import { nullsLast } from '#db/order';
import {
  intentions,
  organisations,
  products,
  publications,
  publicScenarioStates,
  purchases,
  recognitions,
  scenarios,
} from '#db/schema';
import { addDays, todayOn } from '../calendar';
import { pick } from '~/domain/pick';
import { isInForce, type ProductKind } from '../products/product';
import { listedRecognitionStates } from '../publications/publications.server';
import { scenarioRowColumns } from '../scenarios/scenario-rows.server';
import { signed } from './recent-firsts.server';

const soonDays = 30;

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
            isIssued(),
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
