import { desc, eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { savedSearches, savedSearchHits } from '#db/schema';
import { storageTrouble } from '#db/trouble.server';
import { siteUrl } from '~/env.server';
import * as m from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { paths } from '~/paths';
import { namedItems, partlyTexts } from './items.server';
import { findNews, findsAsUsual } from './news.server';
import { rememberHits } from './saved-searches.server';

const mostEntries = 50;

/**
 * What a saved search has found up to now, the newest first, however often mail comes, as an Atom feed (RFC 4287) of at most 50 entries; undefined when
 * no search has this token. Only what is public now is in it, and nothing of the person who saved the search.
 */
export async function searchFeed(feedToken: string): Promise<string | undefined> {
  const [search] = await db.select().from(savedSearches).where(eq(savedSearches.feedToken, feedToken));
  if (!search) return undefined;
  await takeUpNews(search);
  const hits = await db
    .select({ itemId: savedSearchHits.itemId, foundAt: savedSearchHits.foundAt })
    .from(savedSearchHits)
    .where(eq(savedSearchHits.savedSearchId, search.id))
    .orderBy(desc(savedSearchHits.foundAt), desc(savedSearchHits.itemId))
    .limit(mostEntries);
  const items = await namedItems(
    search.type,
    hits.map(({ itemId }) => itemId),
  );
  const foundAt = new Map(hits.map((hit) => [hit.itemId, hit.foundAt]));
  const site = siteUrl();
  const locale = isLocale(search.locale) ? search.locale : 'zh-CN';
  const self = site + paths.searchFeed(feedToken);
  const updated = hits[0]?.foundAt ?? search.createdAt;
  const partly = await partlyTexts(
    search,
    items.map(({ id }) => id),
    { locale },
  );
  const entries = items.map(
    ({ id, title, organisation, path }) => `
  <entry>
    <id>${escape(site + path)}</id>
    <title>${escape(title)}</title>
    <link href="${escape(site + path)}"/>
    <author><name>${escape(organisation)}</name></author>
    <updated>${(foundAt.get(id) ?? updated).toISOString()}</updated>${
      partly[id] ? `\n    <summary>${escape(partly[id])}</summary>` : ''
    }
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
  <id>${escape(self)}</id>
  <title>${escape(m.common_title({ page: search.label }, { locale }))}</title>
  <link rel="self" href="${escape(self)}"/>
  <updated>${updated.toISOString()}</updated>${entries.join('')}
</feed>
`;
}

/** Notes what the search finds now; the next mail tells of it all the same. A disk that is full keeps nobody from reading. */
async function takeUpNews(search: typeof savedSearches.$inferSelect) {
  if (!findsAsUsual()) return;
  const { fresh, partly } = await findNews(search);
  if (fresh.length === 0) return;
  try {
    await rememberHits(search.id, { ids: fresh, partly }, search.frequency === 'off');
  } catch (error) {
    if (!storageTrouble(error)) throw error;
  }
}

const escape = (text: string) =>
  text
    // Characters that XML does not allow at all.
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
