import { knownTerms, synonymsOf } from './synonyms';
import { bigrams, fold, isHan, pinyinOf, segment, wordsOf } from './text.server';
import type { Vocabulary } from './vocabulary.server';
import type { Wanted } from './wanted.server';

/** One way of writing a unit that occurs in the corpus; `weight` is 1 for the word itself. */
export type Spelling = { text: string; weight: number };
/** One idea of the query with its spellings, the strongest first, and how telling it is. */
export type Unit = { text: string; spellings: Spelling[]; idf: number };
/**
 * What a query means. `wanted` is undefined when nothing of it occurs in the corpus; `saysNothing` when it is only
 * words such as 场景 or 产品, which ask for everything.
 */
export type Understanding = {
  folded: string;
  units: Unit[];
  wanted: Wanted | undefined;
  saysNothing: boolean;
};

const weights = { itself: 1, equal: 0.85, initials: 0.8, part: 0.5, related: 0.4 };
const most = { units: 6, equal: 8, related: 4, length: 120 };
/** p-pho-04, s-ai-04: the code of one item. */
const codeShape = /^[a-z]{1,4}-[a-z0-9]+(-[a-z0-9]+)*$/;
const unknownIdf = 4.2;
const numberIdf = 0.8;

const stopWords = new Set(
  (
    '的 了 和 与 及 或 用 在 做 能 能够 可以 可 想 想要 我想 我要 想找 找 寻找 请问 要 需要 需求 怎么 怎样 如何 什么 哪些 哪个 有 没有 有没有 吗 呢 是 请 给 把 被 对 为 从 到 等 ' +
    '我 我们 你 一个 一种 一些 个 种 款 家 型 级 式 用于 适合 进行 提供 支持 实现 防止 下 上 中 里 场景 产品 应用场景 西安 西安市 陕西 采购 批发'
  ).split(' '),
);
const negations = ['不要', '不用', '无需', '不需要', '不含', '不带', '不想要', '避免'];

/** The spellings of a term that occur in the corpus. */
function spellingsOf(term: string, vocabulary: Vocabulary, weight = weights.itself): Spelling[] {
  const { equal, related } = synonymsOf(term);
  const present = (terms: string[], limit: number, factor: number) =>
    terms
      .map((text) => ({ text, count: vocabulary.count(text), weight: weight * factor }))
      .filter((one) => one.count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, limit)
      .map(({ text, weight: w }) => ({ text, weight: w }));
  return [
    ...present([term], 1, 1),
    ...present(equal, most.equal, weights.equal),
    ...present(related, most.related, weights.related),
  ];
}

function unitOf(text: string, spellings: Spelling[], vocabulary: Vocabulary): Unit {
  const strong = spellings.filter((one) => one.weight > weights.related);
  const counts = (strong.length ? strong : spellings).map((one) => vocabulary.count(one.text));
  const rarity = Math.log((vocabulary.size + 1) / (Math.max(0, ...counts) + 0.5));
  // A measure says how big, not what: 兆瓦制氢 asks for 制氢.
  const number = /^\d+[a-z]?$|^(兆瓦|千瓦|吉瓦|mw|kw|gw)$/.test(text);
  return {
    text,
    spellings,
    idf: !spellings.length ? unknownIdf : number ? numberIdf : Math.max(0.2, rarity),
  };
}

/** For each character of a run, whether it belongs to a word of more than one character. */
function insideWords(run: string, vocabulary: Vocabulary): boolean[] {
  const inside: boolean[] = [];
  for (const word of segment(run))
    for (const _ of word) inside.push(word.length > 1 && vocabulary.count(word) > 0);
  return inside;
}

/**
 * Mends a word typed with a wrong character of the same sound: 光子芯偏 → 光子芯片. Only characters that belong to no
 * word are replaced, at most half of a window, and never where the corpus has what was typed.
 */
export function mendHomophones(run: string, vocabulary: Vocabulary): string {
  const characters = [...run];
  const inside = insideWords(run, vocabulary);
  for (let length = Math.min(6, characters.length); length >= 3; length--) {
    for (let at = 0; at + length <= characters.length; at++) {
      const window = characters.slice(at, at + length);
      const typed = window.join('');
      if (vocabulary.cuts.has(typed) || vocabulary.count(typed) > 0) continue;
      const right = vocabulary.readAs(pinyinOf(typed).full).find((term) => {
        const meant = [...term];
        const wrong = meant.flatMap((one, i) => (one === window[i] ? [] : [at + i]));
        const few = wrong.length > 0 && wrong.length * 2 <= length;
        return meant.length === length && few && !wrong.some((i) => inside[i]);
      });
      if (right) {
        const before = characters.slice(0, at).join('');
        const after = characters.slice(at + length).join('');
        return mendHomophones(before, vocabulary) + right + mendHomophones(after, vocabulary);
      }
    }
  }
  return run;
}

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

const oneEditApart = (a: string, b: string) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  let k = 0;
  while (k < a.length - i && k < b.length - i && a.at(-1 - k) === b.at(-1 - k)) k++;
  return Math.max(a.length, b.length) - i - k <= 1;
};

function latinUnits(gap: string, vocabulary: Vocabulary): Unit[] {
  const tokens = gap.match(/[a-z0-9]+/g) ?? [];
  const units: Unit[] = [];
  const add = (text: string, spellings: Spelling[]) => units.push(unitOf(text, spellings, vocabulary));
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    let taken = 1;
    const joined = [4, 3, 2]
      .map((n) => ({
        n,
        terms: at + n <= tokens.length ? vocabulary.readAs(tokens.slice(at, at + n).join('')) : [],
      }))
      .find((one) => one.terms.length > 0);
    const read = vocabulary.readAs(token);
    const cut = () => (/^[a-z]{5,}$/.test(token) ? cutPinyin(token, vocabulary) : undefined);
    let terms: string[] | undefined;
    if (joined) {
      taken = joined.n;
      add(joined.terms[0]!, spellingsOf(joined.terms[0]!, vocabulary));
    } else if (vocabulary.count(token) > 0) {
      if (!/^\d{1,2}$/.test(token)) add(token, [{ text: token, weight: weights.itself }]);
    } else if (read.length) {
      add(
        read[0]!,
        read.slice(0, 2).flatMap((term) => spellingsOf(term, vocabulary)),
      );
    } else if ((terms = cut())) {
      for (const term of terms) add(term, spellingsOf(term, vocabulary));
    } else if (/^[a-z]{2,7}$/.test(token) && (terms = vocabulary.abbreviatedAs(token).slice(0, 3)).length) {
      add(
        terms[0]!,
        terms.flatMap((term) => spellingsOf(term, vocabulary, weights.initials)),
      );
    } else if (
      token.length >= 5 &&
      (terms = [...knownTerms].filter((term) => oneEditApart(term, token))).length
    ) {
      add(terms[0]!, spellingsOf(terms[0]!, vocabulary));
    } else if (!/\d/.test(token)) {
      add(token, []);
    }
    at += taken;
  }
  return units;
}

function hanUnits(gap: string, vocabulary: Vocabulary): Unit[] {
  return segment(gap)
    .filter((word) => !stopWords.has(word))
    .map((word) => {
      const spellings = spellingsOf(word, vocabulary);
      const pairs = bigrams(word);
      const there = pairs.filter((pair) => vocabulary.count(pair) > 0);
      if (!spellings.length && word.length >= 3 && there.length * 2 >= pairs.length) {
        spellings.push(...there.map((text) => ({ text, weight: weights.part })));
      }
      return unitOf(word, spellings, vocabulary);
    });
}

function cutIntoUnits(folded: string, vocabulary: Vocabulary): Unit[] {
  const text = folded.replace(/\p{sc=Han}{3,}/gu, (run) => mendHomophones(run, vocabulary));
  const units: Unit[] = [];
  let gap = '';
  let negated = false;
  const closeGap = () => {
    negated = negations.some((word) => gap.trimEnd().endsWith(word));
    for (const word of negations) gap = gap.replaceAll(word, ' ');
    for (const [part] of gap.matchAll(/\p{sc=Han}+|[^\p{sc=Han}]+/gu)) {
      units.push(...(isHan(part) ? hanUnits(part, vocabulary) : latinUnits(part, vocabulary)));
    }
    gap = '';
  };
  for (let at = 0; at < text.length;) {
    const term = vocabulary.cutAt(text, at);
    if (!term) {
      gap += text[at++];
      continue;
    }
    closeGap();
    if (!negated) units.push(unitOf(term, spellingsOf(term, vocabulary), vocabulary));
    negated = false;
    at += term.length;
  }
  closeGap();
  const distinct = new Map(units.map((unit) => [unit.text, unit]));
  return [...distinct.values()].sort((a, b) => b.idf - a.idf).slice(0, most.units);
}

/** Every smallest choice of units that together carry half of what the query says. */
function halves(units: Unit[]): Unit[][] {
  const need = units.reduce((sum, unit) => sum + unit.idf, 0) / 2 - 1e-9;
  const choices: Unit[][] = [];
  const grow = (chosen: Unit[], from: number, sum: number) => {
    if (sum >= need) return void choices.push(chosen);
    for (let i = from; i < units.length; i++) grow([...chosen, units[i]!], i + 1, sum + units[i]!.idf);
  };
  grow([], 0, 0);
  return choices;
}

const wantedSpelling = (text: string): Wanted => ({ all: wordsOf(text, 'asked').map((word) => ({ word })) });
const wantedUnit = (unit: Unit): Wanted => ({ any: unit.spellings.map((one) => wantedSpelling(one.text)) });

function wantedOf(units: Unit[]): Wanted | undefined {
  const known = units.filter((unit) => unit.spellings.length > 0);
  const weight = (some: Unit[]) => some.reduce((sum, unit) => sum + unit.idf, 0);
  const share = known.length ? weight(known) / weight(units) : 0;
  const telling = known.some((unit) => knownTerms.has(unit.text) && unit.idf >= 1);
  if (share < 0.3 || (share < 0.55 && !telling)) return undefined;
  return { any: halves(known).map((choice) => ({ all: choice.map(wantedUnit) })) };
}

/**
 * What a query asks for: folded, mended, cut into units by the thesaurus, the names and the dictionary, each unit with
 * the spellings that the corpus really has (synonyms, pinyin, initials). A pure function of query and vocabulary.
 */
export function understand(query: string, vocabulary: Vocabulary): Understanding {
  const folded = fold(query.slice(0, most.length));
  if (codeShape.test(folded) && vocabulary.count(folded) > 0) {
    const unit = unitOf(folded, [{ text: folded, weight: weights.itself }], vocabulary);
    return { folded, units: [unit], wanted: wantedUnit(unit), saysNothing: false };
  }
  const units = cutIntoUnits(folded, vocabulary);
  return {
    folded,
    units,
    wanted: wantedOf(units),
    saysNothing: !units.length && wordsOf(folded, 'asked').length > 0,
  };
}
