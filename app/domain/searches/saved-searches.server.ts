import { randomBytes } from 'node:crypto';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { savedSearches, savedSearchHits, users } from '#db/schema';
import type { Found } from '#search/find.server';
import type { Viewer } from '../accounts/sessions.server';
import { hitIds } from '../search/search.server';
import type { SearchQuery } from '../search/search-query';
import {
  mostSavedHits,
  mostSavedSearches,
  nextLook,
  savedQueryText,
  type AlertFrequency,
} from './saved-search';

const token = () => randomBytes(24).toString('base64url');

export type Saved =
  { ok: true; already: boolean } | { ok: false; reason: 'too_many' | 'too_wide'; found: number };

/**
 * Keeps a search for a person, with all that it finds now as known. The same search twice changes the first one.
 * Refused when the person keeps too many (50), or it finds too much (1,000) for news of it to mean anything.
 */
export async function saveSearch(
  viewer: Viewer,
  query: SearchQuery,
  { label, frequency, locale }: { label: string; frequency: AlertFrequency; locale: string },
  most = { hits: mostSavedHits, searches: mostSavedSearches },
): Promise<Saved> {
  const { ids, total, partly } = await hitIds(query, most.hits);
  if (total > most.hits) return { ok: false, reason: 'too_wide', found: total };
  const search = { type: query.type, query: savedQueryText(query) };
  const wanted = { label, frequency, locale, nextAt: nextLook(frequency, new Date()) };
  const mine = and(
    eq(savedSearches.userId, viewer.userId),
    eq(savedSearches.type, search.type),
    eq(savedSearches.query, search.query),
  );
  return write(async (tx) => {
    const changed = await tx
      .update(savedSearches)
      .set(wanted)
      .where(mine)
      .returning({ id: savedSearches.id });
    if (changed.length > 0) return { ok: true, already: true };
    const kept = await tx.$count(savedSearches, eq(savedSearches.userId, viewer.userId));
    if (kept >= most.searches) return { ok: false, reason: 'too_many', found: kept };
    const [saved] = await tx
      .insert(savedSearches)
      .values({ ...search, ...wanted, userId: viewer.userId, feedToken: token(), stopToken: token() })
      .returning({ id: savedSearches.id });
    await rememberHits(saved!.id, { ids, partly });
    return { ok: true, already: false };
  });
}

/** Notes these items as found by the search; returns those that were not known before. `isTold` false: a mail is to tell of them. */
export const rememberHits = (
  savedSearchId: string,
  { ids, partly }: Pick<Found, 'ids' | 'partly'>,
  isTold = true,
): Promise<string[]> =>
  write(async (tx) => {
    const fresh: string[] = [];
    // Both engines limit how many values one statement takes.
    for (let from = 0; from < ids.length; from += 200) {
      const rows = await tx
        .insert(savedSearchHits)
        .values(
          ids.slice(from, from + 200).map((itemId) => ({
            savedSearchId,
            itemId,
            isTold,
            isPartly: partly[itemId] !== undefined,
          })),
        )
        .onConflictDoNothing()
        .returning({ itemId: savedSearchHits.itemId });
      fresh.push(...rows.map(({ itemId }) => itemId));
    }
    return fresh;
  });

/**
 * The searches that a person keeps, the newest first, with how many items each has found so far, how many of these met
 * all that was asked, and of how many that is known.
 */
export const listSavedSearches = (viewer: Viewer) =>
  db
    .select({
      id: savedSearches.id,
      label: savedSearches.label,
      type: savedSearches.type,
      query: savedSearches.query,
      frequency: savedSearches.frequency,
      feedToken: savedSearches.feedToken,
      createdAt: savedSearches.createdAt,
      found: count(savedSearchHits.itemId),
      whole: sql<number>`count(case when ${eq(savedSearchHits.isPartly, false)} then 1 end)`.mapWith(Number),
      known: count(savedSearchHits.isPartly),
    })
    .from(savedSearches)
    .leftJoin(savedSearchHits, eq(savedSearchHits.savedSearchId, savedSearches.id))
    .where(eq(savedSearches.userId, viewer.userId))
    .groupBy(savedSearches.id)
    .orderBy(desc(savedSearches.createdAt), desc(savedSearches.id));

const own = (viewer: Viewer, id: string) =>
  and(eq(savedSearches.id, id), eq(savedSearches.userId, viewer.userId));

/** Sets how often mail comes; false when the person keeps no such search. */
export const setAlertFrequency = (viewer: Viewer, id: string, frequency: AlertFrequency): Promise<boolean> =>
  write(async (tx) => {
    const set = { frequency, nextAt: nextLook(frequency, new Date()) };
    const rows = await tx
      .update(savedSearches)
      .set(set)
      .where(own(viewer, id))
      .returning({ id: savedSearches.id });
    return rows.length > 0;
  });

/** Forgets a search and what it found; one that is not there is no error. */
export const removeSavedSearch = (viewer: Viewer, id: string): Promise<void> =>
  write(async (tx) => void (await tx.delete(savedSearches).where(own(viewer, id))));

/** What a link for stopping mails is about, or undefined when no such search is kept any more. */
export async function findByStopToken(stopToken: string) {
  const [found] = await db
    .select({ label: savedSearches.label, frequency: savedSearches.frequency })
    .from(savedSearches)
    .where(eq(savedSearches.stopToken, stopToken));
  return found;
}

/** Stops the mails of the search that the link is about; false when there is none. */
export const stopAlerts = (stopToken: string): Promise<boolean> =>
  write(async (tx) => {
    const rows = await tx
      .update(savedSearches)
      .set({ frequency: 'off', nextAt: null })
      .where(eq(savedSearches.stopToken, stopToken))
      .returning({ id: savedSearches.id });
    return rows.length > 0;
  });

/** The address that mails go to: of the person, never typed anew. */
export async function mailAddressOf(viewer: Viewer): Promise<string> {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, viewer.userId));
  return user!.email;
}
