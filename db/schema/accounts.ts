import { sql } from 'drizzle-orm';
import {
  boolean,
  day,
  id,
  index,
  instant,
  integer,
  json,
  now,
  oneOf,
  ref,
  table,
  text,
  unique,
  uniqueIndex,
  word,
} from './kit';
import { organisationKinds, roles } from './words';

export const organisations = table(
  'organisations',
  {
    id: id(),
    code: text().notNull(),
    kind: word(organisationKinds).notNull(),
    name: text().notNull(),
    shortName: text().notNull(),
    /** 统一社会信用代码, GB 32100-2015 */
    creditCode: text(),
    /** 政府部门, 国有企业, 高等院校 … */
    category: text(),
    district: text(),
    zone: text(),
    industry: text(),
    /** 国民经济行业分类 GB/T 4754 */
    industryCode: text(),
    foundedYear: integer(),
    description: text(),
    qualifications: json<string[]>().notNull().default([]),
    isFictional: boolean().notNull().default(false),
    provenance: text(),
    contactName: text(),
    contactPhone: text(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('organisations_code').on(t.code),
    uniqueIndex('organisations_credit_code')
      .on(t.creditCode)
      .where(sql`${t.creditCode} is not null`),
    oneOf('organisations_kind_ck', t.kind, organisationKinds),
    index('organisations_kind_idx').on(t.kind, t.name),
  ],
);

export const users = table(
  'users',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    phone: text(),
    passwordHash: text().notNull(),
    /** the language in which this person last used the site, for mails; null before the first sign-in */
    locale: text(),
    isActive: boolean().notNull().default(true),
    createdAt: now(),
  },
  (t) => [unique('users_email').on(t.email)],
);

export const memberships = table(
  'memberships',
  {
    id: id(),
    userId: ref(() => users.id, 'cascade').notNull(),
    organisationId: ref(() => organisations.id).notNull(),
    role: word(roles).notNull(),
    createdAt: now(),
  },
  (t) => [
    unique('memberships_user_organisation').on(t.userId, t.organisationId),
    oneOf('memberships_role_ck', t.role, roles),
  ],
);

/** `id` is the SHA-256 of the cookie's token: a copy of the table opens no session. */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    membershipId: ref(() => memberships.id, 'cascade').notNull(),
    createdAt: now(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('sessions_expires_idx').on(t.expiresAt)],
);

/** Policies that say why a buyer may buy: data with a source and a date. */
export const policies = table(
  'policies',
  {
    id: id(),
    code: text().notNull(),
    title: text().notNull(),
    documentNumber: text(),
    issuer: text().notNull(),
    issuedOn: text().notNull(),
    validUntilOn: day(),
    /** What it lets a buyer do, in one line */
    point: text().notNull(),
    summary: text().notNull(),
    sourceUrl: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [unique('policies_code').on(t.code)],
);

/** 政府采购品目分类目录 2022 */
export const procurementItems = table(
  'procurement_items',
  { code: text().primaryKey(), name: text().notNull(), level: integer().notNull(), parent: text() },
  (t) => [index('procurement_items_parent_idx').on(t.parent)],
);
