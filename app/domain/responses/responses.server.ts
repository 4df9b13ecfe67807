import { and, desc, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { db, write } from '#db/client.server';
import { leads, offerings, organisations, products, responses, scenarios } from '#db/schema';
import { openLeadStates, publicScenarioStates } from '#db/schema/words';
import { nextCode } from '~/domain/next-code.server';
import { isOfferingOpen } from '~/domain/offerings/offering';
import { scenarioStatus } from '~/domain/scenarios/scenario';

type Actor = { userId: string; organisationId: string };
export type SubmittedResponse =
  | { ok: true; code: string }
  | { ok: false; reason: 'closed' | 'no_product' | 'no_offering' }
  | { ok: false; reason: 'answered'; code: string };

/** A public scenario as the one who answers it sees it; undefined when there is none. */
export async function findScenarioToAnswer(scenarioCode: string, todayOn: string) {
  const [row] = await db
    .select({
      code: scenarios.code,
      title: scenarios.title,
      state: scenarios.state,
      category: scenarios.category,
      requirements: scenarios.requirements,
      budget: scenarios.budget,
      deadlineOn: scenarios.deadlineOn,
      deadlineGranularity: scenarios.deadlineGranularity,
      cooperationMode: scenarios.cooperationMode,
      ownerName: organisations.name,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(and(eq(scenarios.code, scenarioCode), inArray(scenarios.state, [...publicScenarioStates])))
    .limit(1);
  if (!row) return undefined;
  const { state, ...scenario } = row;
  return { ...scenario, isOpen: scenarioStatus(state, row.deadlineOn, todayOn) === 'open' };
}

/** The organisation's public products, each with its terms where they hold today, and its answer to the scenario. */
export async function listProductsToOffer(organisationId: string, scenarioCode: string, todayOn: string) {
  const [rows, given] = await Promise.all([
    db
      .select({
        code: products.code,
        name: products.name,
        kind: products.kind,
        offeringState: offerings.state,
        validUntilOn: offerings.validUntilOn,
        priceMin: offerings.priceMin,
        priceMax: offerings.priceMax,
        priceUnit: offerings.priceUnit,
      })
      .from(products)
      .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
      .where(and(eq(products.organisationId, organisationId), eq(products.state, 'published')))
      .orderBy(products.code),
    db
      .select({ product: products.code, response: responses.code })
      .from(responses)
      .innerJoin(products, eq(products.id, responses.productId))
      .innerJoin(scenarios, eq(scenarios.id, responses.scenarioId))
      .where(
        and(
          eq(responses.organisationId, organisationId),
          eq(responses.state, 'submitted'),
          eq(scenarios.code, scenarioCode),
        ),
      ),
  ]);
  const answers = new Map(given.map(({ product, response }) => [product, response]));
  return rows.map(({ offeringState, validUntilOn, ...row }) => ({
    ...row,
    hasTerms: offeringState !== null && isOfferingOpen({ state: offeringState, validUntilOn }, todayOn),
    answeredBy: answers.get(row.code) ?? null,
  }));
}

/** Answers an open scenario with an own public product and its terms of today; undefined when there is no such scenario. */
export async function submitResponse(
  actor: Actor,
  answer: { scenarioCode: string; productCode: string; message: string },
  todayOn: string,
): Promise<SubmittedResponse | undefined> {
  return write(async (tx) => {
    const [scenario] = await tx
      .select({ id: scenarios.id, state: scenarios.state, deadlineOn: scenarios.deadlineOn })
      .from(scenarios)
      .where(
        and(eq(scenarios.code, answer.scenarioCode), inArray(scenarios.state, [...publicScenarioStates])),
      )
      .limit(1);
    if (!scenario) return undefined;
    const [product] = await tx
      .select({
        id: products.id,
        version: products.version,
        offeringId: offerings.id,
        offeringState: offerings.state,
        validUntilOn: offerings.validUntilOn,
      })
      .from(products)
      .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
      .where(
        and(
          eq(products.code, answer.productCode),
          eq(products.organisationId, actor.organisationId),
          eq(products.state, 'published'),
        ),
      )
      .limit(1);
    if (!product) return { ok: false, reason: 'no_product' };
    // The answer given before is named even when the scenario has closed meanwhile: a second click tells the truth.
    const [given] = await tx
      .select({ code: responses.code })
      .from(responses)
      .where(
        and(
          eq(responses.scenarioId, scenario.id),
          eq(responses.productId, product.id),
          eq(responses.state, 'submitted'),
        ),
      )
      .limit(1);
    if (given) return { ok: false, reason: 'answered', code: given.code };
    if (scenarioStatus(scenario.state, scenario.deadlineOn, todayOn) !== 'open')
      return { ok: false, reason: 'closed' };
    const { offeringId, offeringState, validUntilOn } = product;
    if (!offeringId || !offeringState || !isOfferingOpen({ state: offeringState, validUntilOn }, todayOn))
      return { ok: false, reason: 'no_offering' };
    const code = await nextCode(tx, responses, 'R-', 4);
    const [row] = await tx
      .insert(responses)
      .values({
        code,
        scenarioId: scenario.id,
        offeringId,
        productId: product.id,
        organisationId: actor.organisationId,
        authorId: actor.userId,
        message: answer.message,
      })
      .returning({ id: responses.id });
    await recordAudit(tx, {
      actor,
      action: 'response.submitted',
      subject: 'response',
      subjectId: row!.id,
      data: {
        code,
        scenario: answer.scenarioCode,
        product: answer.productCode,
        productVersion: product.version,
      },
    });
    return { ok: true, code };
  });
}

/** The organisation's own answers, the newest first, with the lead that each has led to. */
export async function listOwnResponses(organisationId: string, todayOn: string) {
  const rows = await db
    .select({
      code: responses.code,
      state: responses.state,
      message: responses.message,
      createdAt: responses.createdAt,
      scenarioCode: scenarios.code,
      scenarioTitle: scenarios.title,
      scenarioState: scenarios.state,
      deadlineOn: scenarios.deadlineOn,
      ownerName: organisations.name,
      productCode: products.code,
      productName: products.name,
      leadCode: leads.code,
      leadState: leads.state,
    })
    .from(responses)
    .innerJoin(scenarios, eq(scenarios.id, responses.scenarioId))
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .innerJoin(products, eq(products.id, responses.productId))
    .leftJoin(leads, eq(leads.responseId, responses.id))
    .where(eq(responses.organisationId, organisationId))
    .orderBy(desc(responses.createdAt), desc(responses.code), desc(leads.createdAt));
  const seen = new Set<string>();
  return rows
    .filter(({ code }) => !seen.has(code) && seen.add(code))
    .map(({ scenarioState, ...row }) => ({
      ...row,
      scenarioStatus: scenarioStatus(scenarioState, row.deadlineOn, todayOn),
      hasOpenLead: (openLeadStates as readonly (string | null)[]).includes(row.leadState),
      scenarioIsPublic: (publicScenarioStates as readonly string[]).includes(scenarioState),
    }));
}

/** Takes an own answer back while no open lead has come of it; undefined when there is none of theirs. */
export async function withdrawResponse(
  actor: Actor,
  code: string,
): Promise<{ ok: true } | { ok: false; reason: 'state' | 'in_lead' } | undefined> {
  return write(async (tx) => {
    const own = and(eq(responses.code, code), eq(responses.organisationId, actor.organisationId));
    const [row] = await tx
      .select({ id: responses.id, state: responses.state })
      .from(responses)
      .where(own)
      .limit(1);
    if (!row) return undefined;
    if (row.state !== 'submitted') return { ok: false, reason: 'state' };
    const [lead] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.responseId, row.id), inArray(leads.state, [...openLeadStates])))
      .limit(1);
    if (lead) return { ok: false, reason: 'in_lead' };
    await tx.update(responses).set({ state: 'withdrawn', updatedAt: new Date() }).where(own);
    await recordAudit(tx, {
      actor,
      action: 'response.withdrawn',
      subject: 'response',
      subjectId: row.id,
      data: { code },
    });
    return { ok: true };
  });
}
