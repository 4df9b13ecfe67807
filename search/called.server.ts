import { createHash } from 'node:crypto';
import { fold } from './text.server';
import type { Wanted } from './wanted.server';

/**
 * What a text is to an item: its name; another name, English name or model number. The surest first, each with what its
 * marks begin with. Keywords are none: their maker may choose any.
 */
const callings = { name: 'xn', other: 'xo' } as const;
export type Calling = keyof typeof callings;
const beginnings = Object.values(callings);
const length = 12;
const markShape = new RegExp(`^(${beginnings.join('|')})[0-9a-f]{${length}}$`);

/** Whether a stored word only says what an item is called: no text has it. */
export const isCalledMark = (word: string) => markShape.test(word);

/** The same for the same words, however they are spaced and joined: YY-X100, yy x100. */
function trace(folded: string): string | undefined {
  const plain = folded.replace(/[^\p{L}\p{N}]/gu, '');
  return plain ? createHash('sha1').update(plain).digest('hex').slice(0, length) : undefined;
}

/** Distinct traces of the folded texts that may be what something is called. */
export const tracesOf = (folded: readonly string[]) => [
  ...new Set(folded.flatMap((text) => trace(text) ?? [])),
];

/** The marks by which an item is found by exactly what it is called. */
export const calledMarks = (called: Partial<Record<Calling, readonly (string | null)[]>>) =>
  Object.entries(called).flatMap(([how, texts]) =>
    tracesOf(texts.map((text) => fold(text ?? ''))).map((one) => callings[how as Calling] + one),
  );

/** What an item holds that is called so. */
export const wantedCalled = (traces: readonly string[]): Wanted => ({
  any: beginnings.flatMap((begins) => traces.map((one) => ({ word: begins + one }))),
});

export const notCalled = beginnings.length;
/** How far from its name is what an item with these marks is called: 0 its name itself, `notCalled` nothing of it. */
export function calledAs(marks: string, traces: readonly string[]): number {
  const at = beginnings.findIndex((begins) => traces.some((one) => marks.includes(begins + one)));
  return at < 0 ? notCalled : at;
}
