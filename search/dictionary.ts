/** English to Chinese for words that neither the thesaurus nor the corpus knows. Pure. */

const endings: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/(?<=s|x|z|ch|sh)es$/, ''],
  [/s$/, ''],
  [/(.)\1(?:ing|ed)$/, '$1'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/ed$/, ''],
  [/ed$/, 'e'],
];

/** A Latin word and what it may be a form of: batteries → battery, welding → weld, storing → store. */
export const formsOf = (word: string): string[] => [
  word,
  ...endings
    .map(([ending, put]) => word.replace(ending, put))
    .filter((form) => form !== word && form.length >= 3),
];

/**
 * `entries` are lines of an English word or phrase, a tab and Chinese words parted by blanks. Kept as the one text
 * that it is: looked up seldom, and a map of it would be ten times as large.
 */
export class Dictionary {
  constructor(private readonly entries: string) {}

  private line(english: string): string[] {
    const at = this.entries.indexOf(`\n${english}\t`);
    if (at < 0) return [];
    return this.entries.slice(at + english.length + 2, this.entries.indexOf('\n', at + 1)).split(' ');
  }

  /** Chinese words for a word or phrase, also for what its last word is a form of; those meant first go first. */
  chineseFor(words: readonly string[]): string[] {
    const before = words.slice(0, -1);
    const found = formsOf(words.at(-1) ?? '').map((form) => this.line([...before, form].join(' ')));
    return [...new Set(found.flat())];
  }

  /** True of an English word, in any of its forms. */
  knows = (word: string) => this.chineseFor([word]).length > 0;
}
