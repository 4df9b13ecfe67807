import { bluntReading } from './readings.server';
import { looksLike } from './shapes';
import { pinyinOf, segment } from './text.server';
import type { Vocabulary } from './vocabulary.server';

const stems: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/es$/, ''],
  [/es$/, 'e'],
  [/s$/, ''],
  [/ing$/, ''],
  [/ed$/, ''],
];

/** A Latin token as the vocabulary writes it: robots → robot, electrolizer → electrolyzer, wurenij → wurenji. */
export function mendLetters(token: string, vocabulary: Vocabulary): string {
  if (vocabulary.knowsLatin(token)) return token;
  const stem = stems
    .map(([ending, put]) => token.replace(ending, put))
    .find((one) => one !== token && vocabulary.knowsLatin(one));
  if (stem) return stem;
  return vocabulary.nearLetters(token)[0] ?? token;
}

/** For each character of a run, whether a dictionary or the corpus knows it as part of a longer word. */
function insideWords(run: string, vocabulary: Vocabulary): boolean[] {
  const inside: boolean[] = [];
  for (const word of segment(run))
    for (const _ of word) inside.push(word.length > 1 && vocabulary.count(word) > 0);
  return inside;
}

const sameSound = (a: string, b: string) => pinyinOf(a).full === pinyinOf(b).full;
const nearSound = (a: string, b: string) =>
  bluntReading(pinyinOf(a).syllables) === bluntReading(pinyinOf(b).syllables);

/** Whether `meant` may be what was to be typed where `typed` stands. */
function plausible(typed: string[], meant: string[], inside: boolean[], at: number): boolean {
  if (typed.length !== meant.length) return false;
  const wrong = meant.flatMap((one, i) => (one === typed[i] ? [] : [i]));
  if (!wrong.length || wrong.length * 2 > meant.length || wrong.some((i) => inside[at + i])) return false;
  if (meant.length === 2) return wrong.every((i) => sameSound(typed[i]!, meant[i]!));
  return wrong.every((i) => nearSound(typed[i]!, meant[i]!) || looksLike(typed[i]!, meant[i]!));
}

/**
 * Mends a word typed with a wrong character of the same sound or shape (光子芯偏 → 光子芯片, 钛合今 → 钛合金). Only
 * characters that belong to no word are replaced, at most half of a window, and never where the corpus has what was
 * typed. `note` hears of each change.
 */
export function mendCharacters(
  run: string,
  vocabulary: Vocabulary,
  note: (typed: string, right: string) => string,
): string {
  const characters = [...run];
  const inside = insideWords(run, vocabulary);
  if (inside.every(Boolean)) return run;
  for (let length = Math.min(6, characters.length); length >= 2; length--) {
    for (let at = 0; at + length <= characters.length; at++) {
      if (!inside.slice(at, at + length).includes(false)) continue;
      const window = characters.slice(at, at + length);
      const typed = window.join('');
      if (vocabulary.isTerm(typed) || vocabulary.count(typed) > 0) continue;
      const right = vocabulary
        .soundsOrLooksLike(typed)
        .find((term) => plausible(window, [...term], inside, at));
      if (!right) continue;
      const before = characters.slice(0, at).join('');
      const after = characters.slice(at + length).join('');
      return (
        mendCharacters(before, vocabulary, note) +
        note(typed, right) +
        mendCharacters(after, vocabulary, note)
      );
    }
  }
  return run;
}
