import { asc } from 'drizzle-orm';
import { db } from '#db/client.server';
import { policies } from '#db/schema';
import { kept } from '../kept.server';

export type PublicPolicy = Awaited<ReturnType<typeof listPolicies>>[number];

// The same few rows on every product page.
const rows = kept(() => db.select().from(policies).orderBy(asc(policies.position), asc(policies.code)));

/** The policies that say why a buyer may buy, in their order, each with its source; `inForce` on `todayOn`. */
export async function listPolicies(todayOn: string) {
  return (await rows.read()).map((row) => ({
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
