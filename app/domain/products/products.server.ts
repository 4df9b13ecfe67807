import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsLast } from '#db/order';
import {
  leads,
  offerings,
  organisations,
  procurementItems,
  products,
  productScenarios,
  publications,
  publicScenarioStates,
  purchases,
  recognitions,
  scenarios,
  trials,
} from '#db/schema';
import { scenarioRowColumns } from '~/domain/scenarios/scenario-rows.server';
import { scenarioStatus } from '~/domain/scenarios/scenario';
import { isReported, reportedSource } from '~/domain/provenance';
import { countsAsPurchase, firstsOf, signedInWindow, type FirstMark } from '~/domain/purchases/firsts';
import { isInForce } from './product';
import { specificationText } from './specification-text';

/** A dated line of who bought or used a product; a trial has no amount. */
export interface ProductRecord {
  id: string;
  type: 'purchase' | 'trial';
  on: string;
  buyerName: string;
  buyerCode: string;
  method: string | null;
  /** Of a trial: its length. */
  days: number | null;
  quantity: number | null;
  unit: string | null;
  amount: number | null;
  confirmation: 'unconfirmed' | 'confirmed' | 'disputed' | null;
  /** Signed while a recognition was valid. */
  inWindow: boolean;
  marks: FirstMark[];
  repurchase: boolean;
}

export type PublicProduct = NonNullable<Awaited<ReturnType<typeof findPublicProduct>>>;

/** Decisions that a visitor may see: made, on notice, or ended early. */
const publicRecognitionStates = ['recognised', 'public_notice', 'suspended', 'revoked'] as const;

/** A published product with all that its page says; undefined when there is none of that code. */
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
    })
    .from(products)
    .innerJoin(organisations, eq(organisations.id, products.organisationId))
    .leftJoin(procurementItems, eq(procurementItems.code, products.procurementItemCode))
    .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
    .where(and(eq(products.code, code), eq(products.state, 'published')));
  if (!found) return undefined;
  const { product: p, organisation, offering: o } = found;
  const reported = isReported(p.provenance);
  const [decided, use, suited, leadCount] = await Promise.all([
    reported ? [] : listDecisions(p.id, todayOn),
    listUse(p.id),
    listSuitedScenarios(p.id, todayOn),
    db.$count(leads, eq(leads.productId, p.id)),
  ]);
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
    records: records(use, firsts, decided),
    cityPurchaseOn: firsts.cityPurchase?.on ?? null,
    cityUseOn: firsts.cityUse?.on ?? null,
    buyers: firsts.buyers,
    users: new Set(use.tried.filter((t) => t.result === 'passed').map((t) => t.buyerId)).size,
    trying: new Set(use.tried.filter((t) => t.result === null).map((t) => t.buyerId)).size,
    leadCount,
    scenarios: suited,
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
        or(isNull(recognitions.publicationId), eq(publications.state, 'published')),
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

/** Contracts and trials of a product, with who made them. */
async function listUse(productId: string) {
  const [bought, tried] = await Promise.all([
    db
      .select({
        id: purchases.id,
        productId: purchases.productId,
        buyerId: purchases.buyerId,
        buyerName: organisations.name,
        buyerCode: organisations.code,
        state: purchases.state,
        contractedOn: purchases.contractedOn,
        acceptedOn: purchases.acceptedOn,
        method: purchases.method,
        quantity: purchases.quantity,
        unit: purchases.unit,
        amount: purchases.amount,
        confirmation: purchases.confirmation,
      })
      .from(purchases)
      .innerJoin(organisations, eq(organisations.id, purchases.buyerId))
      .where(eq(purchases.productId, productId)),
    db
      .select({
        id: trials.id,
        productId: trials.productId,
        buyerId: trials.buyerId,
        buyerName: organisations.name,
        buyerCode: organisations.code,
        startedOn: trials.startedOn,
        endedOn: trials.endedOn,
        result: trials.result,
      })
      .from(trials)
      .innerJoin(organisations, eq(organisations.id, trials.buyerId))
      .where(eq(trials.productId, productId)),
  ]);
  return { bought, tried };
}

type Use = Awaited<ReturnType<typeof listUse>>;
type Decisions = Awaited<ReturnType<typeof listDecisions>>;

/** Contracts that count and trials that passed, the newest first. A failed trial stays between the two sides. */
function records(use: Use, firsts: ReturnType<typeof firstsOf>, decided: Decisions): ProductRecord[] {
  const marksOf = (id: string) => firsts.byRecord.get(id) ?? { marks: [], repurchase: false };
  const bought = use.bought
    .filter((p) => countsAsPurchase(p.state))
    .map((p): ProductRecord => ({
      id: p.id,
      type: 'purchase',
      on: p.contractedOn,
      buyerName: p.buyerName,
      buyerCode: p.buyerCode,
      method: p.method,
      days: null,
      quantity: p.quantity,
      unit: p.unit,
      amount: p.amount,
      confirmation: p.confirmation,
      inWindow: signedInWindow(p.contractedOn, decided),
      ...marksOf(p.id),
    }));
  const tried = use.tried.flatMap((t): ProductRecord[] =>
    t.result === 'passed' && t.endedOn
      ? [
          {
            id: t.id,
            type: 'trial',
            on: t.endedOn,
            buyerName: t.buyerName,
            buyerCode: t.buyerCode,
            method: null,
            days: Math.max(1, Math.round((Date.parse(t.endedOn) - Date.parse(t.startedOn)) / 86_400_000)),
            quantity: null,
            unit: null,
            amount: null,
            confirmation: null,
            inWindow: false,
            ...marksOf(t.id),
          },
        ]
      : [],
  );
  return [...bought, ...tried].sort((a, b) =>
    a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1,
  );
}

/** Scenarios that a product is meant for: the open ones first, those that close soonest before the rest. */
async function listSuitedScenarios(productId: string, todayOn: string) {
  const rows = await db
    .select(scenarioRowColumns)
    .from(productScenarios)
    .innerJoin(scenarios, eq(scenarios.id, productScenarios.scenarioId))
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .where(
      and(eq(productScenarios.productId, productId), inArray(scenarios.state, [...publicScenarioStates])),
    )
    .orderBy(nullsLast(asc(scenarios.deadlineOn)));
  return rows
    .map(({ id: _id, state, ...row }) => ({ ...row, status: scenarioStatus(state, row.deadlineOn, todayOn) }))
    .sort((a, b) => Number(b.status === 'open') - Number(a.status === 'open'));
}
