import { aliasedTable, and, asc, eq, type SQL } from 'drizzle-orm';
import { db } from '#db/client.server';
import {
  audit,
  leadEvents,
  leads,
  offerings,
  organisations,
  products,
  productVersions,
  purchases,
  recognitions,
  responses,
  scenarios,
  trials,
  users,
} from '#db/schema';
import { todayOn } from '~/domain/calendar';
import { pick } from '~/domain/pick';
import { isInForce } from '~/domain/products/product';
import { firstsOf, signedInWindow, type FirstMark } from '~/domain/purchases/firsts';
import { namesMatch } from '~/domain/purchases/name-match';
import type { FirstMoved } from '~/domain/purchases/trace-firsts.server';
import { env } from '~/env.server';
import { lapseDay } from './queue.server';
import { awaitedSide, leadStageViews, type LeadMove, type LeadState } from './lead';
import type { EventFacts, LeadContact, LeadDetail, LeadEvent, LeadPurchase } from './lead-detail';
import { ownLeads } from './own-lead.server';
import type { LeadViewer } from './queue.server';

/** A lead of the viewer's organisation with all that its page shows; undefined when it is not theirs. */
export async function findLead(viewer: LeadViewer, code: string): Promise<LeadDetail | undefined> {
  if (viewer.organisationKind === 'bureau') return undefined;
  return readLead(and(eq(leads.code, code), ownLeads(viewer)), viewer.organisationKind);
}

/** Any lead, for the authority's staff, who see all and move nothing. */
export async function findLeadForBureau(code: string): Promise<LeadDetail | undefined> {
  return readLead(eq(leads.code, code), 'bureau');
}

async function readLead(where: SQL | undefined, side: LeadDetail['side']): Promise<LeadDetail | undefined> {
  const buyer = aliasedTable(organisations, 'buyer');
  const maker = aliasedTable(organisations, 'maker');
  const [row] = await db
    .select({
      lead: leads,
      buyer,
      maker,
      product: products,
      scenario: scenarios,
      offering: offerings,
      message: responses.message,
      snapshot: productVersions.content,
    })
    .from(leads)
    .innerJoin(buyer, eq(buyer.id, leads.buyerId))
    .innerJoin(maker, eq(maker.id, leads.enterpriseId))
    .innerJoin(products, eq(products.id, leads.productId))
    .leftJoin(scenarios, eq(scenarios.id, leads.scenarioId))
    .leftJoin(offerings, eq(offerings.id, leads.offeringId))
    .leftJoin(responses, eq(responses.id, leads.responseId))
    .leftJoin(
      productVersions,
      and(eq(productVersions.productId, leads.productId), eq(productVersions.version, leads.productVersion)),
    )
    .where(where);
  if (!row) return undefined;
  const { lead, product, scenario, offering } = row;
  const [happened, tried, bought, decisions, moved] = await Promise.all([
    db
      .select({ event: leadEvents, actor: { name: users.name, phone: users.phone, email: users.email } })
      .from(leadEvents)
      .leftJoin(users, eq(users.id, leadEvents.actorId))
      .where(eq(leadEvents.leadId, lead.id))
      .orderBy(asc(leadEvents.at)),
    db.select().from(trials).where(eq(trials.productId, lead.productId)).orderBy(asc(trials.startedOn)),
    db.select().from(purchases).where(eq(purchases.productId, lead.productId)),
    db.select().from(recognitions).where(eq(recognitions.productId, lead.productId)),
    db
      .select({ data: audit.data, at: audit.at })
      .from(audit)
      .where(
        and(
          eq(audit.subject, 'product'),
          eq(audit.subjectId, lead.productId),
          eq(audit.action, 'first.moved'),
        ),
      )
      .orderBy(asc(audit.at)),
  ]);
  const ownTrials = tried.filter((each) => each.leadId === lead.id);
  const purchase = bought.find((each) => each.leadId === lead.id);
  const firsts = firstsOf(bought, tried);
  const marksOf = (id: string | undefined) => (id ? (firsts.byRecord.get(id)?.marks ?? []) : []);
  const knowsEveryone = side === 'bureau' || lead.contactsShared;

  const events = happened.map(({ event, actor }): LeadEvent => {
    const data = event.data as EventFacts & { move?: LeadMove; version?: number };
    const trial = ownTrials.find(
      (each) => each.startedOn === data.startedOn && each.endedOn === data.endedOn && each.site === data.site,
    );
    let marks: FirstMark[] = [];
    if (event.kind === 'trial_result') marks = marksOf(trial?.id);
    if (data.move === 'record_contract')
      marks = marksOf(purchase?.id).filter((mark) => mark.kind === 'purchase');
    if (data.move === 'record_delivery') marks = marksOf(purchase?.id).filter((mark) => mark.kind === 'use');
    return {
      id: event.id,
      kind: event.kind,
      side: event.side,
      actor: knowsEveryone || event.side === side ? (actor?.name ?? null) : null,
      fromState: event.fromState as LeadState | null,
      toState: event.toState as LeadState | null,
      move: data.move ?? null,
      version: data.version ?? 1,
      body: event.body,
      facts: factsOf(data),
      marks,
      at: event.at,
    };
  });
  events.sort((a, b) => a.at.getTime() - b.at.getTime() || a.version - b.version);
  const opener = happened.find(({ event }) => event.kind === 'opened')?.actor;
  const acceptor = happened.find(({ event }) => (event.data as { move?: string }).move === 'accept')?.actor;
  const inForce = decisions
    .filter((each) => isInForce(each, todayOn()))
    .map((each) => each.validUntilOn)
    .sort();

  return {
    code: lead.code,
    side,
    state: lead.state,
    version: lead.version,
    origin: lead.origin,
    purpose: lead.purpose,
    quantity: lead.quantity,
    unit: lead.unit,
    budget: lead.budget,
    neededBy: lead.neededBy,
    method: lead.method,
    plannedMonth: lead.plannedMonth,
    procurementBudget: lead.procurementBudget,
    reason: lead.reason,
    reasonNote: lead.reasonNote,
    contactsShared: lead.contactsShared,
    awaited: awaitedSide(lead.state, lead.lastSide),
    waitingSince: lead.waitingSince,
    lapsesOn: lapseDay(lead),
    confirmWithinDays: env.CONTRACT_CONFIRM_DAYS,
    createdAt: lead.createdAt,
    buyer: { code: row.buyer.code, name: row.buyer.name, shortName: row.buyer.shortName },
    enterprise: { code: row.maker.code, name: row.maker.name, shortName: row.maker.shortName },
    product: {
      code: product.code,
      name: product.name,
      kind: product.kind,
      isPublic: product.state === 'published',
      version: lead.productVersion,
      keptName: typeof row.snapshot?.name === 'string' ? row.snapshot.name : null,
      currentVersion: product.version,
    },
    recognisedUntilOn: inForce.at(-1) ?? null,
    scenario: scenario && { code: scenario.code, title: scenario.title },
    offering: offering && {
      priceMin: offering.priceMin,
      priceMax: offering.priceMax,
      priceUnit: offering.priceUnit,
    },
    responseMessage: row.message,
    purchase: purchase ? purchaseOf(purchase, row, decisions, moved) : null,
    trials: ownTrials.map(({ site, startedOn, endedOn, result, note }) => ({
      site,
      startedOn,
      endedOn,
      result,
      note,
    })),
    stages: stagesOf(lead.state, lead.createdAt, events),
    events: events.reverse(),
    contacts: knowsEveryone
      ? { buyer: contactOf(opener, row.buyer), enterprise: contactOf(acceptor, row.maker) }
      : null,
    reopenedBefore: events.some((event) => event.fromState === 'lapsed'),
  };
}

type Read = {
  maker: typeof organisations.$inferSelect;
  product: typeof products.$inferSelect;
  snapshot: Record<string, unknown> | null;
};

/** The record of the contract, with what is computed of it. */
function purchaseOf(
  purchase: typeof purchases.$inferSelect,
  { maker, product, snapshot }: Read,
  decisions: readonly (typeof recognitions.$inferSelect)[],
  moved: readonly { data: Record<string, unknown>; at: Date }[],
): LeadPurchase {
  const kept = (key: 'name' | 'model' | 'producer', now: string | null) =>
    typeof snapshot?.[key] === 'string' ? snapshot[key] : now;
  return {
    ...pick(
      purchase,
      'code',
      'state',
      'method',
      'quantity',
      'unit',
      'amount',
      'contractNumber',
      'contractedOn',
      'acceptedOn',
      'acceptanceEvidence',
      'confirmation',
      'confirmByOn',
      'disputeNote',
      'productName',
      'producerName',
    ),
    inWindow: signedInWindow(purchase.contractedOn, decisions),
    nameMatch: namesMatch(purchase, {
      name: kept('name', product.name) ?? product.name,
      model: kept('model', product.model),
      producer: kept('producer', maker.name) ?? maker.name,
    }),
    moves: moved.flatMap(({ data, at }) => {
      const { kind, from, to } = data as FirstMoved;
      const gained = to?.recordId === purchase.id;
      return gained || from.recordId === purchase.id ? [{ kind, gained, at }] : [];
    }),
  };
}

const contactOf = (
  person: { name: string | null; phone: string | null; email: string | null } | null | undefined,
  office: { contactName: string | null; contactPhone: string | null },
): LeadContact => ({
  person: person?.name ?? null,
  phone: person?.phone ?? null,
  email: person?.email ?? null,
  officeName: office.contactName,
  officePhone: office.contactPhone,
});

/** The facts of an event that its line may say, one by one: nothing else of its data leaves the house. */
const factsOf = (data: EventFacts): EventFacts =>
  pick(
    data,
    'reason',
    'site',
    'startedOn',
    'endedOn',
    'result',
    'method',
    'plannedMonth',
    'budget',
    'contractNumber',
    'contractedOn',
    'amount',
    'acceptedOn',
  );

/** The stage bar with the day each stage was last entered; `events` oldest first. */
function stagesOf(state: LeadState, createdAt: Date, events: readonly LeadEvent[]): LeadDetail['stages'] {
  const enteredAt = new Map<LeadState, Date>([['new', createdAt]]);
  let trialResult: 'passed' | 'failed' | null = null;
  let leftFrom: LeadState | undefined;
  for (const event of events) {
    if (event.toState) enteredAt.set(event.toState, event.at);
    if (event.toState && event.fromState) leftFrom = event.fromState;
    if (event.kind === 'trial_result') {
      trialResult = event.facts.result ?? null;
      enteredAt.set('trial', event.at);
    }
    if (event.toState === 'trial') trialResult = null;
  }
  return leadStageViews(state, new Set(enteredAt.keys()), leftFrom).map((view) => ({
    ...view,
    on: view.status === 'done' || view.status === 'now' ? (enteredAt.get(view.stage) ?? null) : null,
    trialResult: view.stage === 'trial' && view.status === 'done' ? trialResult : null,
  }));
}
