import { asc } from 'drizzle-orm';
import { db } from '#db/client.server';
import { policies } from '#db/schema';

export type PublicPolicy = Awaited<ReturnType<typeof listPolicies>>[number];

/** The policies that say why a buyer may buy, in their order, each with its source; `inForce` on `todayOn`. */
export async function listPolicies(todayOn: string) {
  const rows = await db.select().from(policies).orderBy(asc(policies.position), asc(policies.code));
  return rows.map((row) => ({
    code: row.code,
    title: row.title,
    documentNumber: row.documentNumber,
    issuer: row.issuer,
    /** A day, or a month where the day is not recorded. */
    issuedOn: row.issuedOn,
    validUntilOn: row.validUntilOn,
    point: row.point,
    summary: row.summary,
    sourceUrl: row.sourceUrl,
    inForce: !row.validUntilOn || todayOn <= row.validUntilOn,
  }));
}
