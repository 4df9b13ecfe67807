import { sql } from 'drizzle-orm';
import { organisations, users } from './accounts';
import {
  boolean,
  check,
  day,
  id,
  index,
  instant,
  integer,
  json,
  money,
  now,
  oneOf,
  ref,
  serial,
  table,
  text,
  unique,
  uniqueIndex,
  word,
} from './kit';
import { intentions, offerings, products, responses, scenarios } from './listings';
import {
  confirmations,
  leadEventKinds,
  leadOrigins,
  leadSides,
  leadStates,
  openLeadStates,
  purchaseStates,
  searchTypes,
  trialResults,
} from './words';

const openWords = openLeadStates.map((s) => `'${s}'`).join(', ');

export const leads = table(
  'leads',
  {
    id: id(),
    code: text().notNull(),
    buyerId: ref(() => organisations.id).notNull(),
    enterpriseId: ref(() => organisations.id).notNull(),
    productId: ref(() => products.id).notNull(),
    /** the version of the product that both sides talk about */
    productVersion: integer().notNull(),
    scenarioId: ref(() => scenarios.id),
    offeringId: ref(() => offerings.id),
    responseId: ref(() => responses.id),
    intentionId: ref(() => intentions.id),
    /** product and scenario in one word, so that one unique index covers a missing scenario too */
    subjectKey: text().notNull(),
    origin: word(leadOrigins).notNull(),
    openedById: ref(() => users.id).notNull(),
    state: word(leadStates).notNull().default('awaiting_reply'),
    purpose: text().notNull(),
    quantity: integer(),
    unit: text(),
    budget: money(),
    neededBy: text(),
    /** set when the lead enters procuring */
    method: text(),
    plannedMonth: text(),
    procurementBudget: money(),
    reason: text(),
    reasonNote: text(),
    contactsShared: boolean().notNull().default(false),
    /** the side that acted last: in contact, the other one is awaited */
    lastSide: word(leadSides).notNull().default('buyer'),
    /** since when the side whose turn it is has been awaited */
    waitingSince: now(),
    /** the working days of this waiting after which somebody was last reminded of it; 0 for nobody yet */
    remindedDays: integer().notNull().default(0),
    /** when the authority's staff were last told that it waits */
    bureauToldAt: instant(),
    version: integer().notNull().default(1),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('leads_code').on(t.code),
    uniqueIndex('leads_one_open')
      .on(t.buyerId, t.enterpriseId, t.subjectKey)
      .where(sql.raw(`"state" in (${openWords})`)),
    oneOf('leads_state_ck', t.state, leadStates),
    oneOf('leads_origin_ck', t.origin, leadOrigins),
    check('leads_sides_ck', sql`${t.buyerId} <> ${t.enterpriseId}`),
    check('leads_quantity_ck', sql`${t.quantity} is null or ${t.quantity} > 0`),
    index('leads_buyer_idx').on(t.buyerId, t.state),
    index('leads_enterprise_idx').on(t.enterpriseId, t.state),
    index('leads_product_idx').on(t.productId),
  ],
);

export const leadEvents = table(
  'lead_events',
  {
    id: id(),
    leadId: ref(() => leads.id).notNull(),
    kind: word(leadEventKinds).notNull(),
    side: word(leadSides).notNull(),
    actorId: ref(() => users.id),
    fromState: text(),
    toState: text(),
    body: text(),
    data: json<Record<string, unknown>>().notNull().default({}),
    at: now(),
  },
  (t) => [
    oneOf('lead_events_kind_ck', t.kind, leadEventKinds),
    oneOf('lead_events_side_ck', t.side, leadSides),
    index('lead_events_lead_idx').on(t.leadId, t.at),
  ],
);

/** Use at one site within a lead, with a dated result. */
export const trials = table(
  'trials',
  {
    id: id(),
    leadId: ref(() => leads.id).notNull(),
    productId: ref(() => products.id).notNull(),
    buyerId: ref(() => organisations.id).notNull(),
    site: text().notNull(),
    startedOn: day().notNull(),
    endedOn: day(),
    result: word(trialResults),
    note: text(),
    createdAt: now(),
  },
  (t) => [
    check(
      'trials_result_ck',
      sql`${t.result} is null or (${t.result} in ('passed', 'failed') and ${t.endedOn} is not null)`,
    ),
    index('trials_product_idx').on(t.productId),
    index('trials_lead_idx').on(t.leadId),
  ],
);

/** A dated procurement fact. First purchase and first use are computed from these, never ticked. */
export const purchases = table(
  'purchases',
  {
    id: id(),
    code: text().notNull(),
    leadId: ref(() => leads.id),
    buyerId: ref(() => organisations.id).notNull(),
    enterpriseId: ref(() => organisations.id).notNull(),
    productId: ref(() => products.id).notNull(),
    productVersion: integer().notNull(),
    state: word(purchaseStates).notNull(),
    method: text().notNull(),
    quantity: integer(),
    unit: text(),
    amount: money().notNull(),
    contractNumber: text().notNull(),
    contractedOn: day().notNull(),
    /** how the contract names product and producer; null where nobody said */
    productName: text(),
    producerName: text(),
    acceptedOn: day(),
    acceptanceEvidence: text(),
    confirmation: word(confirmations).notNull().default('unconfirmed'),
    confirmedAt: instant(),
    /** until when the enterprise is asked to confirm it; silence stays unconfirmed */
    confirmByOn: day(),
    disputeNote: text(),
    recordedById: ref(() => users.id).notNull(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('purchases_code').on(t.code),
    oneOf('purchases_state_ck', t.state, purchaseStates),
    oneOf('purchases_confirmation_ck', t.confirmation, confirmations),
    check('purchases_amount_ck', sql`${t.amount} > 0`),
    check('purchases_accepted_ck', sql`${t.state} <> 'accepted' or ${t.acceptedOn} is not null`),
    uniqueIndex('purchases_lead')
      .on(t.leadId)
      .where(sql`${t.leadId} is not null`),
    index('purchases_product_idx').on(t.productId, t.contractedOn),
  ],
);

/** Who did what to which thing; rows are never changed (a trigger refuses). */
export const audit = table(
  'audit',
  {
    id: id(),
    at: now(),
    userId: ref(() => users.id),
    organisationId: ref(() => organisations.id),
    action: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    data: json<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index('audit_at_idx').on(t.at), index('audit_subject_idx').on(t.subject, t.subjectId)],
);

/** What the search index has still to learn: written in the same unit of work as the change. */
export const searchOutbox = table(
  'search_outbox',
  {
    seq: serial(),
    type: word(searchTypes).notNull(),
    entityId: text().notNull(),
    attempts: integer().notNull().default(0),
    notBefore: instant(),
    failure: text(),
    /** its words are stored: it only waits for the engine */
    wordsStored: boolean().notNull().default(false),
    /** the process that has it in hand, and until when nobody else may take it */
    claimedBy: text(),
    claimedUntil: instant(),
    createdAt: now(),
  },
  (t) => [
    oneOf('search_outbox_type_ck', t.type, searchTypes),
    index('search_outbox_entity_idx').on(t.type, t.entityId),
  ],
);

/** The words of each public item, for the search that the database answers when the engine is down. */
export const searchWords = table(
  'search_words',
  {
    /** explicit, because row numbers may change in VACUUM and the full-text table keeps them */
    seq: serial(),
    type: word(searchTypes).notNull(),
    entityId: text().notNull(),
    words: text().notNull(),
  },
  (t) => [unique('search_words_entity').on(t.type, t.entityId)],
);
