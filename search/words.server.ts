import { and, eq, inArray } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { countSearchChange } from '#db/outbox.server';
import { searchWords } from '#db/schema';
import type { Item, ItemType } from './item.server';
import { loadedVocabulary, vocabularyKept } from './vocabulary.server';

/**
 * Brings the stored words of these ids up to date in one unit of work: what is public is written, what is not is
 * removed. The vocabulary in memory follows.
 */
export async function storeWords(
  type: ItemType,
  ids: readonly string[],
  items: readonly Item[],
): Promise<void> {
  const now = new Map(items.map((item) => [item.id, item]));
  const before = await write(async (tx) => {
    const mine = and(eq(searchWords.type, type), inArray(searchWords.entityId, [...ids]));
    const rows = await tx
      .select({ id: searchWords.entityId, words: searchWords.words })
      .from(searchWords)
      .where(mine);
    const stored = new Map(rows.map((row) => [row.id, row.words]));
    const fresh = [...now.values()]
      .map(({ id, words }) => ({ type, entityId: id, words: words.join(' ') }))
      .filter(({ entityId, words }) => stored.get(entityId) !== words);
    const replaced = new Set(fresh.map((row) => row.entityId));
    const gone = [...stored.keys()].filter((id) => replaced.has(id) || !now.has(id));
    if (gone.length) await tx.delete(searchWords).where(and(mine, inArray(searchWords.entityId, gone)));
    // rows of new numbers: by the numbers other processes see that their vocabulary is old
    if (fresh.length) await tx.insert(searchWords).values(fresh);
    await countSearchChange(tx);
    return stored;
  });
  const vocabulary = loadedVocabulary();
  if (vocabulary) {
    for (const id of new Set(ids)) {
      const item = now.get(id);
      vocabulary.replace(before.get(id)?.split(' '), item?.words);
      if (item) vocabulary.name(type, id, item);
      else vocabulary.forget(id);
    }
  }
  await vocabularyKept();
}

/** Removes stored words of items that are no longer public; returns how many. */
export async function sweepWords(
  type: ItemType,
  published: (ids: string[]) => Promise<Map<string, unknown>>,
): Promise<number> {
  const rows = await db
    .select({ id: searchWords.entityId })
    .from(searchWords)
    .where(eq(searchWords.type, type));
  let swept = 0;
  for (let at = 0; at < rows.length; at += 500) {
    const ids = rows.slice(at, at + 500).map((row) => row.id);
    const there = await published(ids);
    const gone = ids.filter((id) => !there.has(id));
    if (gone.length) await storeWords(type, gone, []);
    swept += gone.length;
  }
  return swept;
}
