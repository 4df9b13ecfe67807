import { and, asc, eq, gt, gte, inArray, sql, type SQL } from 'drizzle-orm';
import { db, prepared } from '#db/client.server';
import { isIssued } from '#db/public.server';
import {
  leads,
  offerings,
  organisations,
  productScenarios,
  products,
  publications,
  publicScenarioStates,
  purchases,
  recognitions,
  scenarios,
  trials,
} from '#db/schema';
import { countedPurchaseStates } from '#db/schema/words';
import { batchFacts } from './batch';
import { calledMarks } from './called.server';
import {
  dayNumber,
  groupBy,
  publicIdsAfter,
  type Facts,
  type Item,
  marksOf,
  type ItemSource,
} from './item.server';
import { fold, wordsOf } from './text.server';

/** What a person may type for a kind of the three firsts. */
const kindWords = {
  'first-unit': '首台套 重大技术装备',
  'first-batch': '首批次 新材料',
  'first-version': '首版次 软件',
} as const;

/** The last day of what has no last day. */
const forever = 99991231;

// Asked of the rows, not of SQL, whenever ids are at hand: SQLite would walk the index of states instead of the ids.
const isPublic = (row: { state: string }) => row.state === 'published';

/** Evidence of use: which organisations have bought each product, and whose trials it passed. */
const uses = (ids: readonly string[] | undefined) =>
  db
    .select({
      productId: purchases.productId,
      buyerId: purchases.buyerId,
      how: sql<'bought' | 'tried'>`'bought'`.as('how'),
    })
    .from(purchases)
    .where(
      and(inArray(purchases.state, [...countedPurchaseStates]), ids && inArray(purchases.productId, ids)),
    )
    .union(
      db
        .select({
          productId: trials.productId,
          buyerId: trials.buyerId,
          how: sql<'bought' | 'tried'>`'tried'`.as('how'),
        })
        .from(trials)
        .where(and(eq(trials.result, 'passed'), ids && inArray(trials.productId, ids))),
    );

const recognised = (ids: readonly string[] | undefined) =>
  db
    .select({
      productId: recognitions.productId,
      from: recognitions.validFromOn,
      until: recognitions.validUntilOn,
      year: publications.year,
      sequence: publications.sequence,
    })
    .from(recognitions)
    .leftJoin(
      publications,
      and(eq(publications.id, recognitions.publicationId), eq(publications.state, 'published')),
    )
    .where(
      and(eq(recognitions.state, 'recognised'), isIssued(), ids && inArray(recognitions.productId, ids)),
    );

const priced = (ids: readonly string[] | undefined) =>
  db
    .select({
      productId: offerings.productId,
      priceMin: offerings.priceMin,
      priceMax: offerings.priceMax,
      until: offerings.validUntilOn,
    })
    .from(offerings)
    .where(and(eq(offerings.state, 'published'), ids && inArray(offerings.productId, ids)));

type Ids = { ids: readonly string[] };
const usesOf = prepared(({ ids }: Ids) => uses(ids));
const recognisedOf = prepared(({ ids }: Ids) => recognised(ids));
const pricedOf = prepared(({ ids }: Ids) => priced(ids));

/** The valid or latest recognition, the lists of all of them, the current price and the use of each product; of all without `ids`. */
async function terms(ids: readonly string[] | undefined) {
  const latest = new Map<string, { recognisedFrom: number; recognisedUntil: number }>();
  const lists = new Map<string, { year: number; sequence: number }[]>();
  for (const row of await (ids ? recognisedOf({ ids }) : recognised(ids))) {
    const { productId, from, until, year, sequence } = row;
    if (year !== null && sequence !== null)
      lists.set(productId, [...(lists.get(productId) ?? []), { year, sequence }]);
    const known = latest.get(productId);
    if (!known || dayNumber(until) > known.recognisedUntil) {
      latest.set(productId, { recognisedFrom: dayNumber(from), recognisedUntil: dayNumber(until) });
    }
  }
  const prices = await (ids ? pricedOf({ ids }) : priced(ids));
  const price = new Map(
    prices.map(({ productId, until, ...range }) => [
      productId,
      { ...range, offerUntil: until === null ? forever : dayNumber(until) },
    ]),
  );
  const used = groupBy(await (ids ? usesOf({ ids }) : uses(ids)), (row) => row.productId);
  const useOf = (id: string): Pick<Facts, 'uses' | 'used'> => {
    const records = used.get(id);
    if (!records) return {};
    return {
      uses: new Set(records.map((row) => row.buyerId)).size,
      used: [...new Set(records.map((row) => row.how))].sort(),
    };
  };
  return (id: string) => ({
    ...latest.get(id),
    ...batchFacts(lists.get(id) ?? []),
    ...price.get(id),
    ...useOf(id),
  });
}

const factColumns = {
  id: products.id,
  code: products.code,
  title: products.name,
  kind: products.kind,
  industry: products.industry,
  category: products.intendedCategories,
  district: organisations.district,
  zone: organisations.zone,
  maturity: products.maturity,
  publishedAt: products.publishedAt,
  createdAt: products.createdAt,
  state: products.state,
};

type FactRow = Omit<Facts, 'district' | 'zone' | 'maturity' | 'publishedAt'> & {
  district: string | null;
  zone: string | null;
  maturity: string | null;
  publishedAt: Date | null;
  createdAt: Date;
  state: string;
};
const factsOf = ({ createdAt, state: _, ...row }: FactRow): Facts => ({
  ...row,
  district: row.district ?? undefined,
  zone: row.zone ?? undefined,
  maturity: row.maturity ?? undefined,
  publishedAt: (row.publishedAt ?? createdAt).getTime(),
});

async function facts(where?: SQL): Promise<Facts[]> {
  const found = await db
    .select(factColumns)
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(where ?? eq(products.state, 'published'));
  const rows = found.filter(isPublic);
  const of = await terms(rows.length > 500 ? undefined : rows.map((row) => row.id));
  return rows.map((row) => ({ ...factsOf(row), ...of(row.id) }));
}

const rowsOf = prepared(({ ids }: Ids) =>
  db
    .select({
      facts: factColumns,
      model: products.model,
      aliases: products.aliases,
      englishName: products.englishName,
      keywords: products.keywords,
      summary: products.summary,
      innovation: products.innovation,
      specifications: products.specifications,
      organisation: organisations.name,
      shortName: organisations.shortName,
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(inArray(products.id, ids)),
);

const headsOf = prepared(({ ids }: Ids) =>
  db
    .select({ id: products.id, code: products.code, title: products.name, state: products.state })
    .from(products)
    .where(inArray(products.id, ids)),
);

const linksOf = prepared(({ ids }: Ids) =>
  db
    .select({ productId: productScenarios.productId, title: scenarios.title })
    .from(productScenarios)
    .innerJoin(scenarios, eq(scenarios.id, productScenarios.scenarioId))
    .where(and(inArray(productScenarios.productId, ids), inArray(scenarios.state, [...publicScenarioStates])))
    .orderBy(scenarios.code),
);

async function items(ids: readonly string[]): Promise<Item[]> {
  const rows = (await rowsOf({ ids })).filter((row) => isPublic(row.facts));
  const found = rows.map((row) => row.facts.id);
  const of = await terms(found);
  const links = await linksOf({ ids: found });
  const linked = groupBy(links, (link) => link.productId);
  return rows.map((row) => {
    const base = factsOf(row.facts);
    const text = {
      name: fold([base.title, row.model, ...row.aliases, row.englishName].filter(Boolean).join(' ')),
      org: fold(`${row.organisation} ${row.shortName}`),
      cat: fold(
        [kindWords[row.facts.kind], base.industry, base.district, base.zone].filter(Boolean).join(' '),
      ),
      specs: fold(row.specifications.map((one) => `${one.name} ${one.value}${one.unit}`).join(' ')),
      summary: fold(`${row.summary} ${row.innovation ?? ''}`),
      linked: fold(
        [
          ...row.keywords,
          ...(base.category ?? []),
          ...(linked.get(base.id) ?? []).map((link) => link.title),
        ].join(' '),
      ),
    };
    const called = calledMarks({
      name: [base.title],
      other: [row.model, ...row.aliases, row.englishName],
    });
    const marks = [marksOf([text.name, text.specs, text.summary], row.specifications), ...called].join(' ');
    const words = wordsOf(`${Object.values(text).join(' ')} ${marks} ${fold(base.code)}`, 'stored');
    return { type: 'product' as const, ...base, ...of(base.id), text: { ...text, marks }, words };
  });
}

/** Products: what of them is searched, filtered and sorted. */
export const productSource: ItemSource = {
  type: 'product',
  index: 'products',
  facts,
  items,
  idsAfter: (first, most) =>
    publicIdsAfter(first, most, async (after, limit) => {
      const rows = await db
        .select({ id: products.id, state: products.state })
        .from(products)
        .where(gt(products.id, after))
        .orderBy(asc(products.id))
        .limit(limit);
      return rows.map((row) => ({ id: row.id, isPublic: isPublic(row) }));
    }),
  async published(ids) {
    const rows = await headsOf({ ids });
    return new Map(rows.filter(isPublic).map(({ id, code, title }) => [id, { code, title }]));
  },
  async changedSince(at) {
    const changed = await db.select({ id: products.id }).from(products).where(gte(products.updatedAt, at));
    const priced = await db
      .select({ id: offerings.productId })
      .from(offerings)
      .where(gte(offerings.updatedAt, at));
    const decided = await db
      .select({ id: recognitions.productId })
      .from(recognitions)
      .where(gte(recognitions.createdAt, at));
    // every purchase and every result of a trial moves its lead
    const moved = await db.select({ id: leads.productId }).from(leads).where(gte(leads.updatedAt, at));
    return [...new Set([...changed, ...priced, ...decided, ...moved].map((row) => row.id))];
  },
};
