import type { Unit } from './unit.server';
import type { Vocabulary } from './vocabulary.server';

/** How a query is put: a `sentence` of many words, or a `phrase` without any gap. */
export type Shape = { sentence: boolean; phrase: boolean };

/** Words for what a thing is in general: what stands before them says which. */
const general =
  /^(生产线|产线|流水线|设备|装置|装备|机|机器|机械|炉|系统|平台|仪|仪器|器|器械|器材|车|船|厂|工厂|车间|工程|项目|服务|软件|材料|配件|耗材|用品|机组|站|柜|箱|工具|技术)$/u;
const isGeneral = ({ text }: Unit) => general.test(text);
/** An unknown word of a sentence says mostly how somebody talks. */
const chatter = 2;

/** Whether enough of what a query says is known to look for it; without this a part of it would stand for the whole. */
export function isAnswerable(units: Unit[], inOrder: Unit[], vocabulary: Vocabulary, shape: Shape): boolean {
  const known = units.filter((unit) => unit.spellings.length > 0);
  const weigh = (unit: Unit) =>
    shape.sentence && !unit.spellings.length ? Math.min(unit.idf, chatter) : unit.idf;
  const weight = (some: Unit[]) => some.reduce((sum, unit) => sum + weigh(unit), 0);
  const share = known.length ? weight(known) / weight(units) : 0;
  const telling = known.some((unit) => vocabulary.isTerm(unit.text) && unit.idf >= 1 && !isGeneral(unit));
  // the last word of a Chinese phrase is what is sought, and the one before it where that is general: 手机壳 is no
  // 手机, whatever is known of 手机, and a 羊奶粉生产线 no other 生产线
  const ideas = inOrder.filter((unit) => unit.how !== 'quantity');
  const last = ideas.at(-1);
  const head = shape.phrase && last && isGeneral(last) ? (ideas.at(-2) ?? last) : last;
  const headless = head !== undefined && !head.spellings.length && inOrder.length <= (shape.phrase ? 4 : 3);
  // a phrase that ends in goods which nobody here offers asks for them, whatever stands before: 冬天路面撒的融雪剂
  if (shape.phrase && last && !last.spellings.length && vocabulary.isTerm(last.text)) return false;
  const named = known.some((unit) => unit.how === 'organisation');
  const particular = units.filter((unit) => !isGeneral(unit));
  const knownOfThem =
    weight(particular.filter((unit) => unit.spellings.length > 0)) / (weight(particular) || 1);
  const strange = headless && !named && (head === last ? share < 0.42 : knownOfThem < 0.5);
  return share >= 0.3 && (share >= 0.55 || telling) && !strange;
}

/** So many ideas at most make a phrase of which each counts. */
const few = 3;
/** 不用激光: how, not what. */
const denial = /^(不|无|免|非|别|除)/u;

/**
 * Whether what is known of a phrase may be a chance: no name of an item holds any of it, or it names a thing that the
 * vocabulary knows and no text has (校服, 疫苗). Then only what meets most of it answers. A sentence speaks of more than
 * what it seeks.
 */
export function isDoubtful(units: Unit[], vocabulary: Vocabulary): boolean {
  const ideas = units.filter((unit) => unit.how !== 'quantity' && !denial.test(unit.typed));
  if (ideas.length < 2 || ideas.length > few) return false;
  const absent = ideas.some((unit) => !unit.spellings.length && vocabulary.isTerm(unit.text));
  const named = ({ text }: Unit['spellings'][number]) => vocabulary.names.some('folded', text);
  return absent || !ideas.some((unit) => unit.how === 'organisation' || unit.spellings.some(named));
}
