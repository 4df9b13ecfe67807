import { formatDate, formatMonth } from '~/format';
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
