/** Which words an item has to hold: the one description that engine, database and tests all answer. */
export type Wanted = { word: string } | { all: Wanted[] } | { any: Wanted[] };

const safe = (word: string) => word.replace(/[^\p{sc=Han}a-z0-9]/gu, '');

function serialise(wanted: Wanted, leaf: (word: string) => string, and: string, or: string): string {
  if ('word' in wanted) return leaf(safe(wanted.word));
  const parts = 'all' in wanted ? wanted.all : wanted.any;
  const texts = parts.map((part) => serialise(part, leaf, and, or));
  return texts.length === 1 ? texts[0]! : `(${texts.join('all' in wanted ? and : or)})`;
}

/** A filter expression of Meilisearch over all words of an item, or over those of its name. */
export const asEngineFilter = (wanted: Wanted, attribute: 'words' | 'named' = 'words') =>
  serialise(wanted, (word) => `${attribute} = "${word}"`, ' AND ', ' OR ');
/** A MATCH expression of SQLite's FTS5. */
export const asFts5 = (wanted: Wanted) => serialise(wanted, (word) => `"${word}"`, ' AND ', ' OR ');
/** A tsquery of PostgreSQL. */
export const asTsquery = (wanted: Wanted) => serialise(wanted, (word) => `'${word}'`, ' & ', ' | ');

/** Whether a set of words satisfies it. */
export function satisfies(words: ReadonlySet<string>, wanted: Wanted): boolean {
  if ('word' in wanted) return words.has(wanted.word);
  if ('all' in wanted) return wanted.all.every((part) => satisfies(words, part));
  return wanted.any.some((part) => satisfies(words, part));
}
