import { batchOf, batchShape } from './batch';
import type { Said } from './conditions';
import { chineseNumber } from './quantity';

const year = String.raw`(?:(?<!\d|[-~—至到] ?)((?:19|20)\d\d)年?度?\s*(?:的\s*)?)?`;
const ordinal = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})`;
const decided = '(?:新?(?:认定|获批|入选|公布|发布|评定))?的?';
const listed = '(?:(?:目录|名单|清单)(?:之?[里中内上])?的?)?';
/** 第三批, 第3批, 2024年第二批认定的, 第一、二批; 第三批量产 is none. */
const inChinese = new RegExp(
  `${year}第\\s*(${ordinal}(?:\\s*批?次?\\s*[、,和与及]\\s*第?\\s*${ordinal})*)\\s*批次?(?!量|准|复|发(?!布))${decided}${listed}`,
  'gu',
);
const englishOrdinals = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ofYear = String.raw`(?: (?:of|in) ((?:19|20)\d\d)(?!\d))?`;
/** 2024 batch 2, batch 2 of 2024, second batch; the first batch is a kind of product. */
const inEnglish = [
  new RegExp(
    String.raw`(?:(?<!\d)((?:19|20)\d\d) )?\bbatch(?: no\.?)? ?(\d{1,2})(?![\d.]|[ -]?(?:kg|g|t|l|ml|吨|升)(?![a-z]))${ofYear}`,
    'g',
  ),
  new RegExp(
    String.raw`(?:(?<!\d)((?:19|20)\d\d) )?\b(${englishOrdinals.join('|')}|\d{1,2}(?:st|nd|rd|th)) batch(?![a-z])${ofYear}`,
    'g',
  ),
];

const numberOf = (text: string): number => {
  const inWords = englishOrdinals.indexOf(text);
  if (inWords >= 0) return inWords + 2;
  return /^\d/.test(text) ? parseInt(text, 10) : (chineseNumber(text) ?? 0);
};

/** Takes the batches that a folded text names out of it: `2024-2`, or `2` where it says no year. */
export function takeBatches(folded: string, said: Said[]): string {
  const texts: string[] = [];
  const values = new Set<string>();
  for (const pattern of [inChinese, ...inEnglish])
    for (const [text, before, numbers, after] of folded.matchAll(pattern)) {
      const year = before ?? after;
      const named = numbers!
        .split(/[、,和与及批次第\s]+/u)
        .filter(Boolean)
        .map(numberOf)
        .map((sequence) => (year ? batchOf(Number(year), sequence) : String(sequence)))
        .filter((value) => batchShape.test(value));
      if (!named.length) continue;
      texts.push(text);
      for (const value of named) values.add(value);
    }
  if (texts.length) said.push({ key: 'batch', said: texts.join(' ').trim(), values: [...values] });
  return texts.reduce((rest, text) => rest.replace(text, ' '), folded);
}

/** 2024年首台套 第二批: one batch of that year. */
export function joinBatchWithYear(said: Said[]) {
  const batch = said.find((one) => one.key === 'batch');
  const year = said.find((one) => one.key === 'year');
  if (!batch?.values || !year?.min || year.min !== year.max) return;
  if (batch.values.some((value) => value.includes('-'))) return;
  batch.values = batch.values.map((sequence) => batchOf(year.min!, Number(sequence)));
  batch.said = `${year.said} ${batch.said}`;
  said.splice(said.indexOf(year), 1);
}
