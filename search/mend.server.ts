import { formsOf } from './dictionary';
import { bluntReading } from './readings.server';
import { looksLike } from './shapes';
import { pinyinOf, segment } from './text.server';
import type { Vocabulary } from './vocabulary.server';

/** A Latin token as the vocabulary writes it: robots → robot, electrolizer → electrolyzer, wurenij → wurenji. */
export function mendLetters(token: string, vocabulary: Vocabulary): string {
  const known = formsOf(token).find((form) => vocabulary.knowsLatin(form));
  if (known) return known;
  return vocabulary.isEnglish(token) ? token : (vocabulary.nearLetters(token)[0] ?? token);
}

/** For each character of a run, whether a dictionary and the corpus know it as part of a longer word. */
function insideWords(run: string, vocabulary: Vocabulary): boolean[] {
  const inside: boolean[] = [];
  for (const word of segment(run))
    for (const _ of word) inside.push(word.length > 1 && vocabulary.count(word) > 0);
  for (let at = 0; at < run.length; at++) {
    const term = vocabulary.cutAt(run, at);
    if (term) inside.fill(true, at, at + term.length);
  }
  return inside;
}

const sameSound = (a: string, b: string) => pinyinOf(a).full === pinyinOf(b).full;
const nearSound = (a: string, b: string) =>
  bluntReading(pinyinOf(a).syllables) === bluntReading(pinyinOf(b).syllables);

/** How many characters are wrong if `meant` is what was to be typed; undefined when it cannot be. */
function wrongIn(typed: string[], meant: string[], inside: boolean[], at: number): number | undefined {
  if (typed.length !== meant.length) return undefined;
  const wrong = meant.flatMap((one, i) => (one === typed[i] ? [] : [i]));
  if (!wrong.length || wrong.length * 2 > meant.length || wrong.some((i) => inside[at + i])) return undefined;
  const likely = (i: number) =>
    meant.length === 2
      ? sameSound(typed[i]!, meant[i]!)
      : nearSound(typed[i]!, meant[i]!) || looksLike(typed[i]!, meant[i]!);
  return wrong.every(likely) ? wrong.length : undefined;
}

/** Whether what would be put in stands alone beside a word: 馆 before 材料 in a name makes no word 馆材料. */
function putsInAlone(typed: string[], meant: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.thesaurus.has(meant)) return false;
  const pieces = segment(meant).flatMap((word) =>
    [...word].map((one) => ({ one, alone: word.length === 1 })),
  );
  return pieces.some(({ one, alone }, i) => alone && one !== typed[i]);
}

const longestRun = 40;

/**
 * Mends a word typed with a wrong character of the same sound or shape (光子芯偏 → 光子芯片, 钛合今 → 钛合金). Only
 * characters that belong to no word are replaced, at most half of a window, and never where the corpus has what was
 * typed. The fewest changes go first, then words of the thesaurus, then the longest. `note` hears of each change.
 */
export function mendCharacters(
  run: string,
  vocabulary: Vocabulary,
  note: (typed: string, right: string) => string,
): string {
  const characters = [...run];
  const inside = insideWords(run, vocabulary);
  if (characters.length > longestRun || inside.every(Boolean)) return run;
  // a word of the dictionary is meant, even where the corpus has it not: 眼睛 is no 眼镜
  const dictionary = segment(run).flatMap((word) => [...word].map(() => word.length > 1));
  let best: { at: number; typed: string; right: string; worth: number } | undefined;
  for (let length = Math.min(6, characters.length); length >= 2; length--) {
    for (let at = 0; at + length <= characters.length; at++) {
      if (!inside.slice(at, at + length).includes(false)) continue;
      const window = characters.slice(at, at + length);
      const typed = window.join('');
      if (length === 2 && dictionary.slice(at, at + 2).includes(true)) continue;
      if (vocabulary.isTerm(typed) || vocabulary.count(typed) > 0) continue;
      for (const right of vocabulary.soundsOrLooksLike(typed)) {
        const wrong = wrongIn(window, [...right], inside, at);
        if (wrong === undefined || putsInAlone(window, right, vocabulary)) continue;
        const worth = length - 3 * wrong + (vocabulary.thesaurus.has(right) ? 1.5 : 0);
        if (worth > (best?.worth ?? -Infinity)) best = { at, typed, right, worth };
      }
    }
  }
  if (!best) return run;
  const before = run.slice(0, best.at);
  const after = run.slice(best.at + best.typed.length);
  return (
    mendCharacters(before, vocabulary, note) +
    note(best.typed, best.right) +
    mendCharacters(after, vocabulary, note)
  );
}
