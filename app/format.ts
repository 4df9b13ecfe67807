import { getLocale } from '~/paraglide/runtime';
import * as m from '~/paraglide/messages';
import { termIn } from '~/domain/terms';

type Locale = 'zh-CN' | 'en';

/** Between a number and its unit, so that a line never ends between the two. */
const NBSP = '\u00a0';
const ZONE = 'Asia/Shanghai';
const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;
const MS_PER_DAY = 86_400_000;

const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

/* A new Intl object for every call costs a fifth of the time of a list page, so they are kept. */
const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4, useGrouping: true });
const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const here = (): Locale => (getLocale() === 'en' ? 'en' : 'zh-CN');

function partsOf(on: string): [number, number, number] {
  const [year = '', month = '', day = ''] = on.split('-');
  return [Number(year), Number(month), Number(day)];
}

function clockParts(at: Date) {
  const found = Object.fromEntries(clock.formatToParts(at).map((part) => [part.type, part.value]));
  return { on: `${found.year}-${found.month}-${found.day}`, time: `${Number(found.hour)}:${found.minute}` };
}

/** A calendar day in full: 2026年11月23日, 23 November 2026. */
export function formatDate(on: string, locale: Locale = here()): string {
  const [year, month, day] = partsOf(on);
  return locale === 'en' ? `${day} ${englishMonths[month - 1]} ${year}` : `${year}年${month}月${day}日`;
}

/** A calendar day whose year is plain from what stands around it: 11月23日, 23 November. */
export function formatDay(on: string, locale: Locale = here()): string {
  const [, month, day] = partsOf(on);
  return locale === 'en' ? `${day} ${englishMonths[month - 1]}` : `${month}月${day}日`;
}

/** A month 'YYYY-MM' (a full day is accepted too): 2026年11月, November 2026. */
export function formatMonth(month: string, locale: Locale = here()): string {
  const [year, number] = partsOf(month);
  return locale === 'en' ? `${englishMonths[number - 1]} ${year}` : `${year}年${number}月`;
}

/** The calendar day of an instant in Xi'an, as 'YYYY-MM-DD'. */
export function dayOf(at: Date): string {
  return clockParts(at).on;
}

/** An instant on Xi'an's clock: 2026年11月23日 16:08. */
export function formatDateTime(at: Date, locale: Locale = here()): string {
  const { on, time } = clockParts(at);
  return `${formatDate(on, locale)} ${time}`;
}

/** An instant without its year: 11月23日 16:08. */
export function formatDayTime(at: Date, locale: Locale = here()): string {
  const { on, time } = clockParts(at);
  return `${formatDay(on, locale)} ${time}`;
}

/** Days from today to a calendar day; 0 is today, negative is past. */
export function daysUntil(on: string, todayOn: string): number {
  return Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${todayOn}T00:00:00Z`)) / MS_PER_DAY);
}

/** How long until a deadline, in words: 还有 3 天, 今天截止, 已截止. */
export function formatDaysLeft(on: string, todayOn: string): string {
  const days = daysUntil(on, todayOn);
  if (days < 0) return m.common_deadline_past();
  if (days === 0) return m.common_deadline_today();
  return days === 1 ? m.common_deadline_tomorrow() : m.common_deadline_days({ days: formatNumber(days) });
}

/** A number with thousands separators. */
export function formatNumber(value: number): string {
  return plain.format(value);
}

/** An amount of fen as a number of 万元, without its unit: 120, 1,800, 38.6. */
export function formatWan(fen: number): string {
  return plain.format(fen / FEN_PER_WAN);
}

/** An amount of fen as a number of yuan, without its unit. */
export function formatYuan(fen: number): string {
  return plain.format(fen / FEN_PER_YUAN);
}

export interface AmountParts {
  /** The number or the range of numbers. */
  amount: string;
  /** What stands behind it, smaller: 万元, 万元/架; empty where the amount says all. */
  unit: string;
}

/** An amount in its two parts, for setting the unit smaller than the number. */
export function moneyParts(fen: number, locale: Locale = here()): AmountParts {
  if (locale === 'en') return { amount: `CNY${NBSP}${formatYuan(fen)}`, unit: '' };
  return fen >= FEN_PER_WAN
    ? { amount: formatWan(fen), unit: '万元' }
    : { amount: formatYuan(fen), unit: '元' };
}

/** An amount of fen: 120 万元, 9,800 元, CNY 1,200,000. */
export function formatMoney(fen: number, locale: Locale = here()): string {
  return joinAmount(moneyParts(fen, locale));
}

/** A range of prices in its two parts. Either end may be open; undefined when both are. */
export function priceRangeParts(
  minFen: number | null | undefined,
  maxFen: number | null | undefined,
  unit?: string | null,
  locale: Locale = here(),
): AmountParts | undefined {
  const low = minFen ?? maxFen;
  const high = maxFen ?? minFen;
  if (low === null || low === undefined || high === null || high === undefined) return undefined;
  const per = unit ? `/${termIn(locale, unit)}` : '';
  const inWan = locale === 'zh-CN' && high >= FEN_PER_WAN;
  const number = inWan ? formatWan : formatYuan;
  const range = low === high ? number(low) : `${number(low)}–${number(high)}`;
  const open =
    minFen === null || minFen === undefined ? '≤' : maxFen === null || maxFen === undefined ? '≥' : '';
  if (locale === 'en') return { amount: `${open}CNY${NBSP}${range}`, unit: per };
  return { amount: `${open}${range}`, unit: `${inWan ? '万元' : '元'}${per}` };
}

/** A range of prices: 28–42 万元/架; where there is none, the words for that. */
export function formatPriceRange(
  minFen: number | null | undefined,
  maxFen: number | null | undefined,
  unit?: string | null,
  locale: Locale = here(),
): string {
  const parts = priceRangeParts(minFen, maxFen, unit, locale);
  return parts ? joinAmount(parts) : m.common_price_unpublished({}, { locale });
}

function joinAmount({ amount, unit }: AmountParts): string {
  if (!unit) return amount;
  return unit.startsWith('/') ? amount + unit : amount + NBSP + unit;
}

/** How many of a unit: 3 架, 3 aircraft, 1 set, 2 sets. */
export function formatQuantity(quantity: number, unit?: string | null, locale: Locale = here()): string {
  const number = formatNumber(quantity);
  if (!unit) return number;
  const name = termIn(locale, unit);
  // Abbreviations and what has no translation stay as they are.
  const plural = locale === 'en' && quantity !== 1 && /^[a-z]{3,}$/.test(name) && name !== 'aircraft';
  return `${number}${NBSP}${plural ? name.replace(/ch$/, 'che') + 's' : name}`;
}

/** A mobile number in the groups it is read out in, 138 0000 2046; any other as it is. */
export const formatPhone = (phone: string) =>
  phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, `$1${NBSP}$2${NBSP}$3`);

/** A telephone number with its middle hidden, for visitors: 138****2046, 029-*****16. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').length;
  if (digits < 7) return phone.replace(/\d/g, '*');
  const head = digits >= 10 ? 3 : 2;
  const tail = digits === 11 && /^\D*1/.test(phone) ? 4 : 2;
  let seen = 0;
  return phone.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= head || seen > digits - tail ? digit : '*';
  });
}

/** The size of a file in words: 286 KB, 1.9 MB. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${NBSP}KB`;
  return `${(bytes / 1_000_000).toFixed(1)}${NBSP}MB`;
}
