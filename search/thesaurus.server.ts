import { readFileSync } from 'node:fs';
import { fold } from './text.server';
import { Thesaurus } from './synonyms';

/** The groups that are published now. */
export function publishedThesaurus(): Promise<Thesaurus> {
  const groups = JSON.parse(readFileSync('db/world/vocabulary.json', 'utf8')) as {
    terms: string[];
    narrower: string[];
  }[];
  return Promise.resolve(
    new Thesaurus(groups.map((one) => ({ terms: one.terms.map(fold), related: one.narrower.map(fold) }))),
  );
}
