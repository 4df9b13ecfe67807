import { isAnswerable, isDoubtful, type Shape } from './answerable';
import { tracesOf } from './called.server';
import { readConditions, type Said } from './conditions';
import type { ItemType } from './item.server';
import { namedField, type NamedField } from './named-field.server';
import { readQuantityWord } from './quantity';
import { fold, segment, wordsOf } from './text.server';
import { spellingsOf, unitOf, type Spelling, type Unit } from './unit.server';
import { cutIntoUnits } from './units.server';
import type { Thesaurus } from './synonyms';
import type { Vocabulary } from './vocabulary.server';
import type { Wanted } from './wanted.server';

export type { Spelling, Unit } from './unit.server';

/**
 * What a query means, and why. `wanted` is undefined when nothing of it occurs in the corpus; `saysNothing` when it is
 * only words such as 场景 or 产品, or only conditions, which ask for everything that fits them.
 */
export type Understanding = {
  folded: string;
  /**
   * what exactly something would be called, with and without the conditions (`tracesOf`); nothing for a word of the
   * field: many things are one, and none of them gains by calling itself so
   */
  called: string[];
  units: Unit[];
  /** in a phrase without gaps the last idea, which says what is sought: …巡检的机器人 */
  head: string | undefined;
  /** the industry or category whose name it is, conditions apart: what is of it comes first */
  field: NamedField | undefined;
  /** what is to be left out: 不要摄像头 */
  excluded: Unit[];
  /** conditions it speaks of: place, kind, validity, amount */
  said: Said[];
  /** which type it speaks of */
  asks: ItemType | undefined;
  wanted: Wanted | undefined;
  /** the same for lists that are not ordered by relevance: what carries most of the query, its head above all */
  surely: Wanted | undefined;
  saysNothing: boolean;
  /** the words that it was read by */
  thesaurus: Thesaurus;
};

const most = { units: 6, length: 120 };
/** p-pho-04, s-ai-04: the code of one item. */
const codeShape = /^[a-z]{1,4}-[a-z0-9]+(-[a-z0-9]+)*$/;
const negation =
  /(不想要|不想做|不想用|不愿做|不愿用|不需要|不要|不用|不使用|不能有|不能用|不含|不带|不靠|不依赖|别用|别要|别带|甭用|无需|无须|避免|除了|除开|除去|排除|(?<=^|[\s,，的])非(?=\p{sc=Han}{2})|\bwithout |\bno |\bnot |\bexcept (?:for )?|\bnon )\s*([\p{sc=Han}a-z0-9]+)/u;
/** What may stand between a denial and what is denied: 不用再取出. */
const filler =
  /^(再去?|还要|去|老是?|总是?|任何|那种|用|有|是|带|打|做|搞|装|烧|加|吃|含|靠|走|属于?|the |any )+(?=..)/u;
/** How texts say that something is done without. */
const denials = ['无', '免', '非', '无需', '不依赖', '免除', '替代'];

/**
 * Takes what is not wanted out of the text: the first idea after 不要, 不带, without. What the corpus itself says to do
 * without (不用液氦: 无液氦) is besides asked for in those words.
 */
function takeExcluded(
  text: string,
  vocabulary: Vocabulary,
): { rest: string; excluded: Unit[]; free: Unit[] } {
  const excluded: Unit[] = [];
  const free: Unit[] = [];
  let rest = text;
  for (let match = negation.exec(rest); match; match = negation.exec(rest)) {
    const stretch = match[2]!.replace(filler, '');
    const term = vocabulary.cutAt(stretch, 0) ?? segment(stretch)[0] ?? stretch;
    // 不要生物医疗的: both
    const other = /^\p{sc=Han}{2,4}(?=的$)/u.exec(stretch.slice(term.length))?.[0] ?? '';
    if (other) excluded.push(unitOf(other, other, 'typed', spellingsOf(other, vocabulary), vocabulary));
    const unit = unitOf(term, term, 'typed', spellingsOf(term, vocabulary), vocabulary);
    excluded.push(unit);
    const said = [
      ...new Set([term, ...unit.spellings.filter((one) => one.weight > 0.4).map((one) => one.text)]),
    ]
      .filter((word) => /^\p{sc=Han}+$/u.test(word))
      .flatMap((word) => [...denials, '不'].map((denial) => denial + word))
      .filter((words) => vocabulary.count(words) > 0)
      .map((words): Spelling => ({ text: words, weight: 1, relation: 'same' }));
    const end = match.index + match[0].length - stretch.length + term.length + other.length;
    const typed = rest.slice(match.index, end).trim();
    if (said.length) free.push(unitOf(typed, typed, 'typed', said, vocabulary));
    rest = `${rest.slice(0, match.index)} ${rest.slice(end).replace(/^(的|等|以外|之外|外)/u, ' ')}`;
  }
  return { rest, excluded, free };
}

/** No single word, however rare, outweighs the others for being found; ranking still knows how rare it is. */
const weightOf = (unit: Unit) => Math.min(unit.idf, 3.5);

const wantedSpelling = (text: string): Wanted => ({ all: wordsOf(text, 'asked').map((word) => ({ word })) });
/** Which words an item has to hold to meet the unit in one of its spellings, or in its `best` ones. */
export const wantedUnit = (unit: Unit, best = Infinity): Wanted => ({
  any: unit.spellings.slice(0, best).map((one) => wantedSpelling(one.text)),
});

/**
 * Every smallest choice of units that together carry this share of what the query says; choices that begin alike are
 * written once, so that each unit's spellings stand in the filter as seldom as can be.
 */
function carrying(units: Unit[], share: number): Wanted {
  const need = units.reduce((sum, unit) => sum + weightOf(unit), 0) * share;
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
const shares = { wanted: 1 / 3, name: 1 / 2, surely: 0.6, doubtful: 0.6 };

function wantedOf(
  units: Unit[],
  inOrder: Unit[],
  vocabulary: Vocabulary,
  shape: Shape,
  head: string | undefined,
): Pick<Understanding, 'wanted' | 'surely'> {
  const nothing = { wanted: undefined, surely: undefined };
  if (!isAnswerable(units, inOrder, vocabulary, shape)) return nothing;
  const known = units.filter((unit) => unit.spellings.length > 0);
  if ((shape.phrase || !shape.sentence) && isDoubtful(units, vocabulary)) {
    const all = units.reduce((sum, unit) => sum + weightOf(unit), 0);
    const share = (shares.doubtful * all) / known.reduce((sum, unit) => sum + weightOf(unit), 0);
    if (share > 1) return nothing;
    const wanted = carrying(known, share);
    return { wanted, surely: wanted };
  }
  // a name of many parts is one thing: what shares a third of it is another
  const isName = shape.phrase && !shape.sentence && known.length >= 4;
  const most = carrying(known, shares.surely);
  const sought = known.find((unit) => unit.typed === head);
  return {
    wanted: carrying(known, isName ? shares.name : shares.wanted),
    surely: sought ? { all: [wantedUnit(sought), most] } : most,
  };
}

/** All that is of the field is found, whatever its words are read as. */
function withField(
  { wanted, surely }: ReturnType<typeof wantedOf>,
  field: NamedField | undefined,
): ReturnType<typeof wantedOf> {
  if (!field) return { wanted, surely };
  const named = wantedSpelling(field.reading);
  return {
    wanted: wanted ? { any: [named, wanted] } : named,
    surely: surely ? { any: [named, surely] } : named,
  };
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
  const nothing = {
    folded,
    called: vocabulary.thesaurus.has(folded) ? [] : tracesOf([folded]),
    head: undefined,
    field: undefined,
    excluded: [],
    said: [],
    asks: undefined,
    saysNothing: false,
    thesaurus: vocabulary.thesaurus,
  };
  if (codeShape.test(folded) && vocabulary.count(folded) > 0) {
    const spelling = { text: folded, weight: 1, relation: 'same' as const };
    const unit = unitOf(folded, folded, 'code', [spelling], vocabulary);
    const wanted = wantedUnit(unit);
    return { ...nothing, units: [unit], wanted, surely: wanted };
  }
  const { rest: unconditional, said, asks } = readConditions(folded, vocabulary.places, off);
  const { rest, excluded, free } = takeExcluded(unconditional, vocabulary);
  const field = excluded.length ? undefined : namedField(rest);
  const read = field?.reading ?? rest;
  const inOrder = [...free, ...cutIntoUnits(read, vocabulary)];
  const characters = read.match(/\p{sc=Han}/gu)?.length ?? 0;
  const shape = {
    sentence: characters >= 9 && inOrder.length >= 3,
    phrase: /^[\p{sc=Han}a-z0-9]+$/u.test(read),
  };
  const distinct = new Map(inOrder.map((unit) => [unit.text, unit]));
  const all = [...distinct.values()].sort((a, b) => b.idf - a.idf);
  // of many ideas those that the vocabulary knows say what is sought
  const telling = (unit: Unit) =>
    unit.spellings.length ? unit.idf + (vocabulary.isTerm(unit.text) ? 0.8 : 0) : 0;
  const units =
    all.length > most.units
      ? [...all]
          .sort((a, b) => telling(b) - telling(a))
          .slice(0, most.units)
          .sort((a, b) => b.idf - a.idf)
      : all;
  const head = headOf(read, inOrder);
  const ofTheField = (text: string) => vocabulary.thesaurus.has(text.trim()) || namedField(text);
  return {
    folded,
    called: tracesOf([folded, unconditional].filter((text) => !ofTheField(text))),
    units,
    head,
    field,
    excluded,
    said,
    asks,
    ...withField(wantedOf(units, inOrder, vocabulary, shape, head), field),
    saysNothing: !units.length && wordsOf(folded, 'asked').length > 0,
    thesaurus: vocabulary.thesaurus,
  };
}

/** Strong spellings of a query as they stand in texts: for marking names. */
export const strongTerms = ({ units }: Pick<Understanding, 'units'>): string[] =>
  units.flatMap((unit) =>
    unit.spellings.filter((one) => one.weight > 0.4 && !readQuantityWord(one.text)).map((one) => one.text),
  );
