import { fold } from './text.server';
import { vocabulary } from './vocabulary.server';

/**
 * Words of the field that go on as `q` begins, or are read like it, and that items hold: the most common first.
 * At most `limit`.
 */
export async function suggestTerms(q: string, limit = 3): Promise<string[]> {
  const typed = fold(q.slice(0, 60));
  if ([...typed].length < 1) return [];
  const words = await vocabulary();
  const latin = /^[a-z0-9]+$/.test(typed.replaceAll(' ', '')) ? typed.replaceAll(' ', '') : '';
  const found = new Set<string>();
  for (const term of words.thesaurus.beginningWith(typed)) found.add(term);
  if (latin.length > 1)
    for (const term of [...words.readAs(latin), ...words.abbreviatedAs(latin)]) found.add(term);
  return [...found]
    .map((term) => ({ term, items: words.count(term) }))
    .filter(({ term, items }) => items > 0 && term !== typed)
    .sort((a, b) => b.items - a.items || a.term.length - b.term.length || (a.term < b.term ? -1 : 1))
    .slice(0, limit)
    .map(({ term }) => term);
}
