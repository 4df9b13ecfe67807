import { sql } from 'drizzle-orm';
import { organisations, procurementItems, users } from './accounts';
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
  primaryKey,
  ref,
  table,
  text,
  unique,
  uniqueIndex,
  word,
} from './kit';
import {
  deadlineGranularities,
  offeringStates,
  productKinds,
  productStates,
  publicationKinds,
  publicationStates,
  recognitionStates,
  responseStates,
  scenarioStates,
  trialPolicies,
} from './words';

export type Specification = {
  name: string;
  value: string;
  unit: string;
  domestic?: string;
  foreign?: string;
};
export type Resource = { kind: string; text: string };

export const publications = table(
  'publications',
  {
    id: id(),
    code: text().notNull(),
    kind: word(publicationKinds).notNull(),
    year: integer().notNull(),
    sequence: integer().notNull(),
    title: text().notNull(),
    documentNumber: text(),
    authority: text().notNull(),
    issuedOn: day().notNull(),
    validUntilOn: day(),
    state: word(publicationStates).notNull().default('draft'),
    authorId: ref(() => users.id),
    publishedById: ref(() => users.id),
    publishedAt: instant(),
    provenance: text(),
    version: integer().notNull().default(1),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('publications_code').on(t.code),
    unique('publications_sequence').on(t.kind, t.year, t.sequence),
    oneOf('publications_kind_ck', t.kind, publicationKinds),
    oneOf('publications_state_ck', t.state, publicationStates),
    check('publications_year_ck', sql`${t.year} between 2000 and 2100 and ${t.sequence} between 1 and 99`),
    check(
      'publications_publisher_ck',
      sql`${t.publishedById} is null or ${t.authorId} is null or ${t.publishedById} <> ${t.authorId}`,
    ),
    check('publications_published_ck', sql`${t.state} <> 'published' or ${t.publishedAt} is not null`),
    index('publications_issued_idx').on(t.issuedOn),
  ],
);

export const scenarios = table(
  'scenarios',
  {
    id: id(),
    code: text().notNull(),
    publicationId: ref(() => publications.id),
    rowNumber: integer(),
    title: text().notNull(),
    category: text().notNull(),
    /** 综合性重大场景, 行业领域集成式场景, 高价值小切口场景 (国办发〔2025〕37号) */
    scale: text(),
    ownerId: ref(() => organisations.id).notNull(),
    supervisingDepartment: text(),
    district: text(),
    zone: text(),
    site: text(),
    background: text().notNull(),
    outcome: text(),
    requirements: json<string[]>().notNull().default([]),
    resources: json<Resource[]>().notNull().default([]),
    /** null is 待定, which is not 0 */
    budget: money(),
    fundingSource: text(),
    cooperationMode: text(),
    period: text(),
    expectedEffect: text(),
    openOn: day(),
    deadlineOn: day(),
    deadlineGranularity: word(deadlineGranularities).notNull().default('day'),
    contactDepartment: text(),
    contactName: text(),
    contactPhone: text(),
    isMajorDemonstration: boolean().notNull().default(false),
    state: word(scenarioStates).notNull().default('draft'),
    stateReason: text(),
    authorId: ref(() => users.id),
    publishedById: ref(() => users.id),
    publishedAt: instant(),
    provenance: text(),
    version: integer().notNull().default(1),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('scenarios_code').on(t.code),
    uniqueIndex('scenarios_row')
      .on(t.publicationId, t.rowNumber)
      .where(sql`${t.rowNumber} is not null`),
    oneOf('scenarios_state_ck', t.state, scenarioStates),
    oneOf('scenarios_granularity_ck', t.deadlineGranularity, deadlineGranularities),
    check('scenarios_budget_ck', sql`${t.budget} is null or ${t.budget} > 0`),
    check(
      'scenarios_publisher_ck',
      sql`${t.publishedById} is null or ${t.authorId} is null or ${t.publishedById} <> ${t.authorId}`,
    ),
    index('scenarios_state_idx').on(t.state, t.deadlineOn),
    index('scenarios_owner_idx').on(t.ownerId),
  ],
);

export const products = table(
  'products',
  {
    id: id(),
    code: text().notNull(),
    organisationId: ref(() => organisations.id).notNull(),
    name: text().notNull(),
    model: text(),
    kind: word(productKinds).notNull(),
    industry: text().notNull(),
    procurementItemCode: ref(() => procurementItems.code),
    /** whole set, single unit or key component */
    composition: text(),
    summary: text().notNull(),
    innovation: text(),
    specifications: json<Specification[]>().notNull().default([]),
    /** technology readiness level 1–9, GB/T 22900 */
    trl: integer(),
    maturity: text(),
    inventionPatents: integer(),
    utilityModels: integer(),
    softwareCopyrights: integer(),
    intendedCategories: json<string[]>().notNull().default([]),
    /** what buyers call it beside its name: 俗称, 简称 */
    aliases: json<string[]>().notNull().default([]),
    englishName: text(),
    keywords: json<string[]>().notNull().default([]),
    state: word(productStates).notNull().default('draft'),
    authorId: ref(() => users.id),
    publishedAt: instant(),
    provenance: text(),
    note: text(),
    version: integer().notNull().default(1),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('products_code').on(t.code),
    oneOf('products_kind_ck', t.kind, productKinds),
    oneOf('products_state_ck', t.state, productStates),
    check('products_trl_ck', sql`${t.trl} is null or ${t.trl} between 1 and 9`),
    index('products_organisation_idx').on(t.organisationId),
    index('products_state_idx').on(t.state, t.publishedAt),
  ],
);

/** What a product said at one version: leads and purchases point here. */
export const productVersions = table(
  'product_versions',
  {
    productId: ref(() => products.id, 'cascade').notNull(),
    version: integer().notNull(),
    content: json<Record<string, unknown>>().notNull(),
    createdAt: now(),
  },
  (t) => [primaryKey({ name: 'product_versions_pk', columns: [t.productId, t.version] })],
);

/** Scenarios a product is meant for, as its maker or the catalogue says. */
export const productScenarios = table(
  'product_scenarios',
  {
    productId: ref(() => products.id, 'cascade').notNull(),
    scenarioId: ref(() => scenarios.id, 'cascade').notNull(),
  },
  (t) => [
    primaryKey({ name: 'product_scenarios_pk', columns: [t.productId, t.scenarioId] }),
    index('product_scenarios_scenario_idx').on(t.scenarioId),
  ],
);

export const recognitions = table(
  'recognitions',
  {
    id: id(),
    productId: ref(() => products.id).notNull(),
    publicationId: ref(() => publications.id),
    rowNumber: integer(),
    kind: word(productKinds).notNull(),
    level: text().notNull(),
    authority: text().notNull(),
    documentNumber: text(),
    certificateNumber: text(),
    validFromOn: day().notNull(),
    validUntilOn: day().notNull(),
    state: word(recognitionStates).notNull(),
    provenance: text(),
    createdAt: now(),
  },
  (t) => [
    oneOf('recognitions_kind_ck', t.kind, productKinds),
    oneOf('recognitions_state_ck', t.state, recognitionStates),
    check('recognitions_window_ck', sql`${t.validUntilOn} >= ${t.validFromOn}`),
    unique('recognitions_decision').on(t.productId, t.publicationId),
    index('recognitions_publication_idx').on(t.publicationId, t.rowNumber),
  ],
);

export const offerings = table(
  'offerings',
  {
    id: id(),
    code: text().notNull(),
    productId: ref(() => products.id).notNull(),
    organisationId: ref(() => organisations.id).notNull(),
    priceMin: money().notNull(),
    priceMax: money().notNull(),
    priceUnit: text().notNull(),
    leadTimeDays: integer(),
    trialPolicy: word(trialPolicies),
    trialNote: text(),
    warranty: text(),
    serviceAreas: json<string[]>().notNull().default([]),
    capacity: text(),
    validUntilOn: day(),
    state: word(offeringStates).notNull().default('published'),
    version: integer().notNull().default(1),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('offerings_code').on(t.code),
    uniqueIndex('offerings_current')
      .on(t.productId)
      .where(sql`${t.state} = 'published'`),
    oneOf('offerings_state_ck', t.state, offeringStates),
    check('offerings_price_ck', sql`${t.priceMin} > 0 and ${t.priceMax} >= ${t.priceMin}`),
    index('offerings_organisation_idx').on(t.organisationId),
  ],
);

export const responses = table(
  'responses',
  {
    id: id(),
    code: text().notNull(),
    scenarioId: ref(() => scenarios.id).notNull(),
    offeringId: ref(() => offerings.id).notNull(),
    productId: ref(() => products.id).notNull(),
    organisationId: ref(() => organisations.id).notNull(),
    message: text().notNull(),
    state: word(responseStates).notNull().default('submitted'),
    authorId: ref(() => users.id).notNull(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('responses_code').on(t.code),
    uniqueIndex('responses_once')
      .on(t.scenarioId, t.productId)
      .where(sql`${t.state} = 'submitted'`),
    oneOf('responses_state_ck', t.state, responseStates),
    index('responses_organisation_idx').on(t.organisationId),
  ],
);

export const intentions = table(
  'intentions',
  {
    id: id(),
    code: text().notNull(),
    buyerId: ref(() => organisations.id).notNull(),
    title: text().notNull(),
    procurementItemCode: ref(() => procurementItems.code),
    quantity: integer(),
    unit: text(),
    budget: money(),
    /** YYYY-MM */
    expectedMonth: text(),
    method: text(),
    scenarioId: ref(() => scenarios.id),
    /** 采购意向, 招标公告, 成交公告 */
    stage: text().notNull(),
    provenance: text(),
    publishedAt: now(),
  },
  (t) => [unique('intentions_code').on(t.code), index('intentions_month_idx').on(t.expectedMonth)],
);
