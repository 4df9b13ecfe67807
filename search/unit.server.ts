import type { Reading, Relation } from './found';
import type { Quantity } from './quantity';
import { isHan } from './text.server';
import type { Vocabulary } from './vocabulary.server';

/** One way of writing a unit that occurs in the corpus; `weight` is 1 for the word itself. */
export type Spelling = { text: string; weight: number; relation: Relation };
/** One idea of the query: what was typed, what it was read as, its spellings (strongest first), how telling it is. */
export type Unit = {
  typed: string;
  text: string;
  how: Reading;
  spellings: Spelling[];
  idf: number;
  quantity?: Quantity;
};

export const weights = {
  itself: 1,
  equal: 0.85,
  initials: 0.8,
  dictionary: 0.55,
  part: 0.5,
  apart: 0.7,
  meant: 0.7,
  related: 0.4,
};
export const most = { equal: 8, related: 4, dictionary: 4, initials: 6 };
const unknownIdf = 4.2;
export const numberIdf = 0.8;
const chanceIdf = 3;

/** What things are made of says what is sought, in however many texts it stands: 医用钛. */
export const element = /[氢氦氮氧锂钠钾镁铝硅钛钒铬锰铁钴镍铜锌镓锗锆铌钼银锡钽钨金铅碳]/u;
export const isCrumb = (text: string) => /^\p{sc=Han}$/u.test(text);
/** A single character that is in more items than this says nothing as another word for something. */
export const crumbShare = 0.06;

/** The spellings of a term that occur in the corpus. */
export function spellingsOf(term: string, vocabulary: Vocabulary, weight = weights.itself): Spelling[] {
  const { equal, related } = vocabulary.thesaurus.synonymsOf(term);
  const present = (terms: string[], limit: number, factor: number, relation: Relation): Spelling[] =>
    terms
      .map((text) => ({ text, count: vocabulary.count(text), weight: weight * factor }))
      .filter(
        (one) =>
          one.count > 0 &&
          !(isCrumb(one.text) && !element.test(one.text) && one.count > crumbShare * vocabulary.size),
      )
      .sort((a, b) => b.count - a.count)
      .slice(0, limit)
      .map(({ text, weight: w }) => ({ text, weight: w, relation }));
  const same = vocabulary.count(term) > 0 ? [{ text: term, weight, relation: 'same' as const }] : [];
  const alike = [...same, ...present(equal, most.equal, weights.equal, 'synonym')];
  // a word that no text holds, such as a complaint, means what it leads to
  const led = alike.length ? weights.related : weights.meant;
  return [...alike, ...present(related, most.related, led, 'related'), ...apart(term, vocabulary, weight)];
}

/** 燃气管道 → 燃气 管道: shorter terms that make up one which no text has, if texts have each of them. */
export function partsOf(term: string, vocabulary: Vocabulary): string[] | undefined {
  for (let at = 2; at <= term.length - 2; at++) {
    const parts = [term.slice(0, at), term.slice(at)];
    if (parts.every((part) => isHan(part) && vocabulary.isTerm(part) && vocabulary.count(part) > 0))
      return parts;
  }
  return undefined;
}

/** 激光焊接 is spoken of as well where 激光 and 焊接 stand apart. */
function apart(term: string, vocabulary: Vocabulary, weight: number): Spelling[] {
  const parts = /^\p{sc=Han}{4,7}$/u.test(term) ? partsOf(term, vocabulary) : undefined;
  return parts ? [{ text: parts.join(' '), weight: weight * weights.apart, relation: 'part' }] : [];
}

/** The rarest word of a corpus is as telling in a large one as in one of this size. */
const plainSize = 290;
const rarityOf = (count: number, { size }: Vocabulary) => {
  const rarity = Math.log((size + 1) / (count + 0.5));
  return size <= plainSize ? rarity : rarity * (Math.log(plainSize) / Math.log(size));
};
/** What a thing is for, and a word for things in general. */
const thing = /^(\p{sc=Han}{2,})(设备|装置|装备|系统|平台|仪器|软件|机器|机组|材料|技术)$/u;

/** A unit with how telling it is: rare words more than common ones, measures little. */
export function unitOf(
  typed: string,
  text: string,
  how: Reading,
  spellings: Spelling[],
  vocabulary: Vocabulary,
): Unit {
  const strong = spellings.filter((one) => one.weight > weights.related && !one.text.includes(' '));
  const counts = (strong.length ? strong : spellings).map((one) => vocabulary.count(one.text));
  const rarity = rarityOf(Math.max(0, ...counts), vocabulary);
  // A measure says how big, not what: 兆瓦制氢 asks for 制氢.
  const number = /^\d+[a-z]?$|^(兆瓦|千瓦|吉瓦|mw|kw|gw)$/.test(text);
  // a rare word that is no term of the field stands somewhere by chance: 拦截, 以上
  const term = vocabulary.isTerm(text) || how === 'code' || isHan(text) === false;
  // 检测设备 tells no more than 检测 does
  const bare = thing.exec(text)?.[1];
  const common =
    bare && vocabulary.count(bare) > 0 ? rarityOf(vocabulary.count(bare), vocabulary) + numberIdf : Infinity;
  const idf = !spellings.length
    ? unknownIdf
    : number
      ? numberIdf
      : Math.max(0.2, Math.min(common, term ? rarity : Math.min(rarity, chanceIdf)));
  return { typed, text, how, spellings, idf };
}
