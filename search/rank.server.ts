import { textFields, type Facts, type Texts } from './item.server';
import type { Understanding, Unit } from './query.server';
import { wordsOf } from './text.server';

export type Rankable = Facts & { text: Texts };
export type Ranked<T> = { item: T; score: number };

const fieldWeights: Record<(typeof textFields)[number], number> = {
  name: 4,
  org: 0.6,
  cat: 0.7,
  specs: 1,
  summary: 1,
  linked: 0.3,
};
/** The unit is itself the category, industry or district. */
const wholeCategory = 2;
const saturation = 1.2;
const endsName = 1.35;
const scattered = 0.4;
const sharedWords = 0.35;

const latinEdge = /[a-z0-9]/;

function holds(text: string, spelling: string): boolean {
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    const cutsBefore = latinEdge.test(spelling[0]!) && latinEdge.test(text[at - 1] ?? '');
    const cutsAfter = latinEdge.test(spelling.at(-1)!) && latinEdge.test(text[at + spelling.length] ?? '');
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

/** How well one unit is met: the best spelling in the best fields, between 0 and 1. */
function met(unit: Unit, text: Texts, whole: string): number {
  let best = 0;
  for (const spelling of unit.spellings) {
    let sum = spelling.weight === 1 && ` ${text.cat} `.includes(` ${spelling.text} `) ? wholeCategory : 0;
    for (const field of textFields) if (holds(text[field], spelling.text)) sum += fieldWeights[field];
    if (sum && text.name.trimEnd().endsWith(spelling.text)) sum *= endsName;
    if (!sum && wordsOf(spelling.text, 'asked').every((word) => whole.includes(word))) sum = scattered;
    best = Math.max(best, (spelling.weight * sum) / (sum + saturation));
  }
  return best;
}

/**
 * Orders candidates by how much of the query they meet and where: name before summary before organisation, the word
 * itself before a synonym, rare words before common ones. Equal scores: recognised longest, then by code.
 */
export function rank<T extends Rankable>(items: readonly T[], { folded, units }: Understanding): Ranked<T>[] {
  const asked = wordsOf(folded, 'asked');
  const exactCode = 5;
  const total = units.reduce((sum, unit) => sum + unit.idf, 0) || 1;
  return items
    .map((item) => {
      const whole = textFields.map((field) => item.text[field]).join(' ');
      let sum = 0;
      let covered = 0;
      for (const unit of units) {
        const how = met(unit, item.text, whole);
        sum += unit.idf * how;
        if (how > 0) covered += unit.idf;
      }
      const shared = asked.reduce(
        (n, word) => n + (item.text.name.includes(word) ? 1 : whole.includes(word) ? 0.4 : 0),
        0,
      );
      const named = item.code.toLowerCase() === folded ? exactCode : 0;
      const score = named + (sum / total) * (covered / total) + (sharedWords * shared) / (asked.length || 1);
      return { item, score };
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        (b.item.recognisedUntil ?? 0) - (a.item.recognisedUntil ?? 0) ||
        (a.item.code < b.item.code ? -1 : 1),
    );
}
