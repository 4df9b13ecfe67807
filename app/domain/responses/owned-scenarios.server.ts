import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import { leads, offerings, organisations, products, responses, scenarios } from '#db/schema';
import { openLeadStates } from '#db/schema/words';
import { scenarioStatus } from '~/domain/scenarios/scenario';

/** Standing answers to the organisation's scenarios that have not become a lead, the oldest first. */
export const listNewResponses = async (organisationId: string) => newResponses(organisationId);

/** The same as a query, for whoever counts them. */
export function newResponses(organisationId: string) {
  return db
    .select({
      code: responses.code,
      createdAt: responses.createdAt,
      scenarioCode: scenarios.code,
      scenarioTitle: scenarios.title,
      productName: products.name,
      enterpriseName: organisations.name,
    })
    .from(responses)
    .innerJoin(scenarios, eq(scenarios.id, responses.scenarioId))
    .innerJoin(products, eq(products.id, responses.productId))
    .innerJoin(organisations, eq(organisations.id, responses.organisationId))
    .leftJoin(
      leads,
      and(
        eq(leads.scenarioId, responses.scenarioId),
        eq(leads.productId, responses.productId),
        eq(leads.buyerId, scenarios.ownerId),
      ),
    )
    .where(and(eq(scenarios.ownerId, organisationId), eq(responses.state, 'submitted'), isNull(leads.id)))
    .orderBy(responses.createdAt);
}

/** The scenarios that the organisation owns, with how many answers stand and how many of them no lead has followed yet. */
export async function listOwnedScenarios(organisationId: string, todayOn: string) {
  const [rows, standing, fresh] = await Promise.all([
    db
      .select({
        id: scenarios.id,
        code: scenarios.code,
        title: scenarios.title,
        category: scenarios.category,
        state: scenarios.state,
        deadlineOn: scenarios.deadlineOn,
        deadlineGranularity: scenarios.deadlineGranularity,
        budget: scenarios.budget,
      })
      .from(scenarios)
      .where(eq(scenarios.ownerId, organisationId))
      .orderBy(nullsLast(desc(scenarios.publishedAt)), scenarios.code),
    db
      .select({ id: responses.scenarioId, total: count() })
      .from(responses)
      .innerJoin(scenarios, eq(scenarios.id, responses.scenarioId))
      .where(and(eq(scenarios.ownerId, organisationId), eq(responses.state, 'submitted')))
      .groupBy(responses.scenarioId),
    listNewResponses(organisationId),
  ]);
  const totals = new Map(standing.map(({ id, total }) => [id, total]));
  return rows.map(({ id, state, ...row }) => ({
    ...row,
    status: scenarioStatus(state, row.deadlineOn, todayOn),
    responses: totals.get(id) ?? 0,
    fresh: fresh.filter(({ scenarioCode }) => scenarioCode === row.code).length,
  }));
}

/** One scenario of the organisation with the standing answers to it; undefined when it is not there or not theirs. */
export async function findOwnedScenario(organisationId: string, code: string, todayOn: string) {
  const [row] = await db
    .select({
      id: scenarios.id,
      code: scenarios.code,
      title: scenarios.title,
      category: scenarios.category,
      state: scenarios.state,
      deadlineOn: scenarios.deadlineOn,
      deadlineGranularity: scenarios.deadlineGranularity,
      budget: scenarios.budget,
    })
    .from(scenarios)
    .where(and(eq(scenarios.code, code), eq(scenarios.ownerId, organisationId)))
    .limit(1);
  if (!row) return undefined;
  const [answers, talks] = await Promise.all([
    db
      .select({
        code: responses.code,
        message: responses.message,
        createdAt: responses.createdAt,
        productId: responses.productId,
        productCode: products.code,
        productName: products.name,
        productKind: products.kind,
        enterpriseCode: organisations.code,
        enterpriseName: organisations.name,
        priceMin: offerings.priceMin,
        priceMax: offerings.priceMax,
        priceUnit: offerings.priceUnit,
        leadTimeDays: offerings.leadTimeDays,
        trialPolicy: offerings.trialPolicy,
        warranty: offerings.warranty,
        offeringState: offerings.state,
        validUntilOn: offerings.validUntilOn,
      })
      .from(responses)
      .innerJoin(products, eq(products.id, responses.productId))
      .innerJoin(organisations, eq(organisations.id, responses.organisationId))
      .innerJoin(offerings, eq(offerings.id, responses.offeringId))
      .where(and(eq(responses.scenarioId, row.id), eq(responses.state, 'submitted')))
      .orderBy(responses.createdAt, responses.code),
    db
      .select({ productId: leads.productId, code: leads.code, state: leads.state })
      .from(leads)
      .where(and(eq(leads.buyerId, organisationId), eq(leads.scenarioId, row.id)))
      .orderBy(leads.createdAt),
  ]);
  const isOpen = ({ state }: { state: string }) => (openLeadStates as readonly string[]).includes(state);
  // The open lead if there is one, else the last that ended.
  const leadOf = new Map(
    [...talks.filter((lead) => !isOpen(lead)), ...talks.filter(isOpen)].map((lead) => [lead.productId, lead]),
  );
  const { id: _id, state, ...scenario } = row;
  return {
    ...scenario,
    status: scenarioStatus(state, row.deadlineOn, todayOn),
    responses: answers.map(({ productId, offeringState, ...answer }) => {
      const lead = leadOf.get(productId);
      return {
        ...answer,
        termsHold:
          offeringState === 'published' && (answer.validUntilOn === null || todayOn <= answer.validUntilOn),
        leadCode: lead?.code ?? null,
        leadState: lead?.state ?? null,
        hasOpenLead: lead !== undefined && isOpen(lead),
      };
    }),
  };
}

/** The id and title of what a standing answer to one of the organisation's scenarios is about; undefined when there is none. */
export async function findStandingResponse(
  organisationId: string,
  scenarioCode: string,
  responseCode: string,
) {
  const [row] = await db
    .select({ id: responses.id, scenarioTitle: scenarios.title, productName: products.name })
    .from(responses)
    .innerJoin(scenarios, eq(scenarios.id, responses.scenarioId))
    .innerJoin(products, eq(products.id, responses.productId))
    .where(
      and(
        eq(responses.code, responseCode),
        eq(scenarios.code, scenarioCode),
        eq(scenarios.ownerId, organisationId),
        eq(responses.state, 'submitted'),
      ),
    )
    .limit(1);
  return row;
}
