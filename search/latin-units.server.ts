import type { Reading } from './found';
import { stopWords } from './stop-words';
import { segment } from './text.server';
import { most, spellingsOf, unitOf, weights, type Spelling, type Unit } from './unit.server';
import type { Vocabulary } from './vocabulary.server';

/** Cuts a long pinyin string into terms of the corpus, as few as possible: wurenjixunjian → 无人机 巡检. */
function cutPinyin(latin: string, vocabulary: Vocabulary): string[] | undefined {
  if (latin.length > 40) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 2; end <= latin.length; end++) {
    for (let start = 0; start < end - 1; start++) {
      const before = best[start];
      if (!before || before.length >= 4 || (best[end]?.length ?? Infinity) <= before.length + 1) continue;
      const term = vocabulary.readAs(latin.slice(start, end))[0];
      if (term) best[end] = [...before, term];
    }
  }
  return best[latin.length];
}

/** The same with one slip of the hand in one of two words: wurenjixunjain → 无人机 巡检. */
function cutMistypedPinyin(latin: string, vocabulary: Vocabulary): string[] | undefined {
  if (latin.length > 40) return undefined;
  const near = (part: string) =>
    vocabulary
      .nearLetters(part)
      .map((right) => vocabulary.readAs(right)[0])
      .find((term) => term !== undefined);
  for (let at = latin.length - 5; at >= 4; at--) {
    const [left, right] = [latin.slice(0, at), latin.slice(at)];
    const [first, second] = [vocabulary.readAs(left)[0], vocabulary.readAs(right)[0]];
    if (!first === !second) continue;
    const mended = first ? near(right) : near(left);
    if (mended) return first ? [first, mended] : [mended, second!];
  }
  return undefined;
}

/** Terms of a text that is known to be a name's: 防爆四足巡检 → 防爆 四足 巡检. */
function termsOf(text: string, vocabulary: Vocabulary): string[] {
  for (let at = 0; at < text.length - 1; at++) {
    const term = vocabulary.cutAt(text, at);
    if (term)
      return [
        ...segment(text.slice(0, at)).filter((word) => word.length > 1),
        term,
        ...termsOf(text.slice(at + term.length), vocabulary),
      ];
  }
  return segment(text).filter((word) => word.length > 1);
}

/** First letters of two terms that stand in one name, or of a stretch of a name: zkhdz → 重卡 换电站. */
function cutInitials(letters: string, vocabulary: Vocabulary): string[] | undefined {
  for (let at = letters.length - 2; at >= 2; at--) {
    const [first, second] = [letters.slice(0, at), letters.slice(at)].map((part) =>
      vocabulary.abbreviatedAs(part).slice(0, most.initials),
    );
    for (const one of first!)
      for (const other of second!) if (vocabulary.namesHold(one, other)) return [one, other];
  }
  const stretch = letters.length >= 5 ? vocabulary.inNames(letters) : undefined;
  return stretch ? termsOf(stretch, vocabulary) : undefined;
}

/** The Chinese words of the corpus for English ones, as spellings that count for less than a synonym. */
const translated = (words: readonly string[], vocabulary: Vocabulary): Spelling[] =>
  vocabulary
    .inEnglish(words)
    .slice(0, most.dictionary)
    .map((text) => ({ text, weight: weights.dictionary, relation: 'synonym' }));

/** What a Latin token may stand for, the surest reading first. */
function readToken(
  token: string,
  vocabulary: Vocabulary,
): { how: Reading; terms: string[]; apart?: boolean; spellings?: Spelling[] } | undefined {
  if (vocabulary.count(token) > 0) return { how: 'typed', terms: [token] };
  const read = vocabulary.readAs(token);
  if (read.length) return { how: 'pinyin', terms: read.slice(0, 2) };
  const english = token.length > 2 ? translated([token], vocabulary) : [];
  if (english.length) return { how: 'typed', terms: [token], spellings: english };
  const cut = /^[a-z]{5,}$/.test(token) ? cutPinyin(token, vocabulary) : undefined;
  if (cut) return { how: 'pinyin', terms: cut, apart: true };
  const absent = vocabulary.readAsTerm(token);
  if (absent) return { how: 'pinyin', terms: [absent] };
  if (/^[a-z]{2,7}$/.test(token)) {
    const short = vocabulary.abbreviatedAs(token).slice(0, 3);
    if (short.length) return { how: 'initials', terms: short };
  }
  const letters = /^[a-z]{4,10}$/.test(token) ? cutInitials(token, vocabulary) : undefined;
  if (letters) return { how: 'initials', terms: letters, apart: true };
  const mistyped = /^[a-z]{9,}$/.test(token) ? cutMistypedPinyin(token, vocabulary) : undefined;
  return mistyped && { how: 'slip', terms: mistyped, apart: true };
}

/** The units of a stretch in Latin letters: words, pinyin, initials, slips. */
export function latinUnits(gap: string, vocabulary: Vocabulary): Unit[] {
  const tokens = (gap.match(/[a-z0-9]+/g) ?? []).filter((token) => !stopWords.has(token));
  const units: Unit[] = [];
  const spell = (term: string, weight?: number) => spellingsOf(term, vocabulary, weight);
  for (let at = 0; at < tokens.length;) {
    const some = (n: number) => tokens.slice(at, at + n);
    const together = [4, 3, 2].find(
      (n) => at + n <= tokens.length && vocabulary.readAsTerm(some(n).join('')) !== undefined,
    );
    // TC4 DT, T 1000: a model name with a gap in it
    const model =
      /\d/.test(some(2).join('')) && at + 1 < tokens.length && vocabulary.count(some(2).join('')) > 0;
    if (together) {
      const typed = some(together).join(' ');
      const term = vocabulary.readAsTerm(some(together).join(''))!;
      units.push(unitOf(typed, term, 'pinyin', spell(term), vocabulary));
      at += together;
      continue;
    }
    if (model) {
      const text = some(2).join('');
      units.push(
        unitOf(some(2).join(' '), text, 'typed', [{ text, weight: 1, relation: 'same' }], vocabulary),
      );
      at += 2;
      continue;
    }
    const phrase = [3, 2]
      .filter((n) => at + n <= tokens.length)
      .map((n) => ({ typed: some(n).join(' '), n, spellings: translated(some(n), vocabulary) }))
      .find((one) => one.spellings.length > 0);
    if (phrase) {
      units.push(unitOf(phrase.typed, phrase.typed, 'typed', phrase.spellings, vocabulary));
      at += phrase.n;
      continue;
    }
    const token = tokens[at++]!;
    const read = readToken(token, vocabulary);
    if (read?.spellings) {
      units.push(unitOf(token, token, read.how, read.spellings, vocabulary));
    } else if (read?.how === 'typed') {
      if (!/^\d{1,2}$/.test(token)) units.push(unitOf(token, token, 'typed', spell(token), vocabulary));
    } else if (read?.apart) {
      for (const term of read.terms) units.push(unitOf(token, term, read.how, spell(term), vocabulary));
    } else if (read) {
      const weight = read.how === 'initials' ? weights.initials : weights.itself;
      const spellings = read.terms.flatMap((term) => spell(term, weight));
      units.push(unitOf(token, read.terms[0]!, read.how, spellings, vocabulary));
    } else if (!/^\d+$/.test(token) && (token.length > 2 || !/\d/.test(token))) {
      // a number alone says nothing; a model name that nothing has asks for what is not there
      units.push(unitOf(token, token, 'typed', [], vocabulary));
    }
  }
  return units;
}
