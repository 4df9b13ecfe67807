/** The periods that the report can show, in days. */
export const reportPeriods = [7, 30, 90] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** Words asked for less often than this are not shown: one person alone may have typed them. */
export const leastSearches = 2;
const longestTerm = 60;

// An e-mail address; a telephone, identity card or account number, with spaces, strokes or dots between (a date
// with dots has two digits behind them); a credit code.
const personal = [
  /\S@\S/,
  /\d(?:(?:[ –—-]{0,3}|[.·](?=\d{3}))\d){6,}/,
  /[0-9a-z]{15,}/,
  /(?:微信|vx|qq)[:： ]?\w{4,}/,
];

/**
 * The words of a search as they are counted: one spelling for widths, cases and spaces. Undefined for what is not kept:
 * nothing, more than 60 characters, or what looks like the number or address of a person.
 */
export function countedTerm(typed: string): string | undefined {
  const term = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (!term || Array.from(term).length > longestTerm) return undefined;
  return personal.some((pattern) => pattern.test(term)) ? undefined : term;
}
