import { and, eq, gte, isNull, or } from 'drizzle-orm';
import { offerings, products } from '#db/schema';

/** Joins a product with its terms as long as they hold: published, and their last day has not passed on `todayOn`. */
export const currentOffering = (todayOn: string) =>
  and(
    eq(offerings.productId, products.id),
    eq(offerings.state, 'published'),
    or(isNull(offerings.validUntilOn), gte(offerings.validUntilOn, todayOn)),
  );
