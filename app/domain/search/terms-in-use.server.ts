import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, products, publicScenarioStates, scenarios } from '#db/schema';
import { kept } from '../kept.server';
import { openChoices, wordsOf, type TermsInUse } from './search-query';

const read = kept(async (): Promise<TermsInUse> => {
  const isPublic = eq(products.state, 'published');
  const isOpen = inArray(scenarios.state, [...publicScenarioStates]);
  const industry = await db.selectDistinct({ value: products.industry }).from(products).where(isPublic);
  const maturity = await db.selectDistinct({ value: products.maturity }).from(products).where(isPublic);
  const intended = await db
    .selectDistinct({ values: products.intendedCategories })
    .from(products)
    .where(isPublic);
  const category = await db.selectDistinct({ value: scenarios.category }).from(scenarios).where(isOpen);
  const district = await db
    .selectDistinct({ value: scenarios.district })
    .from(scenarios)
    .where(and(isOpen, isNotNull(scenarios.district)));
  const zone = await db.selectDistinct({ value: scenarios.zone }).from(scenarios).where(isOpen);
  const seats = await db
    .selectDistinct({ district: organisations.district, zone: organisations.zone })
    .from(organisations);
  const texts = (rows: { value: string | null }[]) => rows.flatMap(({ value }) => value ?? []);
  return {
    industry: texts(industry),
    maturity: texts(maturity),
    category: [...texts(category), ...new Set(intended.flatMap(({ values }) => values))],
    district: [...texts(district), ...seats.flatMap((seat) => seat.district ?? [])],
    zone: [...texts(zone), ...seats.flatMap((seat) => seat.zone ?? [])],
  };
});

/**
 * The words beside the domain's own that an address may use as conditions, because something public has them. They are
 * looked up only when the address has a word that is none of the domain's.
 */
export async function termsInUse(params: URLSearchParams): Promise<TermsInUse> {
  const foreign = openChoices.some((name) => {
    const known = wordsOf(name);
    return params.getAll(name).some((value) => value.trim() && !known.includes(value.trim()));
  });
  return foreign ? read.read() : {};
}
