export { countedTypes, type CountedType } from '#db/schema/words';

/** The periods that the report can show, in days. */
export const reportPeriods = [7, 30, 90] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/**
 * Words that one process told fewer askers than this of apart, on one and the same day, are not shown: one person alone
 * may have typed them, on several days or at several processes.
 */
export const leastAskers = 2;
const longestTerm = 60;

// What may stand between the digits of one number.
const gap = '[ .·–—-]{0,3}';
// Whatever stands around them: an e-mail address; a mobile, a landline and an identity card number; an account number or
// credit code; a name in a messenger.
const personal = [
  /\S@\S/,
  new RegExp(
    `(?<!\\d)(?:(?:\\+|00)?86${gap})?(?=(?:\\d${gap}){11}(?!\\d))(?!19[7-9]\\d\\D)1[3-9]\\d{1,2}${gap}\\d{3,5}${gap}\\d{3,5}`,
  ),
  new RegExp(`(?<![\\d.])(?:0|(?:\\+|00)86${gap}0?)[1-9]\\d{1,2}[)]?${gap}[2-8]\\d{2,3}${gap}\\d{4}(?!\\d)`),
  new RegExp(`\\d{6}${gap}(?:19|20)\\d\\d${gap}\\d\\d${gap}\\d\\d${gap}\\d{3}[\\dx]`),
  /(?=(?:[a-z]*\d){8})[0-9a-z]{15,}/,
  /(?:微信|vx|qq)[:： ]?\w{4,}/,
];
const manyDigits = /\d(?:(?:[ –—-]{0,3}|[.·](?=\d{3}))\d){6,}/;

const contact = '(?<!tel|phone|mobile|fax|call|电话|手机)';
const number = '\\d{1,9}(?:\\.\\d+)?';
const range = `(?<![\\d.])${number}(?: ?[-–—~至到] ?${number})?`;
// Numbers that are no person's, however many digits they have.
const impersonal = [
  // 1200000元, 500-800万, 预算1200000, ¥1200000
  `${range} ?(?:[十百千]?[万亿]|[百千]?元|块|rmb|cny)`,
  `(?:[¥$]|(?:预算|价格|单价|报价|总价|限价|资金|经费|金额|投资)[为约在:： ]{0,2}) ?${range}(?!\\d)`,
  // 1000-2000 kW, 2024-2026
  `${range} ?(?:[kmgtμn]?(?:wh?|va|v|ah?|m|g|l|hz|pa|n|j|bps)|cm|rpm|°c|%)(?![a-z])`,
  '(?<!\\d)(?:19|20)\\d\\d ?[-–—~] ?(?:19|20)\\d\\d(?![-–—]?\\d)',
  // 1234-5678 right after the name of standards or a word for a model; by itself it may be a telephone
  '(?:(?<![a-z0-9])(?:[a-z]{2,4}(?:\\d\\d)?/[tz]|[qt]/[a-z]{2,6}|gb|iso|iec|iso/iec|ieee|astm|din|jis|model|part)|型号|货号|料号|图号|标准号?)[:： ]{0,2}\\d{4}[-–—]\\d{4}(?![-–—]?\\d)',
  // IEC 61850-9-2, GB/T 36276-2018, DL/T 860.7; 61850-9-2 by itself
  `(?<![a-z])(?:[a-z]{1,6}/)?[a-z]{1,6}(?:\\d\\d)?(?:/[a-z]{1,3})?${contact}[ -]?\\d{1,5}[a-z]?(?:\\.\\d{1,3})*(?:[-–—]\\d{1,2})*(?:[-–—](?:19|20)\\d\\d)?(?![-–—]?\\d)`,
  '(?<![\\d-])\\d{5}(?:[-–—]\\d{1,2}){0,3}(?:[-–—](?:19|20)\\d\\d)?(?![-–—]?\\d)',
  // S7-1200-1214
  `(?<![a-z])[a-z]+${contact}\\d{0,5}(?:-[a-z]*\\d{1,5}[a-z]*)+(?!\\d)`,
].map((pattern) => new RegExp(pattern, 'g'));

/** Whether it looks like the number or address of a person; standards, models, prices and quantities are none. */
function isPersonal(term: string): boolean {
  if (personal.some((pattern) => pattern.test(term))) return true;
  return manyDigits.test(impersonal.reduce((rest, pattern) => rest.replace(pattern, '|'), term));
}

/**
 * The words of a search as they are counted: one spelling for widths, cases and spaces. Undefined for what is not kept:
 * nothing, more than 60 characters, or what looks like the number or address of a person.
 */
export function countedTerm(typed: string): string | undefined {
  const term = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (!term || Array.from(term).length > longestTerm) return undefined;
  return isPersonal(term) ? undefined : term;
}
