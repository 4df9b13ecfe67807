import { createHash } from 'node:crypto';
import type { Item } from './item.server';
import type { Thesaurus } from './synonyms';
import { wordsOf } from './text.server';
import { startingGroups, thesaurusOf } from './thesaurus.server';

type Content = Omit<Item, 'title'>;
/**
 * What the engine holds of an item: `named` are the words of its name; `own` is 1 where that ends in a word of the
 * vocabulary that installations begin with; `mark` tells whether it is the same as the database's.
 */
export type Document = Content & { named: string[]; own: 0 | 1; mark: string };

let starting: Thesaurus | undefined;

const contentOf = ({ title: _, ...item }: Item): Content => item;

/** The same for the same item. Its words are not looked at: they follow from its text. */
export const fingerprint = ({ words: _, ...item }: Item) =>
  createHash('sha1').update(JSON.stringify(item)).digest('base64url').slice(0, 16);

export const documentOf = (item: Item): Document => ({
  ...contentOf(item),
  named: wordsOf(item.text.name, 'stored'),
  own: (starting ??= thesaurusOf(startingGroups)).knowsEnding(item.text.name) ? 1 : 0,
  mark: fingerprint(item),
});
