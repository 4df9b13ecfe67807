import { fold } from './text.server';
import { thesaurus } from './thesaurus';

/** Words of equal meaning, and words that lie near them (one way). All folded. */
export type SynonymGroup = { terms: string[]; related: string[] };

const list = (side: string | undefined) =>
  (side ?? '')
    .split(/[,，]/)
    .map((term) => fold(term))
    .filter(Boolean);

/** Reads the thesaurus format described in `thesaurus.ts`. */
export function parseThesaurus(source: string): SynonymGroup[] {
  return source
    .split('\n')
    .filter((line) => line.trim() && !line.trimStart().startsWith('#'))
    .map((line) => line.split('>'))
    .map(([terms, related]) => ({ terms: list(terms), related: list(related) }))
    .filter((group) => group.terms.length > 0);
}

export const synonymGroups = parseThesaurus(thesaurus);

const groupsByTerm = new Map<string, SynonymGroup[]>();
for (const group of synonymGroups) {
  for (const term of group.terms) groupsByTerm.set(term, [...(groupsByTerm.get(term) ?? []), group]);
}

/** Every word that the thesaurus can start from. */
export const knownTerms: ReadonlySet<string> = new Set(groupsByTerm.keys());

/** Words that mean the same as `term`, and words related to it; both without `term` itself. */
export function synonymsOf(term: string): { equal: string[]; related: string[] } {
  const groups = groupsByTerm.get(term) ?? [];
  const equal = new Set(groups.flatMap((group) => group.terms));
  equal.delete(term);
  const related = new Set(groups.flatMap((group) => group.related));
  for (const word of [term, ...equal]) related.delete(word);
  return { equal: [...equal], related: [...related] };
}
