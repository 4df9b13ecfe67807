import { calledAs } from './called.server';
import type { Reason, Relation } from './found';
import { textFields, today, type Facts, type ItemType, type TextField, type Texts } from './item.server';
import { quantityWord, readQuantityWord, type Quantity } from './quantity';
import type { Understanding, Unit } from './query.server';
import type { Thesaurus } from './synonyms';
import { wordsOf } from './text.server';

export type Rankable = Facts & { text: Texts };
/** An item in its place: why it is there, and which units it does not meet. */
export type Ranked<T> = { item: T; score: number; reasons: Reason[]; missing: string[] };

const fieldWeights: Record<(typeof textFields)[number], number> = {
  name: 4,
  org: 0.6,
  cat: 0.7,
  specs: 1,
  summary: 1,
  linked: 0.3,
  marks: 2,
};
/** The unit is itself the category, industry or district. */
const wholeCategory = 2;
const saturation = 1.2;
const endsName = 1.35;
const scattered = 0.4;
const sharedWords = 0.35;
const notWanted = { named: 0.4, spokenOf: 0.75 };
const otherType = 0.3;
const withoutHead = 0.8;
/** What is left of an item's relevance when it only goes with what the field knows; then its name says no more than a text. */
export const aside = 0.5;

const latinEdge = /[a-z0-9]/;

function holds(text: string, spelling: string): boolean {
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    const cutsBefore = latinEdge.test(spelling[0]!) && latinEdge.test(text[at - 1] ?? '');
    const cutsAfter = latinEdge.test(spelling.at(-1)!) && latinEdge.test(text[at + spelling.length] ?? '');
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

type Met = { how: number; field: TextField; word: string; relation: Relation };

/** How near the item's quantities of the same dimension come to what was asked for, between 0 and 1. */
function closeness(
  { dimension, value, compare }: Quantity,
  marks: string,
): { how: number; word: string } | undefined {
  let best: { how: number; word: string } | undefined;
  for (const word of marks.split(' ')) {
    const there = readQuantityWord(word);
    if (there?.dimension !== dimension || !there.value || !value) continue;
    const ratio = there.value / value;
    const fits = (compare === 'least' && ratio >= 0.999) || (compare === 'most' && ratio <= 1.001);
    const far = Math.abs(Math.log(ratio));
    const how = far < 0.002 ? 0.9 : fits ? 0.8 : far < 0.1 ? 0.7 : far < 0.3 ? 0.4 : 0;
    if (how > (best?.how ?? 0)) best = { how, word };
  }
  return best;
}

const fieldsOf = (text: Texts, word: string) =>
  textFields.reduce((sum, field) => sum + (holds(text[field], word) ? fieldWeights[field] : 0), 0);

/** How well one unit is met: the best spelling in the best fields. `how` is between 0 and 1. */
function met(
  unit: Unit,
  text: Texts,
  whole: string,
  parts: (word: string) => string[],
  own: boolean,
): Met | undefined {
  let best: Met | undefined;
  const name = text.name.trimEnd();
  const categories = ` ${text.cat} `;
  const there = unit.spellings.filter((one) => holds(whole, one.text));
  const ways = there.filter((one) => one.weight > 0.5).length;
  const keep = (one: Met) => {
    if (one.how > (best?.how ?? 0)) best = one;
  };
  for (const spelling of unit.spellings) {
    const { text: word, weight, relation } = spelling;
    let field: TextField | undefined;
    let sum = 0;
    if (weight === 1 && categories.includes(` ${word} `)) {
      sum = wholeCategory;
      field = 'cat';
    }
    if (there.includes(spelling))
      for (const one of textFields)
        if (holds(text[one], word)) {
          sum += fieldWeights[one === 'name' && !own ? 'summary' : one];
          if (!field || fieldWeights[one] > fieldWeights[field]) field = one;
        }
    if (sum && name.endsWith(word)) sum *= endsName;
    if (word.includes(' ')) {
      const both = word.split(' ').map((part) => fieldsOf(text, part));
      sum = Math.min(...both);
      if (sum) field = 'summary';
    }
    if (!sum && parts(word).every((part) => whole.includes(part))) {
      sum = scattered;
      field = 'summary';
    }
    if (field) keep({ how: (weight * sum) / (sum + saturation), field, word, relation });
  }
  if (unit.quantity) {
    const near = closeness(unit.quantity, text.marks);
    if (near) {
      const exact = near.word === quantityWord(unit.quantity);
      keep({ how: near.how, field: 'specs', word: near.word, relation: exact ? 'same' : 'related' });
    }
  }
  // an item that says it in several ways is about it
  return best && { ...best, how: best.how * (1 + 0.04 * Math.min(4, Math.max(0, ways - 1))) };
}

const denied = /[不无免非替代去没]/u;

/** Whether a text holds the word other than as what is done without: 无液氦 does not speak of 液氦. */
function speaksOf(text: string, word: string): boolean {
  if (!holds(text, word)) return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!denied.test(text.slice(Math.max(0, at - 3), at))) return true;
  return false;
}

/** What is left of an item's relevance when it is or speaks of what is not wanted. */
function unwelcome(unit: Unit, { name, specs, summary }: Texts): number {
  const strong = unit.spellings.filter((one) => one.weight > 0.4).map((one) => one.text);
  if (strong.some((word) => speaksOf(name, word))) return notWanted.named;
  return strong.some((word) => speaksOf(`${specs} ${summary}`, word)) ? notWanted.spokenOf : 1;
}

/** What is added for standing: never more than the last differences of relevance. */
function standing(item: Facts): number {
  const inForce = (item.recognisedUntil ?? 0) >= today() ? 0.012 : 0;
  const used = Math.min(item.uses ?? 0, 5) * 0.002;
  // whole days, so that two answers of one day agree
  const ageDays = Math.max(0, Math.floor((Date.now() - item.publishedAt) / 86_400_000));
  return inForce + used + 0.003 * Math.max(0, 1 - ageDays / 730);
}

/**
 * Whether a name says itself what is sought, or at least something that the field knows. A dust cover for drones ends in
 * neither: whatever its name and text speak of, it only goes with it.
 */
const isOwn = (name: string, units: readonly Unit[], thesaurus: Thesaurus) =>
  thesaurus.knowsEnding(name) ||
  units.some((unit) => unit.spellings.some((one) => one.weight > 0.4 && name.endsWith(one.text)));

/**
 * Orders candidates by how much of the query they meet and where: name before summary before organisation, the word
 * itself before a synonym, rare words before common ones; then recognition in force, evidence of use and freshness.
 * Equal scores: recognised longest, then by code. Before all of them stands what is called exactly as the query is: by
 * its name, then by another name; next what is `first` whatever it says: of the field that the query names.
 */
export function rank<T extends Rankable>(
  items: readonly T[],
  { folded, called, units, head, field, excluded, asks, thesaurus }: Understanding,
  type?: ItemType,
  first: ReadonlySet<string> = new Set(),
): Ranked<T>[] {
  const asked = wordsOf(field?.reading ?? folded, 'asked');
  const exactCode = 5;
  const cut = new Map<string, string[]>();
  const parts = (word: string) => {
    let known = cut.get(word);
    if (!known) cut.set(word, (known = wordsOf(word, 'asked')));
    return known;
  };
  const total = units.reduce((sum, unit) => sum + unit.idf, 0) || 1;
  const ranked = items
    .map((item) => {
      const whole = textFields.map((field) => item.text[field]).join(' ');
      const own = isOwn(item.text.name, units, thesaurus);
      let sum = 0;
      let covered = 0;
      const reasons: (Reason & { share: number })[] = [];
      const missing: string[] = [];
      for (const unit of units) {
        const one = met(unit, item.text, whole, parts, own);
        if (!one) {
          missing.push(unit.typed);
          continue;
        }
        sum += unit.idf * one.how;
        covered += unit.idf;
        const { field, word, relation } = one;
        reasons.push({ typed: unit.typed, word, field, how: unit.how, relation, share: unit.idf * one.how });
      }
      const shared = asked.reduce(
        (n, word) => n + (own && item.text.name.includes(word) ? 1 : whole.includes(word) ? 0.4 : 0),
        0,
      );
      const named = item.code.toLowerCase() === folded ? exactCode : 0;
      const unwanted = Math.min(1, ...excluded.map((unit) => unwelcome(unit, item.text)));
      const relevance = (sum / total) * (covered / total) + (sharedWords * shared) / (asked.length || 1);
      const headless = head !== undefined && missing.includes(head) ? withoutHead : 1;
      const meant = unwanted * headless * (own ? 1 : aside) * (asks && type && asks !== type ? otherType : 1);
      const score = named + relevance * meant + standing(item);
      return {
        item,
        score,
        called: calledAs(item.text.marks, called),
        reasons: reasons.sort((a, b) => b.share - a.share).map(({ share: _, ...reason }) => reason),
        missing,
      };
    })
    .sort(
      (a, b) =>
        a.called - b.called ||
        Number(first.has(b.item.id)) - Number(first.has(a.item.id)) ||
        b.score - a.score ||
        (b.item.recognisedUntil ?? 0) - (a.item.recognisedUntil ?? 0) ||
        (a.item.code < b.item.code ? -1 : 1),
    );
  // scores fall with the place: nothing before others scores less than they do
  let least = 0;
  return ranked
    .reverse()
    .map(({ called: _, ...one }) => ({ ...one, score: (least = Math.max(least, one.score)) }))
    .reverse();
}
