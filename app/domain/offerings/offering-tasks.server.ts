import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { nullsFirst } from '#db/order';
import { offerings, products } from '#db/schema';
import { addDays } from '~/domain/calendar';

/** Days before its last day on which terms begin to count as about to end. */
export const endingSoonDays = 14;

/** Public products of the organisation without terms (`untilOn` is null) or whose terms end soon or have ended. */
export const listOfferingTasks = async (organisationId: string, todayOn: string) =>
  offeringTasks(organisationId, todayOn);

/** The same as a query, for whoever counts them. */
export function offeringTasks(organisationId: string, todayOn: string) {
  return db
    .select({
      code: products.code,
      name: products.name,
      offeringCode: offerings.code,
      untilOn: offerings.validUntilOn,
    })
    .from(products)
    .leftJoin(offerings, and(eq(offerings.productId, products.id), eq(offerings.state, 'published')))
    .where(
      and(
        eq(products.organisationId, organisationId),
        eq(products.state, 'published'),
        or(isNull(offerings.id), lte(offerings.validUntilOn, addDays(todayOn, endingSoonDays))),
      ),
    )
    .orderBy(nullsFirst(offerings.validUntilOn), products.code);
}
