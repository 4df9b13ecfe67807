import { aliasedTable, and, eq, inArray, ne } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isIssued } from '#db/public.server';
import { leads, memberships, offerings, organisations, products, recognitions, scenarios } from '#db/schema';
import { openLeadStates } from '#db/schema/words';
import { todayOn } from '~/domain/calendar';
import { isInForce, type ProductKind } from '~/domain/products/product';
import { isReported } from '~/domain/provenance';
import type { LeadViewer } from './queue.server';

/** What a buyer sees before asking. Prices in fen. */
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
  /** only reports speak of it: there is nobody to ask */
  reported: boolean;
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
      provenance: products.provenance,
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
      .where(and(eq(recognitions.productId, found.id), isIssued())),
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
  const { id: _id, member, offering, organisation, organisationCode, provenance, ...product } = found;
  return {
    product: { ...product, organisation, organisationCode },
    offering,
    recognisedUntilOn: inForce.at(-1) ?? null,
    reported: isReported(provenance),
    enterpriseIsAway: member === null,
    scenarios: own,
    openLeads: open,
  };
}
