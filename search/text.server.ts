import { LRUCache } from 'lru-cache';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import type { Segment } from './found';

const toSimplified = Converter({ from: 't', to: 'cn' });
/** Words too, not only characters: 網路 → 网络, 軟體 → 软件. */
const wordsToSimplified = Converter({ from: 'twp', to: 'cn' });

/** Simplified characters; a text that is written in traditional ones is also read with Taiwan's words. Silicon
 * is 矽 only there, in a text of either script. */
function simplify(text: string): string {
  const plain = toSimplified(text.replaceAll('矽', '硅'));
  return plain === text ? text : wordsToSimplified(text);
}
const firstUnit = /首\(?台\)?\s*[(/]?\s*套\)?/g;

/** What was folded of late: units, places and names of organisations come again with every item. */
const folded = new LRUCache<string, string>({ max: 5_000 });
const longestKept = 40;

/** One spelling for everything that is written and searched: width, case, 繁→简, 首台（套）, （示例）. */
export function fold(text: string): string {
  if (text.length > longestKept) return foldAnew(text);
  let plain = folded.get(text);
  if (plain === undefined) folded.set(text, (plain = foldAnew(text)));
  return plain;
}

function foldAnew(text: string): string {
  return simplify(text.normalize('NFKC').toLowerCase())
    .replaceAll('(示例)', '')
    .replace(firstUnit, '首台套')
    .replace(/首(批|版)\(次\)/g, '首$1次')
    .replace(/(?<=\p{sc=Han})[-‐‑–—](?=\d)/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const runs = /\p{sc=Han}+|[a-z0-9]+/gu;

/** True when the text holds a Chinese character. */
export const isHan = (text: string) => /\p{sc=Han}/u.test(text);

/**
 * The words an item is found by: Latin words and numbers whole, Chinese as overlapping pairs of characters and, in
 * what is stored, single characters too. Only `[a-z0-9]` and ideographs, so that no engine can cut them otherwise.
 */
export function wordsOf(folded: string, use: 'stored' | 'asked'): string[] {
  const words = new Set<string>();
  for (const [run] of folded.matchAll(runs)) {
    if (run[0]! < '\u0080') {
      words.add(run.slice(0, 40));
      continue;
    }
    const characters = [...run];
    if (use === 'stored' || characters.length === 1) for (const one of characters) words.add(one);
    for (let i = 1; i < characters.length; i++) words.add(characters[i - 1]! + characters[i]!);
  }
  return [...words];
}

/** Overlapping pairs of characters: 光子芯片 → 光子 子芯 芯片. */
export function bigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((second, i) => `${characters[i]}${second}`);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Chinese cut into words by the dictionary of ICU; Latin words stay whole. */
export function segment(folded: string): string[] {
  return [...segmenter.segment(folded)].filter((part) => part.isWordLike).map((part) => part.segment);
}

/** 无人机 → { full: 'wurenji', initials: 'wrj', syllables: ['wu', 'ren', 'ji'] }. Latin parts stay as they are. */
export function pinyinOf(text: string): { full: string; initials: string; syllables: string[] } {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).flatMap(
    (part) => part.toLowerCase().match(/[a-z0-9]+/g) ?? [],
  );
  return { full: syllables.join(''), initials: syllables.map((one) => one[0]).join(''), syllables };
}

const readings = new Map<string, string>();

/** Pinyin character by character: quick, and good enough for completing a long name. */
export function quickPinyinOf(text: string): { full: string; initials: string } {
  let full = '';
  let initials = '';
  for (const character of text) {
    let reading = readings.get(character);
    if (reading === undefined) {
      reading = isHan(character) ? pinyin(character, { toneType: 'none', v: true }) : character;
      reading = reading.toLowerCase().replace(/[^a-z0-9]/g, '');
      readings.set(character, reading);
    }
    full += reading;
    initials += reading[0] ?? '';
  }
  return { full, initials };
}

const plainCharacters = new Map<string, string>();

/** One character folded by itself; remembered, because a page marks hundreds. */
function plainCharacter(character: string): string {
  let plain = plainCharacters.get(character);
  if (plain === undefined) {
    plain = toSimplified(character.normalize('NFKC').toLowerCase());
    if (plainCharacters.size < 20_000) plainCharacters.set(character, plain);
  }
  return plain;
}

/** Cuts `name` where one of the folded `terms` stands in it, whatever its width, case or script. */
export function highlight(name: string, terms: readonly string[]): Segment[] {
  const characters = [...name];
  let folded = '';
  const origin: number[] = [];
  characters.forEach((character, i) => {
    const plain = plainCharacter(character);
    folded += plain;
    for (let k = 0; k < plain.length; k++) origin.push(i);
  });
  const marked = new Array<boolean>(characters.length).fill(false);
  for (const term of terms) {
    if (!term) continue;
    const latin = !isHan(term);
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      const end = at + term.length;
      if (latin && (/[a-z0-9]/.test(folded[at - 1] ?? '') || /[a-z]/.test(folded[end] ?? ''))) continue;
      for (let k = at; k < end; k++) marked[origin[k]!] = true;
    }
  }
  const segments: Segment[] = [];
  characters.forEach((character, i) => {
    const mark = marked[i]!;
    const last = segments.at(-1);
    if (last && last.mark === mark) last.text += character;
    else segments.push({ text: character, mark });
  });
  return segments;
}
