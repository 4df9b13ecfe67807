import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import { offerings, products, responses, scenarios } from '#db/schema';
import { isReported } from '~/domain/provenance';
import type { LeadViewer } from './queue.server';

/** What a buyer asks for. */
export type EnquiryLead = {
  viewer: LeadViewer;
  origin: 'enquiry';
  productCode: string;
  /** one of the buyer's own scenarios */
  scenarioCode?: string | null;
  purpose: string;
  quantity?: number | null;
  unit?: string | null;
  /** 分; null is 待定 */
  budget?: number | null;
  /** YYYY-MM */
  neededBy?: string | null;
};
/** A talk about an answer to one of the buyer's scenarios. */
export type ResponseLead = {
  viewer: LeadViewer;
  origin: 'response';
  /** an answer to one of the buyer's own scenarios */
  responseId: string;
  /** what the buyer wants to talk about; the scenario's title when left out */
  purpose?: string;
  quantity?: number | null;
  unit?: string | null;
  /** 分; the scenario's budget when left out */
  budget?: number | null;
  neededBy?: string | null;
};
/** Why no lead is opened. */
export type OpenLeadRefusal =
  'not-a-buyer' | 'own-product' | 'not-published' | 'not-your-scenario' | 'response-withdrawn';
/** The lead's code, and whether it was open already; undefined when the product is not there. */
export type OpenLeadResult =
  { ok: true; code: string; already: boolean } | { ok: false; reason: OpenLeadRefusal } | undefined;

/** Everything a new lead starts with. */
export type Subject = {
  product: typeof products.$inferSelect;
  offeringId: string | null;
  scenarioId: string | null;
  responseId: string | null;
  purpose: string;
  quantity: number | null;
  unit: string | null;
  budget: number | null;
  neededBy: string | null;
};
type Found = { ok: true; subject: Subject } | { ok: false; reason: OpenLeadRefusal } | undefined;

/** What an enquiry is about, when this buyer may make it; undefined when there is no such product. */
export async function enquirySubject(tx: Tx, a: EnquiryLead): Promise<Found> {
  const [found] = await tx
    .select({ product: products, offeringId: offerings.id })
    .from(products)
    .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
    .where(eq(products.code, a.productCode));
  if (!found) return undefined;
  if (found.product.organisationId === a.viewer.organisationId) return { ok: false, reason: 'own-product' };
  if (found.product.state !== 'published' || isReported(found.product.provenance))
    return { ok: false, reason: 'not-published' };
  let scenarioId: string | null = null;
  if (a.scenarioCode) {
    const [scenario] = await tx
      .select({ id: scenarios.id })
      .from(scenarios)
      .where(and(eq(scenarios.code, a.scenarioCode), eq(scenarios.ownerId, a.viewer.organisationId)));
    if (!scenario) return { ok: false, reason: 'not-your-scenario' };
    scenarioId = scenario.id;
  }
  return {
    ok: true,
    subject: {
      product: found.product,
      offeringId: found.offeringId,
      scenarioId,
      responseId: null,
      purpose: a.purpose,
      quantity: a.quantity ?? null,
      unit: a.unit ?? null,
      budget: a.budget ?? null,
      neededBy: a.neededBy ?? null,
    },
  };
}

/** What an answer to a scenario is about; undefined when it is no answer to a scenario of this buyer. */
export async function responseSubject(tx: Tx, a: ResponseLead): Promise<Found> {
  const [found] = await tx
    .select({ response: responses, product: products, title: scenarios.title, budget: scenarios.budget })
    .from(responses)
    .innerJoin(products, eq(products.id, responses.productId))
    .innerJoin(scenarios, eq(scenarios.id, responses.scenarioId))
    .where(and(eq(responses.id, a.responseId), eq(scenarios.ownerId, a.viewer.organisationId)));
  if (!found) return undefined;
  if (found.response.state !== 'submitted') return { ok: false, reason: 'response-withdrawn' };
  if (found.product.organisationId === a.viewer.organisationId) return { ok: false, reason: 'own-product' };
  if (found.product.state !== 'published' || isReported(found.product.provenance))
    return { ok: false, reason: 'not-published' };
  return {
    ok: true,
    subject: {
      product: found.product,
      offeringId: found.response.offeringId,
      scenarioId: found.response.scenarioId,
      responseId: found.response.id,
      purpose: a.purpose?.trim() || found.title,
      quantity: a.quantity ?? null,
      unit: a.unit ?? null,
      budget: a.budget === undefined ? found.budget : a.budget,
      neededBy: a.neededBy ?? null,
    },
  };
}
