import { chineseNumber } from './quantity';

/** Days as numbers, 20261231; both count. */
export type Days = { from: number; to: number };

const number = String.raw`(\d{1,2}|[一二两三四五六七八九十]{1,3})`;
const ends = String.raw`(?:要|就|将)?(?:截止|到期|截稿|结束征集|征集结束)(?:报名|应答|征集|申报)?的?`;
const before = '(之?前|以前)?';
const within = '(?:之?内|以内|里|中)?';
const english = 'january february march april may june july august september october november december'.split(
  ' ',
);
const closing = String.raw`\b(?:closing|closes|close|due|deadline)\s+`;

/** Ways to say when a scenario closes; what each means, seen from a day. A condition starts today at the earliest. */
const ways: [RegExp, (match: RegExpExecArray, today: Date) => [from: Date, to: Date] | undefined][] = [
  [
    new RegExp(`(?:(20\\d\\d)年)?${number}月${number}[日号]${before}${ends}`, 'u'),
    ([, year, month, day, early], today) => {
      const first = monthOf(year, month!, today);
      const on = first && new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), numberOf(day!)));
      return on && [early ? today : on, on];
    },
  ],
  [
    new RegExp(
      `(?:(20\\d\\d)年)?(?:${number}|(本|当|这个?)|(下个?))月份?(底|末)?${before}${within}${ends}`,
      'u',
    ),
    ([, year, month, now, next, end, early], today) => {
      const first = now || next ? firstOf(today, next ? 1 : 0) : monthOf(year, month!, today);
      if (!first) return undefined;
      // before December is not in December, before its end is
      if (early) return [today, end || now ? lastOf(first) : addDays(first, -1)];
      return [first, lastOf(first)];
    },
  ],
  [
    new RegExp(`(?:今年)?(?:年底|年末|年内|今年)${before}${within}${ends}`, 'u'),
    (_, today) => [today, new Date(Date.UTC(today.getUTCFullYear(), 11, 31))],
  ],
  [
    new RegExp(`(?:(?:本|这个?)(?:周|星期)|(下个?)(?:周|星期))${before}${within}${ends}`, 'u'),
    ([, next], today) => {
      const sunday = addDays(today, 7 - (today.getUTCDay() || 7) + (next ? 7 : 0));
      return [next ? addDays(sunday, -6) : today, sunday];
    },
  ],
  [
    new RegExp(`(?:未来|今后|最近|近)?${number}(?:(天|日)|(周|个?星期)|(?:个?月))(?:之?内|以内)${ends}`, 'u'),
    ([, n, days, weeks], today) => [today, addDays(today, numberOf(n!) * (days ? 1 : weeks ? 7 : 30))],
  ],
  [
    new RegExp(`${closing}(?:by|before)\\s+(?:the )?(?:end of (?:the |this )?year|year[- ]end)`, 'u'),
    (_, today) => [today, new Date(Date.UTC(today.getUTCFullYear(), 11, 31))],
  ],
  [
    new RegExp(`${closing}(?:(by|before)|in)?\\s*(?:(this)|(next)) month`, 'u'),
    ([, early, , next], today) => {
      const first = firstOf(today, next ? 1 : 0);
      return [early ? today : first, lastOf(first)];
    },
  ],
  [
    new RegExp(`${closing}(?:(before)|(by)|in)\\s+(${english.join('|')})(?:\\s+(20\\d\\d))?`, 'u'),
    ([, early, by, month, year], today) => {
      const first = monthOf(year, String(english.indexOf(month!) + 1), today)!;
      if (early) return [today, addDays(first, -1)];
      return [by ? today : first, lastOf(first)];
    },
  ],
];

const numberOf = (text: string) => (/^\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0));
const addDays = (day: Date, days: number) => new Date(day.getTime() + days * 86_400_000);
const firstOf = (day: Date, months: number) =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
const lastOf = (first: Date) => addDays(firstOf(first, 1), -1);
/** The first day of a month: of the year that is named, else of the next such month from today on. */
function monthOf(year: string | undefined, month: string, today: Date): Date | undefined {
  const n = numberOf(month);
  if (n < 1 || n > 12) return undefined;
  const this_ = today.getUTCFullYear();
  return new Date(Date.UTC(year ? Number(year) : n > today.getUTCMonth() ? this_ : this_ + 1, n - 1, 1));
}
const asNumber = (day: Date) =>
  day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();

/** The words of a folded query that say when a scenario closes: 12月截止, 年底前截止, closing this month. */
export function deadlineSaid(folded: string): string | undefined {
  for (const [pattern] of ways) {
    const said = pattern.exec(folded)?.[0];
    if (said) return said;
  }
  return undefined;
}

/** Which days such words mean on the day `today` (20261126); undefined when there is no such month. */
export function deadlineDays(said: string, today: number): Days | undefined {
  const now = new Date(
    Date.UTC(Math.floor(today / 10_000), (Math.floor(today / 100) % 100) - 1, today % 100),
  );
  for (const [pattern, daysOf] of ways) {
    const match = pattern.exec(said);
    if (!match) continue;
    const days = daysOf(match, now);
    return days && { from: Math.max(today, asNumber(days[0])), to: asNumber(days[1]) };
  }
  return undefined;
}
