import { readConditions, type Said } from './conditions';
import type { ItemType } from './item.server';
import { readQuantityWord } from './quantity';
import { fold, segment, wordsOf } from './text.server';
import { cutIntoUnits, spellingsOf, unitOf, type Unit } from './units.server';
import type { Vocabulary } from './vocabulary.server';
import type { Wanted } from './wanted.server';

export type { Spelling, Unit } from './units.server';

/**
 * What a query means, and why. `wanted` is undefined when nothing of it occurs in the corpus; `saysNothing` when it is
 * only words such as 场景 or 产品, or only conditions, which ask for everything that fits them.
 */
export type Understanding = {
  folded: string;
  units: Unit[];
  /** in a phrase without gaps the last idea, which says what is sought: …巡检的机器人 */
  head: string | undefined;
  /** what is to be left out: 不要摄像头 */
  excluded: Unit[];
  /** conditions it speaks of: place, kind, validity, amount */
  said: Said[];
  /** which type it speaks of */
  asks: ItemType | undefined;
  wanted: Wanted | undefined;
  saysNothing: boolean;
};

const most = { units: 6, length: 120 };
/** p-pho-04, s-ai-04: the code of one item. */
const codeShape = /^[a-z]{1,4}-[a-z0-9]+(-[a-z0-9]+)*$/;
const negation =
  /(不想要|不需要|不要|不用|不能有|不含|不带|无需|避免|除了|除开|排除|\bwithout |\bno |\bnot )\s*([\p{sc=Han}a-z0-9]+)/u;

/** Takes what is not wanted out of the text: the first idea after 不要, 不带, without. */
function takeExcluded(text: string, vocabulary: Vocabulary): { rest: string; excluded: Unit[] } {
  const excluded: Unit[] = [];
  let rest = text;
  for (let match = negation.exec(rest); match; match = negation.exec(rest)) {
    const stretch = match[2]!;
    const term = vocabulary.cutAt(stretch, 0) ?? segment(stretch)[0] ?? stretch;
    excluded.push(unitOf(term, term, 'typed', spellingsOf(term, vocabulary), vocabulary));
    const end = match.index + match[0].length - stretch.length + term.length;
    rest = `${rest.slice(0, match.index)} ${rest.slice(end).replace(/^(的|等)/u, ' ')}`;
  }
  return { rest, excluded };
}

/** No single word, however rare, outweighs the others for being found; ranking still knows how rare it is. */
const weightOf = (unit: Unit) => Math.min(unit.idf, 3.5);

const wantedSpelling = (text: string): Wanted => ({ all: wordsOf(text, 'asked').map((word) => ({ word })) });
/** Which words an item has to hold to meet the unit in one of its spellings, or in its `best` ones. */
export const wantedUnit = (unit: Unit, best = Infinity): Wanted => ({
  any: unit.spellings.slice(0, best).map((one) => wantedSpelling(one.text)),
});

/**
 * Every smallest choice of units that together carry a third of what the query says; choices that begin alike are
 * written once, so that each unit's spellings stand in the filter as seldom as can be.
 */
function thirds(units: Unit[]): Wanted {
  const need = units.reduce((sum, unit) => sum + weightOf(unit), 0) / 3;
  const after = units.map((_, i) => units.slice(i).reduce((sum, unit) => sum + weightOf(unit), 0));
  const from = (first: number, carried: number): Wanted => ({
    any: units.flatMap((unit, i): Wanted[] => {
      if (i < first || carried + after[i]! < need) return [];
      const sum = carried + weightOf(unit);
      return [sum >= need ? wantedUnit(unit) : { all: [wantedUnit(unit), from(i + 1, sum)] }];
    }),
  });
  return from(0, 0);
}

function wantedOf(units: Unit[], inOrder: Unit[], vocabulary: Vocabulary): Wanted | undefined {
  const known = units.filter((unit) => unit.spellings.length > 0);
  const weight = (some: Unit[]) => some.reduce((sum, unit) => sum + unit.idf, 0);
  const share = known.length ? weight(known) / weight(units) : 0;
  const telling = known.some((unit) => vocabulary.isTerm(unit.text) && unit.idf >= 1);
  // the last word of a Chinese phrase is what is sought: 手机壳 is no 手机, whatever is known of 手机
  const head = inOrder.filter((unit) => unit.how !== 'quantity').at(-1);
  const headless = head !== undefined && !head.spellings.length && inOrder.length <= 3;
  const named = known.some((unit) => unit.how === 'organisation');
  if (share < 0.3 || (share < 0.55 && !telling) || (headless && !named && share < 0.42)) return undefined;
  return thirds(known);
}

const headOf = (rest: string, inOrder: Unit[]) =>
  inOrder.length >= 3 && !rest.includes(' ')
    ? inOrder.filter((unit) => unit.spellings.length && unit.how !== 'quantity' && unit.idf >= 1).at(-1)
        ?.typed
    : undefined;

/**
 * What a query asks for: folded; conditions and what is not wanted taken out; mended; cut into units by the thesaurus,
 * the names and the dictionary, each with the spellings that the corpus really has. A pure function of query,
 * vocabulary and the conditions that somebody has taken `off`.
 */
export function understand(
  query: string,
  vocabulary: Vocabulary,
  off: ReadonlySet<string> = new Set(),
): Understanding {
  const folded = fold(query.slice(0, most.length));
  const nothing = { folded, head: undefined, excluded: [], said: [], asks: undefined, saysNothing: false };
  if (codeShape.test(folded) && vocabulary.count(folded) > 0) {
    const spelling = { text: folded, weight: 1, relation: 'same' as const };
    const unit = unitOf(folded, folded, 'code', [spelling], vocabulary);
    return { ...nothing, units: [unit], wanted: wantedUnit(unit) };
  }
  const { rest: unconditional, said, asks } = readConditions(folded, vocabulary.places, off);
  const { rest, excluded } = takeExcluded(unconditional, vocabulary);
  const inOrder = cutIntoUnits(rest, vocabulary);
  const distinct = new Map(inOrder.map((unit) => [unit.text, unit]));
  const units = [...distinct.values()].sort((a, b) => b.idf - a.idf).slice(0, most.units);
  return {
    folded,
    units,
    head: headOf(rest, inOrder),
    excluded,
    said,
    asks,
    wanted: wantedOf(units, inOrder, vocabulary),
    saysNothing: !units.length && wordsOf(folded, 'asked').length > 0,
  };
}

/** Strong spellings of a query as they stand in texts: for marking names. */
export const strongTerms = ({ units }: Pick<Understanding, 'units'>): string[] =>
  units.flatMap((unit) =>
    unit.spellings.filter((one) => one.weight > 0.4 && !readQuantityWord(one.text)).map((one) => one.text),
  );
