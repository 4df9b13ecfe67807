import { Slips } from './slips';
import { isHan, pinyinOf } from './text.server';

const longest = 12;

const put = (map: Map<string, string[]>, key: string, value: string) => {
  const there = map.get(key);
  if (!there) map.set(key, [value]);
  else if (!there.includes(value)) there.push(value);
};

/** zhi/zi, lan/nan, lin/ling: syllables that many people do not tell apart. */
const blunt = (syllable: string) =>
  syllable
    .replace(/^(z|c|s)h/, '$1')
    .replace(/^l(?=[aeiouv])/, 'n')
    .replace(/^h(?=u)/, 'f')
    .replace(/ng$/, 'n');

/** The same syllables for one who hears zh as z, l as n and ng as n. */
export const bluntReading = (syllables: readonly string[]) => syllables.map(blunt).join('');

/** How a set of terms is read: whole pinyin, first letters, and what a slip of the hand leaves of them. */
export class Readings {
  private readonly terms = new Set<string>();
  private readonly byPinyin = new Map<string, string[]>();
  private readonly byBlunt = new Map<string, string[]>();
  private readonly byInitials = new Map<string, string[]>();
  private readonly words = new Set<string>();
  /** Chinese terms of three characters and more, by what is left without one of them. */
  private readonly characters = new Slips(3, Infinity, 10);
  /** Latin words and whole pinyin. */
  private readonly letters = new Slips(4, 11);

  has = (term: string) => this.terms.has(term);
  /** True of a Latin word that a term is made of. */
  knowsWord = (word: string) => this.words.has(word);

  get size() {
    return { terms: this.terms.size, slips: this.characters.size + this.letters.size };
  }

  add(term: string) {
    if (this.terms.has(term) || term.length < 2 || term.length > longest * 3) return;
    this.terms.add(term);
    if (!isHan(term)) {
      for (const word of term.split(/[^a-z0-9]+/)) {
        this.words.add(word);
        if (/^[a-z]{4,}$/.test(word)) this.letters.add(word);
      }
      return;
    }
    if (term.length > longest) return;
    const { full, initials, syllables } = pinyinOf(term);
    put(this.byPinyin, full, term);
    if (syllables.length >= 2) {
      put(this.byInitials, initials, term);
      put(this.byBlunt, bluntReading(syllables), term);
      if (full.length >= 6) this.letters.add(full);
    }
    if (!/[a-z0-9]/.test(term)) this.characters.add(term);
  }

  readAs = (latin: string): readonly string[] => this.byPinyin.get(latin) ?? [];
  bluntlyReadAs = (latin: string): readonly string[] => this.byBlunt.get(latin) ?? [];
  abbreviatedAs = (latin: string): readonly string[] => this.byInitials.get(latin) ?? [];
  /** Terms with one character wrong, missing or too many. */
  nearCharacters = (typed: string) => this.characters.near(typed);
  /** Latin words or pinyin one or two letters away. */
  nearLetters = (typed: string) => this.letters.near(typed);
}
