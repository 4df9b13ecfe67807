import { and, asc, count, desc, eq, ne, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { contains } from '#db/like';
import { memberships, organisations, products, scenarios, users } from '#db/schema';
import type { organisationKinds } from '#db/schema/words';

export type OrganisationKind = (typeof organisationKinds)[number];
export const organisationPageSize = 30;

/** Organisations of one kind or all; `q` looks in names, codes and credit codes. */
export async function listOrganisationsForBureau(query: {
  kind?: OrganisationKind;
  q?: string;
  page: number;
}) {
  const { q } = query;
  const scope = q
    ? or(
        contains(organisations.name, q),
        contains(organisations.code, q),
        contains(organisations.creditCode, q),
      )
    : undefined;
  const rows = await db
    .select({
      code: organisations.code,
      name: organisations.name,
      kind: organisations.kind,
      category: organisations.category,
      district: organisations.district,
      zone: organisations.zone,
      creditCode: organisations.creditCode,
    })
    .from(organisations)
    .where(and(scope, query.kind && eq(organisations.kind, query.kind)))
    .orderBy(asc(organisations.kind), asc(organisations.code))
    .limit(organisationPageSize)
    .offset((query.page - 1) * organisationPageSize);
  const counts = await db
    .select({ kind: organisations.kind, n: count() })
    .from(organisations)
    .where(scope)
    .groupBy(organisations.kind);
  const kinds = Object.fromEntries(counts.map(({ kind, n }) => [kind, n])) as Partial<
    Record<OrganisationKind, number>
  >;
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  return { rows, kinds, all, total: query.kind ? (kinds[query.kind] ?? 0) : all };
}

/** One organisation with its facts, people, products or scenarios; undefined when there is none of that code. */
export async function findOrganisationForBureau(code: string) {
  const [found] = await db
    .select({
      id: organisations.id,
      code: organisations.code,
      kind: organisations.kind,
      name: organisations.name,
      shortName: organisations.shortName,
      creditCode: organisations.creditCode,
      category: organisations.category,
      district: organisations.district,
      zone: organisations.zone,
      industry: organisations.industry,
      industryCode: organisations.industryCode,
      foundedYear: organisations.foundedYear,
      description: organisations.description,
      qualifications: organisations.qualifications,
      contactName: organisations.contactName,
      contactPhone: organisations.contactPhone,
      provenance: organisations.provenance,
    })
    .from(organisations)
    .where(eq(organisations.code, code));
  if (!found) return undefined;
  const { id, ...organisation } = found;
  const members = await db
    .select({
      id: memberships.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      isActive: users.isActive,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, id))
    .orderBy(asc(users.name));
  return {
    ...organisation,
    members,
    products: organisation.kind === 'enterprise' ? await productsOf(id) : [],
    scenarios: organisation.kind === 'buyer' ? await scenariosOf(id) : [],
  };
}

const productsOf = (organisationId: string) =>
  db
    .select({ code: products.code, name: products.name, kind: products.kind, state: products.state })
    .from(products)
    .where(eq(products.organisationId, organisationId))
    .orderBy(asc(products.code))
    .limit(200);

const scenariosOf = (ownerId: string) =>
  db
    .select({
      code: scenarios.code,
      title: scenarios.title,
      state: scenarios.state,
      deadlineOn: scenarios.deadlineOn,
      deadlineGranularity: scenarios.deadlineGranularity,
    })
    .from(scenarios)
    .where(and(eq(scenarios.ownerId, ownerId), ne(scenarios.state, 'cancelled')))
    .orderBy(desc(scenarios.createdAt), asc(scenarios.code))
    .limit(200);
