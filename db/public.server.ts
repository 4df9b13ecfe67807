import { and, eq, exists, inArray, isNull, or } from 'drizzle-orm';
import { db } from './client.server';
import {
  intentions,
  organisations,
  products,
  publications,
  publicScenarioStates,
  recognitions,
  scenarios,
} from './schema';

/** Of decisions that stand in no catalogue, or in a published one: those of others are nobody's business yet. */
export const isIssued = () =>
  or(
    isNull(recognitions.publicationId),
    inArray(
      recognitions.publicationId,
      db.select({ id: publications.id }).from(publications).where(eq(publications.state, 'published')),
    ),
  );

/** Of organisations with a product, a scenario or an intention that everybody may read. */
export const hasSomethingPublic = () =>
  or(
    exists(
      db
        .select({ id: products.id })
        .from(products)
        .where(and(eq(products.organisationId, organisations.id), eq(products.state, 'published'))),
    ),
    exists(
      db
        .select({ id: scenarios.id })
        .from(scenarios)
        .where(
          and(eq(scenarios.ownerId, organisations.id), inArray(scenarios.state, [...publicScenarioStates])),
        ),
    ),
    exists(db.select({ id: intentions.id }).from(intentions).where(eq(intentions.buyerId, organisations.id))),
  );
