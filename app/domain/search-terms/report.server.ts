import { and, desc, eq, gte, inArray, sql, sum } from 'drizzle-orm';
import { db } from '#db/client.server';
import {
  organisations,
  products,
  publications,
  publicScenarioStates,
  scenarios,
  searchOpens,
  searchTerms,
} from '#db/schema';
import type { CountedType } from '#db/schema/words';
import { addDays, todayOn } from '../calendar';
import { leastAskers, type ReportPeriod } from './search-term';

export type TermCount = { term: string; searches: number; foundNothing: number; opened: number };
export type OpenCount = { code: string; title: string; opened: number };
export type SearchTermsReport = {
  /** the first day that is counted */
  sinceOn: string;
  searches: number;
  foundNothing: number;
  asked: TermCount[];
  unmet: TermCount[];
  opened: OpenCount[];
};

const most = 50;
const isOfSeveral = sql`max(${searchTerms.askers}) >= ${leastAskers}`;

/**
 * What was searched for in the last so many days: the words asked for most, those that found nothing (unmet demand),
 * and what was opened out of results; at most 50 each. Words of fewer than `leastAskers` on a day
 * are left out. Four statements.
 */
export async function searchTermsReport(
  type: CountedType,
  days: ReportPeriod,
  today = todayOn(),
): Promise<SearchTermsReport> {
  const sinceOn = addDays(today, 1 - days);
  const period = and(eq(searchTerms.type, type), gte(searchTerms.on, sinceOn));
  const [total] = await db
    .select({ searches: sum(searchTerms.searches), foundNothing: sum(searchTerms.foundNothing) })
    .from(searchTerms)
    .where(period);
  const searches = sql<number>`sum(${searchTerms.searches})`.mapWith(Number);
  const foundNothing = sql<number>`sum(${searchTerms.foundNothing})`.mapWith(Number);
  const counted = () =>
    db
      .select({
        term: searchTerms.term,
        searches,
        foundNothing,
        opened: sql<number>`sum(${searchTerms.opened})`.mapWith(Number),
      })
      .from(searchTerms)
      .where(period)
      .groupBy(searchTerms.term);
  const asked = await counted().having(isOfSeveral).orderBy(desc(searches), searchTerms.term).limit(most);
  const unmet = await counted()
    .having(and(isOfSeveral, sql`max(${searchTerms.foundNothing}) >= ${leastAskers}`))
    .orderBy(desc(foundNothing), searchTerms.term)
    .limit(most);
  return {
    sinceOn,
    searches: Number(total?.searches ?? 0),
    foundNothing: Number(total?.foundNothing ?? 0),
    asked,
    unmet,
    opened: await openedSince(type, sinceOn),
  };
}

/** Where the names of each type stand, and which of them are public. */
const named = {
  product: { table: products, title: products.name, isPublic: eq(products.state, 'published') },
  scenario: {
    table: scenarios,
    title: scenarios.title,
    isPublic: inArray(scenarios.state, [...publicScenarioStates]),
  },
  publication: {
    table: publications,
    title: publications.title,
    isPublic: eq(publications.state, 'published'),
  },
  organisation: { table: organisations, title: organisations.name, isPublic: undefined },
} as const;

/** What was opened most and is public now, with its name. */
async function openedSince(type: CountedType, sinceOn: string): Promise<OpenCount[]> {
  const opened = sql<number>`sum(${searchOpens.opened})`.mapWith(Number);
  const { table, title, isPublic } = named[type];
  return db
    .select({ code: searchOpens.code, opened, title: title as typeof products.name })
    .from(searchOpens)
    .innerJoin(table, and(eq(table.code, searchOpens.code), isPublic))
    .where(and(eq(searchOpens.type, type), gte(searchOpens.on, sinceOn)))
    .groupBy(searchOpens.code, title)
    .orderBy(desc(opened), searchOpens.code)
    .limit(most);
}
