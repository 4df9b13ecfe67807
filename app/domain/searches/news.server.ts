import { eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { savedSearchHits, type savedSearches } from '#db/schema';
import { engineAbsent } from '#search/engine.server';
import { searchStatus, type Found } from '#search/find.server';
import { hitIds } from '../search/search.server';
import { mostSavedHits, readSavedQuery } from './saved-search';

/** False while the database stands in for the search engine: what it finds beside would pass for news. */
export const findsAsUsual = () => searchStatus() === 'up' || engineAbsent();

/** What a saved search finds now and has not found before with what each lacks, and what it has found that no mail has told of yet. */
export async function findNews(
  search: Pick<typeof savedSearches.$inferSelect, 'id' | 'type' | 'query'>,
): Promise<{ fresh: string[]; untold: string[]; partly: Found['partly'] }> {
  const { ids, partly } = await hitIds(readSavedQuery(search.type, search.query), mostSavedHits);
  const known = await db
    .select({ itemId: savedSearchHits.itemId, isTold: savedSearchHits.isTold })
    .from(savedSearchHits)
    .where(eq(savedSearchHits.savedSearchId, search.id));
  const before = new Set(known.map(({ itemId }) => itemId));
  return {
    fresh: ids.filter((id) => !before.has(id)),
    untold: known.filter((row) => !row.isTold).map((row) => row.itemId),
    partly,
  };
}
