import { aliasedTable, and, eq, inArray, ne } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { db, refusal, write, type Tx } from '#db/client.server';
import {
  leadEvents,
  leads,
  memberships,
  offerings,
  organisations,
  products,
  productVersions,
  recognitions,
  responses,
  scenarios,
} from '#db/schema';
import { todayOn } from '~/domain/calendar';
import { nextCode } from '~/domain/next-code.server';
import { isInForce, type ProductKind } from '~/domain/products/product';
import { isReported } from '~/domain/provenance';
import { openLeadStates } from './lead';
import type { LeadViewer } from './queue.server';

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
export type OpenLeadRefusal =
  'not-a-buyer' | 'own-product' | 'not-published' | 'not-your-scenario' | 'response-withdrawn';
export type OpenLeadResult =
  { ok: true; code: string; already: boolean } | { ok: false; reason: OpenLeadRefusal } | undefined;

type Subject = {
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

const subjectKeyOf = (productId: string, scenarioId: string | null) => `${productId}:${scenarioId ?? ''}`;

/** What an enquiry is about, when this buyer may make it; undefined when there is no such product. */
async function enquirySubject(a: EnquiryLead): Promise<Found> {
  const [found] = await db
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
    const [scenario] = await db
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
async function responseSubject(a: ResponseLead): Promise<Found> {
  const [found] = await db
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

/** Keeps what the product says now, so that the lead goes on pointing at it. */
async function keepVersion(tx: Tx, product: Subject['product']) {
  const {
    id,
    version,
    code,
    name,
    model,
    kind,
    industry,
    composition,
    summary,
    innovation,
    specifications,
    trl,
    maturity,
  } = product;
  await tx
    .insert(productVersions)
    .values({
      productId: id,
      version,
      content: {
        code,
        name,
        model,
        kind,
        industry,
        composition,
        summary,
        innovation,
        specifications,
        trl,
        maturity,
      },
    })
    .onConflictDoNothing();
}

async function insertLead(
  viewer: LeadViewer,
  origin: 'enquiry' | 'response',
  subject: Subject,
): Promise<string> {
  return write(async (tx) => {
    const code = await nextCode(tx, leads, `L-${todayOn().slice(0, 4)}-`, 4);
    const { product } = subject;
    await keepVersion(tx, product);
    const now = new Date();
    const [lead] = await tx
      .insert(leads)
      .values({
        code,
        buyerId: viewer.organisationId,
        enterpriseId: product.organisationId,
        productId: product.id,
        productVersion: product.version,
        scenarioId: subject.scenarioId,
        offeringId: subject.offeringId,
        responseId: subject.responseId,
        subjectKey: subjectKeyOf(product.id, subject.scenarioId),
        origin,
        openedById: viewer.userId,
        state: 'awaiting_reply',
        purpose: subject.purpose,
        quantity: subject.quantity,
        unit: subject.unit,
        budget: subject.budget,
        neededBy: subject.neededBy,
        lastSide: 'buyer',
        waitingSince: now,
      })
      .returning({ id: leads.id });
    const leadId = lead!.id;
    await tx.insert(leadEvents).values({
      leadId,
      kind: 'opened',
      side: 'buyer',
      actorId: viewer.userId,
      toState: 'awaiting_reply',
      body: subject.purpose,
      data: { origin, version: 1 },
      at: now,
    });
    await recordAudit(tx, {
      actor: viewer,
      action: 'lead.opened',
      subject: 'lead',
      subjectId: leadId,
      data: { code, product: product.code, origin },
    });
    return code;
  });
}

async function openLeadCode(viewer: LeadViewer, subject: Subject): Promise<string | undefined> {
  const [open] = await db
    .select({ code: leads.code })
    .from(leads)
    .where(
      and(
        eq(leads.buyerId, viewer.organisationId),
        eq(leads.enterpriseId, subject.product.organisationId),
        eq(leads.subjectKey, subjectKeyOf(subject.product.id, subject.scenarioId)),
        inArray(leads.state, [...openLeadStates]),
      ),
    );
  return open?.code;
}

/**
 * Opens a procurement lead, which then waits for the enterprise's reply. There is one open lead per
 * buyer, enterprise, product and scenario: a second one (a double submit) answers with the first.
 */
export async function openLead(a: EnquiryLead | ResponseLead): Promise<OpenLeadResult> {
  if (a.viewer.organisationKind !== 'buyer') return { ok: false, reason: 'not-a-buyer' };
  const found = a.origin === 'enquiry' ? await enquirySubject(a) : await responseSubject(a);
  if (!found?.ok) return found;
  const { subject } = found;
  for (let attempt = 0; ; attempt++) {
    try {
      return { ok: true, code: await insertLead(a.viewer, a.origin, subject), already: false };
    } catch (error) {
      const refused = refusal(error);
      if (refused?.kind !== 'unique') throw error;
      const code = await openLeadCode(a.viewer, subject);
      if (code) return { ok: true, code, already: true };
      // Either the code was taken at the same moment or the open lead has just ended.
      if (attempt >= 3) throw error;
    }
  }
}

export type EnquiryPage = {
  product: {
    code: string;
    name: string;
    model: string | null;
    kind: ProductKind;
    industry: string;
    summary: string;
    organisation: string;
    organisationCode: string;
  };
  offering: {
    priceMin: number;
    priceMax: number;
    priceUnit: string;
    leadTimeDays: number | null;
    trialPolicy: 'free' | 'paid' | 'none' | null;
    validUntilOn: string | null;
  } | null;
  /** the last day of the recognition in force, if there is one */
  recognisedUntilOn: string | null;
  /** nobody of the enterprise can sign in yet */
  enterpriseIsAway: boolean;
  /** the buyer's own scenarios that are in the open */
  scenarios: { code: string; title: string }[];
  /** leads about this product that are still open, newest first */
  openLeads: { code: string; scenarioCode: string | null }[];
};

/** What a buyer sees before asking about a product; undefined when it is not published. */
export async function findEnquiryPage(
  viewer: LeadViewer,
  productCode: string,
): Promise<EnquiryPage | undefined> {
  const maker = aliasedTable(organisations, 'maker');
  const [found] = await db
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      model: products.model,
      kind: products.kind,
      industry: products.industry,
      summary: products.summary,
      organisation: maker.name,
      organisationCode: maker.code,
      offering: {
        priceMin: offerings.priceMin,
        priceMax: offerings.priceMax,
        priceUnit: offerings.priceUnit,
        leadTimeDays: offerings.leadTimeDays,
        trialPolicy: offerings.trialPolicy,
        validUntilOn: offerings.validUntilOn,
      },
      member: memberships.id,
    })
    .from(products)
    .innerJoin(maker, eq(maker.id, products.organisationId))
    .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
    .leftJoin(memberships, eq(memberships.organisationId, products.organisationId))
    .where(
      and(
        eq(products.code, productCode),
        eq(products.state, 'published'),
        ne(products.organisationId, viewer.organisationId),
      ),
    )
    .limit(1);
  if (!found) return undefined;
  const today = todayOn();
  const [decisions, own, open] = await Promise.all([
    db
      .select({
        state: recognitions.state,
        validFromOn: recognitions.validFromOn,
        validUntilOn: recognitions.validUntilOn,
      })
      .from(recognitions)
      .where(eq(recognitions.productId, found.id)),
    db
      .select({ code: scenarios.code, title: scenarios.title })
      .from(scenarios)
      .where(
        and(
          eq(scenarios.ownerId, viewer.organisationId),
          inArray(scenarios.state, ['published', 'matched', 'implementing']),
        ),
      )
      .orderBy(scenarios.code),
    db
      .select({ code: leads.code, scenarioCode: scenarios.code })
      .from(leads)
      .leftJoin(scenarios, eq(scenarios.id, leads.scenarioId))
      .where(
        and(
          eq(leads.buyerId, viewer.organisationId),
          eq(leads.productId, found.id),
          inArray(leads.state, [...openLeadStates]),
        ),
      )
      .orderBy(leads.code),
  ]);
  const inForce = decisions
    .filter((each) => isInForce(each, today))
    .map((each) => each.validUntilOn)
    .sort();
  const { id: _id, member, offering, organisation, organisationCode, ...product } = found;
  return {
    product: { ...product, organisation, organisationCode },
    offering,
    recognisedUntilOn: inForce.at(-1) ?? null,
    enterpriseIsAway: member === null,
    scenarios: own,
    openLeads: open,
  };
}
