import { db } from '#db/client.server';
import { organisations, publications, scenarios } from '#db/schema';
import type { KnownWorld } from './world-file';

/** What the database has that a world file may point at or collide with. */
export async function readKnownWorld(): Promise<KnownWorld> {
  const there = await db
    .select({
      id: organisations.id,
      code: organisations.code,
      kind: organisations.kind,
      creditCode: organisations.creditCode,
    })
    .from(organisations);
  const opened = await db.select({ id: scenarios.id, code: scenarios.code }).from(scenarios);
  const lists = await db
    .select({ code: publications.code, provenance: publications.provenance })
    .from(publications);
  return {
    organisations: new Map(there.map((each) => [each.code, each])),
    scenarios: new Map(opened.map(({ code, id }) => [code, id])),
    creditCodes: new Map(there.flatMap(({ code, creditCode }) => (creditCode ? [[creditCode, code]] : []))),
    ownLists: new Set(lists.flatMap(({ code, provenance }) => (provenance === null ? [code] : []))),
  };
}
