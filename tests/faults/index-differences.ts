import { createHash } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { documentOf } from '#search/document.server';
import { allSources } from '#search/sources.server';

const batch = 500;

/** The same text for the same content, whatever the order of its keys. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, canonical(one)]),
  );
}
const hash = (document: object) =>
  createHash('sha256')
    .update(JSON.stringify(canonical(document)))
    .digest('hex');

/**
 * What the search engine's documents and the database's public items do not have in common, by id and by the hash of
 * their content; and how many documents there are. Reads the database of this process's DATA_DIR.
 */
export async function indexDifferences({ host, key }: { host: string; key: string }) {
  const client = new Meilisearch({ host, apiKey: key });
  const differences: string[] = [];
  let documents = 0;
  for (const { index, type, idsAfter, items } of allSources) {
    const indexed = new Map<string, string>();
    for (let offset = 0; ; offset += batch) {
      const { results } = await client.index<{ id: string }>(index).getDocuments({ offset, limit: batch });
      for (const document of results) indexed.set(document.id, hash(document));
      if (results.length < batch) break;
    }
    documents += indexed.size;
    for (let after = ''; ;) {
      const ids = await idsAfter(after, batch);
      if (!ids.length) break;
      after = ids.at(-1)!;
      for (const item of await items(ids)) {
        if (!indexed.has(item.id)) differences.push(`${type} ${item.id} is missing in the index`);
        else if (indexed.get(item.id) !== hash(documentOf(item)))
          differences.push(`${type} ${item.id} is another in the index`);
        indexed.delete(item.id);
      }
    }
    for (const id of indexed.keys()) differences.push(`${type} ${id} is in the index only`);
  }
  return { differences, documents };
}
