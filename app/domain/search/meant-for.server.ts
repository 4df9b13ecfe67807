import { and, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { products, productScenarios, publicScenarioStates, scenarios } from '#db/schema';
import { find, type Found } from '#search/find.server';

/** So few products leave room for others that are meant for what the words describe. */
const few = 5;
const most = 8;

/**
 * A need that is told in a sentence is often a scenario's, while the products that answer it are written of in other
 * words (电压一闪就停机 is a scenario's trouble, a flywheel its remedy). Where the words find few products by themselves:
 * the scenario that they describe best, and the published products whose makers have named it as what they are for.
 */
export async function meantFor(
  q: string,
  found: Pick<Found, 'ids' | 'total' | 'inferred'>,
  by?: Found['engine'],
): Promise<{ code: string; title: string; ids: string[] } | undefined> {
  if (!q.trim() || found.total >= few || found.inferred.length > 0) return undefined;
  const [scenarioId] = (await find({ type: 'scenario', q, limit: 1, check: false, by })).ids;
  if (!scenarioId) return undefined;
  const rows = await db
    .select({ id: products.id, code: scenarios.code, title: scenarios.title })
    .from(productScenarios)
    .innerJoin(products, and(eq(products.id, productScenarios.productId), eq(products.state, 'published')))
    .innerJoin(scenarios, eq(scenarios.id, productScenarios.scenarioId))
    .where(and(eq(scenarios.id, scenarioId), inArray(scenarios.state, [...publicScenarioStates])))
    .orderBy(products.code);
  const others = rows.filter((row) => !found.ids.includes(row.id)).slice(0, most);
  const [first] = others;
  return first && { code: first.code, title: first.title, ids: others.map((row) => row.id) };
}
