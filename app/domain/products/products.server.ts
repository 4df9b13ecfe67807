import { and, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { isIssued } from '#db/public.server';
import {
  leads,
  offerings,
  organisations,
  procurementItems,
  products,
  publications,
  recognitions,
} from '#db/schema';
import { pick } from '~/domain/pick';
import { isReported, reportedSource } from '~/domain/provenance';
import { firstsOf } from '~/domain/purchases/firsts';
import { isInForce } from './product';
import { listUse, recordsOf } from './product-use.server';
import { specificationText } from './specification-text';

export type { ProductRecord } from './product-use.server';
export type PublicProduct = NonNullable<Awaited<ReturnType<typeof findPublicProduct>>>;

/** Decisions that a visitor may see: made, on notice, or ended early. */
const publicRecognitionStates = ['recognised', 'public_notice', 'suspended', 'revoked'] as const;

/** A published product with what its page says of it; undefined when there is none of that code. */
export async function findPublicProduct(code: string, todayOn: string) {
  const [found] = await db
    .select({
      product: products,
      organisation: {
        code: organisations.code,
        name: organisations.name,
        district: organisations.district,
        zone: organisations.zone,
      },
      itemName: procurementItems.name,
      offering: offerings,
      leadCount: db.$count(leads, eq(leads.productId, products.id)),
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .leftJoin(procurementItems, eq(procurementItems.code, products.procurementItemCode))
    .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
    .where(and(eq(products.code, code), eq(products.state, 'published')));
  if (!found) return undefined;
  const { product: p, organisation, offering: o } = found;
  const reported = isReported(p.provenance);
  const [decided, use] = await Promise.all([reported ? [] : listDecisions(p.id, todayOn), listUse(p.id)]);
  const firsts = firstsOf(use.bought, use.tried);
  const inForce = decided.find((r) => r.standing === 'in-force');
  return {
    code: p.code,
    name: p.name,
    model: p.model,
    kind: p.kind,
    industry: p.industry,
    summary: p.summary,
    innovation: p.innovation,
    version: p.version,
    specifications: p.specifications.map((s) => ({
      name: s.name,
      value: specificationText(s),
      domestic: s.domestic ?? null,
      foreign: s.foreign ?? null,
    })),
    trl: p.trl,
    maturity: p.maturity,
    composition: p.composition,
    inventionPatents: p.inventionPatents,
    utilityModels: p.utilityModels,
    softwareCopyrights: p.softwareCopyrights,
    procurementItem: p.procurementItemCode ? { code: p.procurementItemCode, name: found.itemName } : null,
    intendedCategories: p.intendedCategories,
    aliases: p.aliases,
    englishName: p.englishName,
    keywords: p.keywords,
    /** Facts from public reports only: without a mark, a price or an enquiry. */
    reported,
    source: reportedSource(p.provenance) ?? null,
    organisation,
    recognisedKind: inForce?.kind ?? null,
    recognitions: decided,
    offering: o && {
      code: o.code,
      priceMin: o.priceMin,
      priceMax: o.priceMax,
      priceUnit: o.priceUnit,
      leadTimeDays: o.leadTimeDays,
      trialPolicy: o.trialPolicy,
      trialNote: o.trialNote,
      warranty: o.warranty,
      serviceAreas: o.serviceAreas,
      capacity: o.capacity,
      validUntilOn: o.validUntilOn,
    },
    records: recordsOf(use, firsts, decided),
    cityPurchaseOn: firsts.cityPurchase?.on ?? null,
    cityUseOn: firsts.cityUse?.on ?? null,
    buyers: firsts.buyers,
    users: new Set(use.tried.filter((t) => t.result === 'passed').map((t) => t.buyerId)).size,
    trying: new Set(use.tried.filter((t) => t.endedOn === null).map((t) => t.buyerId)).size,
    leadCount: found.leadCount,
    /** What it is matched by: specifications with their units. */
    supply: pick(p, 'id', 'name', 'industry', 'intendedCategories', 'specifications'),
  };
}

/** The decisions on a product, the one that counts first; those of lists not yet published are nobody's business. */
async function listDecisions(productId: string, todayOn: string) {
  const rows = await db
    .select({
      kind: recognitions.kind,
      level: recognitions.level,
      authority: recognitions.authority,
      documentNumber: recognitions.documentNumber,
      certificateNumber: recognitions.certificateNumber,
      validFromOn: recognitions.validFromOn,
      validUntilOn: recognitions.validUntilOn,
      state: recognitions.state,
      rowNumber: recognitions.rowNumber,
      publicationCode: publications.code,
      publicationYear: publications.year,
      publicationSequence: publications.sequence,
      publicationNumber: publications.documentNumber,
    })
    .from(recognitions)
    .leftJoin(publications, eq(publications.id, recognitions.publicationId))
    .where(
      and(
        eq(recognitions.productId, productId),
        inArray(recognitions.state, [...publicRecognitionStates]),
        isIssued(),
      ),
    )
    .orderBy(desc(recognitions.validUntilOn));
  const order = ['in-force', 'notice', 'future', 'expired', 'suspended', 'revoked'];
  return rows
    .map((row) => ({
      ...row,
      documentNumber: row.documentNumber ?? row.publicationNumber,
      standing: standingOf(row, todayOn),
    }))
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

type Standing = 'in-force' | 'future' | 'expired' | 'notice' | 'suspended' | 'revoked';

function standingOf(
  r: { state: string; validFromOn: string; validUntilOn: string },
  todayOn: string,
): Standing {
  if (r.state === 'public_notice') return 'notice';
  if (r.state === 'suspended') return 'suspended';
  if (r.state === 'revoked') return 'revoked';
  if (isInForce(r, todayOn)) return 'in-force';
  return todayOn < r.validFromOn ? 'future' : 'expired';
}
