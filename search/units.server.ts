import type { Reading } from './found';
import { mendCharacters, mendLetters } from './mend.server';
import { quantitiesOf, quantityWord, type Quantity } from './quantity';
import { bigrams, isHan, segment } from './text.server';
import type { Vocabulary } from './vocabulary.server';
import { latinUnits } from './latin-units.server';
import { stopWords } from './stop-words';
import {
  crumbShare,
  element,
  isCrumb,
  numberIdf,
  partsOf,
  spellingsOf,
  unitOf,
  weights,
  type Spelling,
  type Unit,
} from './unit.server';

/** 查不清, 上不去, 招不到: that something fails, when what it is about stands beside it. */
const failing =
  /^\p{sc=Han}?不(到|了|清|去|来|住|起|动|完|上|下|出|开|好|得|成|见|着|及|过|懂|准|够|过来|出来|起来)$/u;

/** 漏了 → 漏, 能看 → 看: what the dictionary glued to a word. */
const glued = /^(能|可|会|要|想|给)|(了|着|过|的|地|得|吗|呢|点|些)$/gu;

/**
 * Words of the dictionary, with single characters joined to their neighbours where the corpus knows the whole. Single
 * ones that stand together and are no word of the corpus are one unknown word: 美甲店.
 */
function wordsOfGap(gap: string, vocabulary: Vocabulary): string[] {
  const words: string[] = [];
  const plain = (word: string | undefined): word is string =>
    word !== undefined && !stopWords.has(word) && isHan(word);
  for (const word of segment(gap)) {
    const last = words.at(-1);
    const single = word.length === 1 || last?.length === 1;
    const known =
      plain(last) && plain(word) && last.length + word.length <= 4 && vocabulary.count(last + word) > 0;
    if (single && known) words[words.length - 1] = last + word;
    else words.push(word);
  }
  const together: string[] = [];
  words.forEach((word, i) => {
    const strange = plain(word) && word.length === 1 && !element.test(word);
    const before = words[i - 1];
    if (strange && plain(before) && before.length === 1 && !element.test(before))
      together[together.length - 1] += word;
    else together.push(word);
  });
  return together.filter((word) => !stopWords.has(word) && !failing.test(word));
}

function hanUnits(gap: string, vocabulary: Vocabulary): Unit[] {
  return wordsOfGap(gap, vocabulary).map((word) => {
    let spellings = spellingsOf(word, vocabulary);
    const maker = spellings.length ? undefined : vocabulary.organisationFor(word);
    if (maker) {
      spellings = [{ text: maker, weight: 1, relation: 'same' }];
      return unitOf(word, maker, 'organisation', spellings, vocabulary);
    }
    const bare = word.replace(glued, '');
    if (!spellings.length && bare && bare !== word && !stopWords.has(bare))
      spellings = spellingsOf(bare, vocabulary);
    const pairs = bigrams(word);
    const there = pairs.filter((pair) => vocabulary.count(pair) > 0);
    if (!spellings.length && word.length >= 3 && there.length * 2 >= pairs.length) {
      spellings.push(...there.map((text) => ({ text, weight: weights.part, relation: 'part' as const })));
    }
    return unitOf(word, word, 'typed', spellings, vocabulary);
  });
}

/** Single characters that are everywhere, or nowhere, say little beside words: 度, 力, 点. */
function withoutCrumbs(units: Unit[], vocabulary: Vocabulary): Unit[] {
  const crumb = ({ text }: Unit) => {
    if (!isCrumb(text) || element.test(text)) return false;
    const count = vocabulary.count(text);
    return (count === 0 && !vocabulary.isTerm(text)) || count > crumbShare * vocabulary.size;
  };
  const words = units.filter((unit) => !crumb(unit) && unit.how !== 'quantity');
  return words.length ? units.filter((unit) => !crumb(unit)) : units;
}

/** Text without its quantities, and the quantities as units: 100 kW, 100千瓦 and 0.1MW are one. */
function takeQuantities(text: string, vocabulary: Vocabulary): { rest: string; units: Unit[] } {
  const byPlace = new Map<number, Quantity[]>();
  for (const one of quantitiesOf(text)) byPlace.set(one.at, [...(byPlace.get(one.at) ?? []), one]);
  let rest = text;
  const units: Unit[] = [];
  for (const meanings of byPlace.values()) {
    const { text: typed } = meanings[0]!;
    const spellings = meanings
      .map((one) => quantityWord(one))
      .filter((word) => vocabulary.count(word) > 0)
      .map((word): Spelling => ({ text: word, weight: 1, relation: 'same' }));
    const plain = typed.replace(/\s/g, '');
    if (vocabulary.count(plain) > 0) spellings.push({ text: plain, weight: 1, relation: 'same' });
    const unit = unitOf(typed, plain, 'quantity', spellings, vocabulary);
    // what is not in the corpus as a number may lie near it; it never decides whether something is found
    units.push({
      ...unit,
      idf: numberIdf,
      quantity: meanings.find((one) => vocabulary.count(quantityWord(one)) > 0) ?? meanings[0],
    });
    rest = rest.replace(typed, ' ');
  }
  return { rest, units };
}

/** Cuts a folded text without conditions into units: quantities, known terms, then what dictionary and pinyin make of the rest. */
export function cutIntoUnits(folded: string, vocabulary: Vocabulary): Unit[] {
  const { rest, units } = takeQuantities(folded, vocabulary);
  const mended = new Map<string, string>();
  const mend = (typed: string, right: string) => {
    if (right !== typed) mended.set(right, typed);
    return right;
  };
  const text = rest
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/(?<![a-z0-9])[a-z]{4,}(?![a-z0-9])/g, (token) => mend(token, mendLetters(token, vocabulary)))
    .replace(/\p{sc=Han}{2,}/gu, (run) => mendCharacters(run, vocabulary, mend));
  let gap = '';
  const closeGap = () => {
    for (const [part] of gap.matchAll(/\p{sc=Han}+|[^\p{sc=Han}]+/gu))
      units.push(...(isHan(part) ? hanUnits(part, vocabulary) : latinUnits(part, vocabulary)));
    gap = '';
  };
  for (let at = 0; at < text.length;) {
    const term = vocabulary.cutAt(text, at);
    if (!term) {
      gap += text[at++];
      continue;
    }
    closeGap();
    const whole = spellingsOf(term, vocabulary).some((one) => one.relation !== 'part');
    const parts = whole ? undefined : partsOf(term, vocabulary);
    for (const part of parts ?? [])
      units.push(unitOf(part, part, 'typed', spellingsOf(part, vocabulary), vocabulary));
    at += parts ? term.length : 0;
    if (parts) continue;
    const how: Reading = vocabulary.isOrganisation(term) ? 'organisation' : 'typed';
    units.push(unitOf(term, term, how, spellingsOf(term, vocabulary), vocabulary));
    at += term.length;
  }
  closeGap();
  return withoutCrumbs(units, vocabulary).map((unit) => {
    const wrong = [...mended].find(([right]) => right.includes(unit.text) || unit.text.includes(right));
    return wrong && unit.how !== 'quantity' ? { ...unit, typed: wrong[1], how: 'slip' as const } : unit;
  });
}
