import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import { intentions, organisations, products, publicScenarioStates, scenarios } from '#db/schema';
import { listProductRows } from '~/domain/products/product-rows.server';
import { isReported, reportedSource } from '~/domain/provenance';
import { listScenarioRows } from '~/domain/scenarios/scenario-rows.server';

/** How many products or scenarios one page of an organisation shows. */
export const organisationPageSize = 50;

/** An organisation as everybody may see it, with what it offers or needs. Contacts are never among it. */
export async function findPublicOrganisation(code: string, todayOn: string) {
  const [row] = await db.select().from(organisations).where(eq(organisations.code, code));
  if (!row) return undefined;
  const [productIds, scenarioIds, plans] = await Promise.all([
    row.kind === 'enterprise' ? listProductIds(row.id) : [],
    row.kind === 'enterprise' ? [] : listScenarioIds(row.id),
    row.kind === 'enterprise' ? [] : listIntentions(row.id),
  ]);
  const [productRows, scenarioRows] = await Promise.all([
    listProductRows(productIds.slice(0, organisationPageSize), todayOn),
    listScenarioRows(scenarioIds.slice(0, organisationPageSize), todayOn),
  ]);
  return {
    code: row.code,
    kind: row.kind,
    name: row.name,
    category: row.category,
    district: row.district,
    zone: row.zone,
    industry: row.industry,
    creditCode: row.creditCode,
    foundedYear: row.foundedYear,
    description: row.description,
    qualifications: row.qualifications,
    reported: isReported(row.provenance),
    source: reportedSource(row.provenance) ?? null,
    productTotal: productIds.length,
    products: productRows.map(({ id: _id, ...product }) => product),
    scenarioTotal: scenarioIds.length,
    scenarios: scenarioRows.map(({ id: _id, ...scenario }) => scenario),
    intentions: plans,
  };
}

async function listProductIds(organisationId: string) {
  const rows = await db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.organisationId, organisationId), eq(products.state, 'published')))
    .orderBy(nullsLast(desc(products.publishedAt)), asc(products.code));
  return rows.map((row) => row.id);
}

async function listScenarioIds(ownerId: string) {
  const rows = await db
    .select({ id: scenarios.id })
    .from(scenarios)
    .where(and(eq(scenarios.ownerId, ownerId), inArray(scenarios.state, [...publicScenarioStates])))
    .orderBy(nullsLast(desc(scenarios.publishedAt)), asc(scenarios.code));
  return rows.map((row) => row.id);
}

const listIntentions = (buyerId: string) =>
  db
    .select({
      code: intentions.code,
      title: intentions.title,
      method: intentions.method,
      budget: intentions.budget,
      expectedMonth: intentions.expectedMonth,
      stage: intentions.stage,
    })
    .from(intentions)
    .where(eq(intentions.buyerId, buyerId))
    .orderBy(nullsLast(desc(intentions.expectedMonth)), asc(intentions.code))
    .limit(organisationPageSize);
