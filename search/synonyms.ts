import { Readings } from './readings.server';
import { fold } from './text.server';

/** Words of equal meaning, and words that lie near them (one way). All folded. */
export type SynonymGroup = { terms: string[]; related: string[] };

const list = (side: string | undefined) =>
  (side ?? '')
    .split(/[,，]/)
    .map((term) => fold(term))
    .filter(Boolean);

/** Reads groups written one a line: equal words parted by commas, then after `>` words related one way. `#` a comment. */
export function parseThesaurus(source: string): SynonymGroup[] {
  return source
    .split('\n')
    .filter((line) => line.trim() && !line.trimStart().startsWith('#'))
    .map((line) => line.split('>'))
    .map(([terms, related]) => ({ terms: list(terms), related: list(related) }))
    .filter((group) => group.terms.length > 0);
}

/** The field's own words as the bureau has published them: what equals what, and how each is read. */
export class Thesaurus {
  readonly readings = new Readings();
  private readonly groupsByTerm = new Map<string, SynonymGroup[]>();

  constructor(readonly groups: readonly SynonymGroup[]) {
    for (const group of groups)
      for (const term of group.terms) {
        const there = this.groupsByTerm.get(term);
        if (there) there.push(group);
        else this.groupsByTerm.set(term, [group]);
        this.readings.add(term);
      }
  }

  /** True of every word that a group can start from. */
  has = (term: string) => this.groupsByTerm.has(term);
  private inOrder: string[] | undefined;
  /** Words that a group can start from and that go on as `beginning`, in order. */
  *beginningWith(beginning: string): Generator<string> {
    const all = (this.inOrder ??= [...this.groupsByTerm.keys()].sort());
    let at = 0;
    for (let end = all.length; at < end;) {
      const middle = (at + end) >> 1;
      if (all[middle]! < beginning) at = middle + 1;
      else end = middle;
    }
    for (; all[at]?.startsWith(beginning); at++) yield all[at]!;
  }

  /** Words that mean the same as `term`, and words related to it; both without `term` itself. */
  synonymsOf(term: string): { equal: string[]; related: string[] } {
    const groups = this.groupsByTerm.get(term) ?? [];
    const equal = new Set(groups.flatMap((group) => group.terms));
    equal.delete(term);
    const related = new Set(groups.flatMap((group) => group.related));
    for (const word of [term, ...equal]) related.delete(word);
    return { equal: [...equal], related: [...related] };
  }
}
