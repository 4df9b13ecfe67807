import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import {
  organisations,
  products,
  publications,
  publicScenarioStates,
  recognitions,
  scenarios,
} from '#db/schema';
import { isInForce, type ProductKind } from '~/domain/products/product';
import { listRecords } from '~/domain/products/product-rows.server';
import { firstsByProduct } from '~/domain/purchases/firsts';
import { specificationText } from '~/domain/products/specification-text';
import { scenarioStatus, type DeadlineGranularity, type ScenarioStatus } from '~/domain/scenarios/scenario';
import type { PublicationKind } from './publication';

/** A published batch in the list of batches. */
export interface PublicationSummary {
  code: string;
  kind: PublicationKind;
  year: number;
  sequence: number;
  title: string;
  documentNumber: string | null;
  authority: string;
  issuedOn: string;
  validUntilOn: string | null;
  items: number;
}

/** One line of a scenario list. A withdrawn one keeps its number. */
export interface ScenarioLine {
  number: number;
  code: string;
  title: string;
  organisationName: string;
  organisationCode: string;
  district: string | null;
  category: string;
  budget: number | null;
  deadlineOn: string | null;
  deadlineGranularity: DeadlineGranularity;
  status: ScenarioStatus;
  /** Whether visitors may open its page: one that was taken back keeps it. */
  hasPage: boolean;
}

/** One line of a catalogue of three-firsts products. */
export interface ProductLine {
  number: number;
  code: string;
  name: string;
  organisationName: string;
  organisationCode: string;
  district: string | null;
  industry: string;
  specs: string;
  kind: ProductKind;
  inForce: boolean;
  state: string;
  firsts: { kind: 'purchase' | 'use'; scope: 'city' }[];
  isPublic: boolean;
}

/** Lines of a list that were taken back stay in it, with the word for it. */
const listedScenarioStates = [...publicScenarioStates, 'withdrawn', 'cancelled'] as const;
/** The same of a catalogue's lines. */
export const listedRecognitionStates = ['recognised', 'suspended', 'revoked', 'superseded'] as const;

/** All published batches, the newest first, with how many lines each has; drafts are not among them. */
export async function listPublications(): Promise<PublicationSummary[]> {
  const [rows, scenarioCounts, productCounts] = await Promise.all([
    db
      .select()
      .from(publications)
      .where(eq(publications.state, 'published'))
      .orderBy(desc(publications.issuedOn), desc(publications.year), desc(publications.sequence)),
    db
      .select({ id: scenarios.publicationId, items: count() })
      .from(scenarios)
      .where(and(isNotNull(scenarios.publicationId), inArray(scenarios.state, [...listedScenarioStates])))
      .groupBy(scenarios.publicationId),
    db
      .select({ id: recognitions.publicationId, items: count() })
      .from(recognitions)
      .where(
        and(isNotNull(recognitions.publicationId), inArray(recognitions.state, [...listedRecognitionStates])),
      )
      .groupBy(recognitions.publicationId),
  ]);
  const items = new Map([...scenarioCounts, ...productCounts].map((row) => [row.id, row.items]));
  return rows.map((row) => ({
    code: row.code,
    kind: row.kind,
    year: row.year,
    sequence: row.sequence,
    title: row.title,
    documentNumber: row.documentNumber,
    authority: row.authority,
    issuedOn: row.issuedOn,
    validUntilOn: row.validUntilOn,
    items: items.get(row.id) ?? 0,
  }));
}

/** A published batch with all its lines; undefined for drafts and for unknown codes. */
export async function findPublicPublication(code: string, todayOn: string) {
  const [row] = await db
    .select()
    .from(publications)
    .where(and(eq(publications.code, code), eq(publications.state, 'published')));
  if (!row) return undefined;
  const isList = row.kind === 'scenario-list';
  const [scenarioLines, productLines] = await Promise.all([
    isList ? listScenarioLines(row.id, todayOn) : [],
    isList ? [] : listProductLines(row.id, todayOn),
  ]);
  return {
    code: row.code,
    kind: row.kind,
    year: row.year,
    sequence: row.sequence,
    title: row.title,
    documentNumber: row.documentNumber,
    authority: row.authority,
    issuedOn: row.issuedOn,
    validUntilOn: row.validUntilOn,
    scenarios: scenarioLines,
    products: productLines,
  };
}

export type PublicPublication = NonNullable<Awaited<ReturnType<typeof findPublicPublication>>>;

async function listScenarioLines(publicationId: string, todayOn: string): Promise<ScenarioLine[]> {
  const rows = await db
    .select({
      rowNumber: scenarios.rowNumber,
      code: scenarios.code,
      title: scenarios.title,
      organisationName: organisations.name,
      organisationCode: organisations.code,
      district: scenarios.district,
      category: scenarios.category,
      budget: scenarios.budget,
      deadlineOn: scenarios.deadlineOn,
      deadlineGranularity: scenarios.deadlineGranularity,
      state: scenarios.state,
      publishedAt: scenarios.publishedAt,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(
      and(eq(scenarios.publicationId, publicationId), inArray(scenarios.state, [...listedScenarioStates])),
    )
    .orderBy(nullsLast(asc(scenarios.rowNumber)), asc(scenarios.code));
  return rows.map(({ rowNumber, state, publishedAt, ...line }, index) => ({
    ...line,
    number: rowNumber ?? index + 1,
    status: scenarioStatus(state, line.deadlineOn, todayOn),
    hasPage: (publicScenarioStates as readonly string[]).includes(state) || publishedAt !== null,
  }));
}

async function listProductLines(publicationId: string, todayOn: string): Promise<ProductLine[]> {
  const rows = await db
    .select({
      productId: products.id,
      rowNumber: recognitions.rowNumber,
      kind: recognitions.kind,
      state: recognitions.state,
      validFromOn: recognitions.validFromOn,
      validUntilOn: recognitions.validUntilOn,
      code: products.code,
      name: products.name,
      organisationName: organisations.name,
      organisationCode: organisations.code,
      district: organisations.district,
      industry: products.industry,
      specifications: products.specifications,
      productState: products.state,
    })
    .from(recognitions)
    .innerJoin(products, eq(products.id, recognitions.productId))
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .where(
      and(
        eq(recognitions.publicationId, publicationId),
        inArray(recognitions.state, [...listedRecognitionStates]),
      ),
    )
    .orderBy(nullsLast(asc(recognitions.rowNumber)), asc(products.code));
  const ids = rows.map((row) => row.productId);
  const records = await listRecords(ids);
  const firsts = firstsByProduct(records.purchases, records.trials);
  const order = ['first-unit', 'first-batch', 'first-version'];
  return rows
    .map((row, index): ProductLine => {
      const own = firsts.get(row.productId);
      return {
        number: row.rowNumber ?? index + 1,
        code: row.code,
        name: row.name,
        organisationName: row.organisationName,
        organisationCode: row.organisationCode,
        district: row.district,
        industry: row.industry,
        specs: row.specifications
          .slice(0, 2)
          .map((one) => `${one.name} ${specificationText(one)}`)
          .join('，'),
        kind: row.kind,
        inForce: isInForce(row, todayOn),
        state: row.state,
        firsts: [
          ...(own?.cityPurchase ? [{ kind: 'purchase', scope: 'city' } as const] : []),
          ...(own?.cityUse ? [{ kind: 'use', scope: 'city' } as const] : []),
        ],
        isPublic: row.productState === 'published',
      };
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.number - b.number);
}
