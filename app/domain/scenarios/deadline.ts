import { formatDate, formatDaysLeft, formatMonth } from '~/format';
import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import type { DeadlineGranularity } from './scenario';

/** A deadline as exactly as it was announced: 2026年12月15日, 2026年12月, 2026年第四季度, 2026年下半年. */
export function deadlineText(on: string, granularity: DeadlineGranularity, locale = getLocale()): string {
  const year = on.slice(0, 4);
  const month = Number(on.slice(5, 7));
  if (granularity === 'month') return formatMonth(on, locale);
  if (granularity === 'quarter')
    return m.site_deadline_quarter({ year, quarter: Math.ceil(month / 3) }, { locale });
  if (granularity === 'half-year') {
    return month <= 6
      ? m.site_deadline_first_half({ year }, { locale })
      : m.site_deadline_second_half({ year }, { locale });
  }
  return formatDate(on, locale);
}

/**
 * How long is left, as exactly as the deadline was announced: days until a day, but for 2026年下半年 only that. What is over
 * is over however it was announced.
 */
export const deadlineLeft = (on: string, granularity: DeadlineGranularity, todayOn: string): string =>
  granularity === 'day' || on < todayOn ? formatDaysLeft(on, todayOn) : deadlineText(on, granularity);

/** For files: a day as YYYY-MM-DD, which spreadsheets sort, anything wider in the words of the announcement. */
export const deadlineCell = (
  on: string | null,
  granularity: DeadlineGranularity,
  locale = getLocale(),
): string | null => (on === null || granularity === 'day' ? on : deadlineText(on, granularity, locale));
