import { isCalledMark } from './called.server';
import type { Dictionary } from './dictionary';
import type { ItemType } from './item.server';
import { Names } from './names';
import { bluntReading, Readings } from './readings.server';
import type { Thesaurus } from './synonyms';
import { fold, isHan, pinyinOf, quickPinyinOf, segment, wordsOf } from './text.server';

const longestTerm = 12;
const wordPart = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);

/**
 * What the corpus says: how many items hold each word, the names, the places, and the terms that a query is cut into.
 * Kept in memory; loaded from `search_words` once and kept in step by the outbox worker.
 */
export class Vocabulary {
  size = 0;
  readonly names = new Names();
  places = { districts: [] as string[], zones: [] as string[] };
  private readonly organisations = new Set<string>();
  /** full names without their ending, for those that are shortened as people please */
  private readonly fullNames = new Map<string, string>();
  /** The words of names and of organisations: what pinyin may stand for beside the thesaurus. */
  private readonly readings = new Readings();
  private readonly frequency = new Map<string, number>();

  constructor(
    public thesaurus: Thesaurus,
    private readonly dictionary?: Dictionary,
  ) {}

  /** The same corpus with another thesaurus: what a draft would change. */
  with(thesaurus: Thesaurus): Vocabulary {
    return Object.assign(Object.create(Vocabulary.prototype) as Vocabulary, this, { thesaurus });
  }

  /** Adds the short name of an organisation: a term that queries are cut into. */
  organisation(name: string, fullName?: string) {
    this.readings.add(name);
    if (name.length >= 2) this.organisations.add(name);
    // 中科微精光子 is called 中科微精
    if (/^\p{sc=Han}{5,}$/u.test(name)) this.readings.add(name.slice(0, 4));
    if (fullName) this.fullNames.set(fullName, name);
  }

  /** The organisation that characters of its name stand for, in their order from the first: 陕重汽 → 重型汽车 of 陕西重型汽车. */
  organisationFor(short: string): string | undefined {
    if (!/^\p{sc=Han}{3,5}$/u.test(short)) return undefined;
    const meant = [...this.fullNames].filter(([full]) => {
      let at = -1;
      return full[0] === short[0] && [...short].every((one) => (at = full.indexOf(one, at + 1)) >= 0);
    });
    return meant.length === 1 ? meant[0]![1] : undefined;
  }

  isOrganisation = (term: string) => this.organisations.has(term);
  /** True of terms that queries are cut into. */
  isTerm(term: string) {
    return this.thesaurus.has(term) || this.organisations.has(term);
  }

  /** Notes that an item's words changed; `undefined` is an item that was not there or is no more. */
  replace(before: readonly string[] | undefined, after: readonly string[] | undefined) {
    for (const word of before ?? []) {
      const left = (this.frequency.get(word) ?? 0) - 1;
      if (left > 0) this.frequency.set(word, left);
      else this.frequency.delete(word);
    }
    for (const word of after ?? [])
      if (!isCalledMark(word)) this.frequency.set(word, (this.frequency.get(word) ?? 0) + 1);
    this.size += (after ? 1 : 0) - (before ? 1 : 0);
  }

  name(type: ItemType, id: string, item: { code: string; title: string }) {
    const folded = fold(item.title);
    this.names.set({
      type,
      id,
      code: item.code.toLowerCase(),
      label: item.title,
      folded,
      ...quickPinyinOf(folded),
    });
    const words = segment(folded).filter((word) => word.length >= 2 || isHan(word));
    words.forEach((word, i) => {
      this.readings.add(word);
      const next = words[i + 1];
      if (next && isHan(word) && isHan(next) && folded.includes(word + next)) this.readings.add(word + next);
    });
  }

  forget(id: string) {
    this.names.delete(id);
  }

  /** The longest term that begins at `at`, not breaking a Latin word. */
  cutAt(text: string, at: number): string | undefined {
    if (wordPart(text[at - 1]) && wordPart(text[at])) return undefined;
    for (let length = Math.min(longestTerm * 3, text.length - at); length >= 2; length--) {
      const term = text.slice(at, at + length);
      if (this.isTerm(term) && !(wordPart(term.at(-1)) && wordPart(text[at + length]))) return term;
    }
    return undefined;
  }

  /** About how many items hold the term: the rarest of its words. */
  count(term: string): number {
    const words = wordsOf(term, 'asked');
    if (!words.length) return 0;
    return Math.min(...words.map((word) => this.frequency.get(word) ?? 0));
  }

  /** Terms of the corpus that are read like this, those of the thesaurus first, then the most common. */
  readAs(latin: string): string[] {
    return this.present([...this.thesaurus.readings.readAs(latin), ...this.readings.readAs(latin)]);
  }

  /** The same, or the one of the vocabulary that nothing here answers: zhongyaoyinpian is asked for, and is not there. */
  readAsTerm(latin: string): string | undefined {
    return this.readAs(latin)[0] ?? (latin.length > 5 ? this.thesaurus.readings.readAs(latin)[0] : undefined);
  }

  /** Terms of the corpus whose syllables begin with these letters, likewise ordered. */
  abbreviatedAs(latin: string): string[] {
    return this.present([
      ...this.thesaurus.readings.abbreviatedAs(latin),
      ...this.readings.abbreviatedAs(latin),
    ]);
  }

  /** What in a name begins with these letters, character by character: fbszxj → 防爆四足巡检. */
  inNames(letters: string): string | undefined {
    let found: string | undefined;
    this.names.holding('initials', letters, (name) => {
      const characters = [...name.folded].filter((one) => quickPinyinOf(one).initials);
      const at = name.initials.indexOf(letters);
      const text = characters.slice(at, at + letters.length).join('');
      if (/^\p{sc=Han}+$/u.test(text)) found ??= text;
      return false;
    });
    return found;
  }

  /** Whether a name holds both terms. */
  namesHold(one: string, other: string): boolean {
    let both = false;
    this.names.holding('folded', one, (name) => {
      both ||= name.folded.includes(other);
      return !both;
    });
    return both;
  }

  /** What the corpus has of the Chinese words for an English word or phrase, those meant first before others. */
  inEnglish(words: readonly string[]): string[] {
    return (this.dictionary?.chineseFor(words) ?? []).filter((word) => this.count(word) > 0);
  }

  isEnglish = (word: string) => this.dictionary?.knows(word) ?? false;

  /** Whether a Latin token means something as it is: a word of thesaurus or corpus, pinyin or first letters. */
  knowsLatin(token: string): boolean {
    return (
      this.thesaurus.readings.knowsWord(token) ||
      this.count(token) > 0 ||
      this.readAsTerm(token) !== undefined ||
      (token.length <= 7 && this.abbreviatedAs(token).length > 0)
    );
  }

  /** Latin words and pinyin of known terms that are a slip away. */
  nearLetters(token: string): string[] {
    return [...this.thesaurus.readings.nearLetters(token), ...this.readings.nearLetters(token)];
  }

  /** Terms that sound like what was typed, or differ in one character; the surest first. */
  soundsOrLooksLike(typed: string): string[] {
    const { full, syllables } = pinyinOf(typed);
    const both = [this.thesaurus.readings, this.readings];
    const heard = this.present(both.flatMap((one) => one.readAs(full)));
    if ([...typed].length < 3) return heard;
    const blunt = bluntReading(syllables);
    return [
      ...heard,
      ...this.present(both.flatMap((one) => one.bluntlyReadAs(blunt))),
      ...this.present(both.flatMap((one) => one.nearCharacters(typed))),
    ];
  }

  /** Of these terms the ones that the corpus or, by a synonym, the thesaurus can answer. */
  private present(terms: readonly string[]): string[] {
    const { thesaurus } = this;
    return [...new Set(terms)]
      .map((term) => ({ term, count: this.count(term), known: thesaurus.has(term) }))
      .filter(
        (one) =>
          one.count > 0 ||
          (one.known && thesaurus.synonymsOf(one.term).equal.some((other) => this.count(other) > 0)),
      )
      .sort((a, b) => Number(b.known) - Number(a.known) || b.count - a.count)
      .map((one) => one.term);
  }
}
