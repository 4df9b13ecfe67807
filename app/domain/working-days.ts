import { addDays } from './calendar';

/**
 * Days off and worked weekends (调休) of each year, from the State Council's yearly notice 国务院办公厅关于部分节假日安排的通知.
 * Spans are from–to, both off. A year that is not here has its weekends off and nothing else: add it when the notice
 * is out, usually in November of the year before.
 */
const years: Record<string, { off: readonly string[]; worked: readonly string[] }> = {
  '2025': {
    off: ['01-01', '01-28–02-04', '04-04–04-06', '05-01–05-05', '05-31–06-02', '10-01–10-08'],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  '2026': {
    off: [
      '01-01–01-03',
      '02-15–02-23',
      '04-04–04-06',
      '05-01–05-05',
      '06-19–06-21',
      '09-25–09-27',
      '10-01–10-07',
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

/** Whether the holidays of the year of that day (`YYYY-MM-DD`) are known; else only weekends count as days off. */
export const holidaysKnown = (on: string) => Object.hasOwn(years, on.slice(0, 4));

/** Whether people work on that day (`YYYY-MM-DD`) in China. */
export function isWorkingDay(on: string): boolean {
  const year = years[on.slice(0, 4)];
  const day = on.slice(5);
  if (year?.worked.includes(day)) return true;
  const off = year?.off.some((span) => {
    const [from = '', to = from] = span.split('–');
    return from <= day && day <= to;
  });
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return !off && weekday !== 0 && weekday !== 6;
}

/** That day when it is a working day, else the next one. */
export const workingDayFrom = (on: string): string =>
  isWorkingDay(on) ? on : workingDayFrom(addDays(on, 1));

/** How many working days come after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let days = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on)) days++;
  return days;
}

/** The working day on which `days` working days (at least 1) have passed since `from`. */
export function addWorkingDays(from: string, days: number): string {
  let on = from;
  for (let left = days; left > 0; left--) on = workingDayFrom(addDays(on, 1));
  return on;
}

/** The latest day since which `days` working days (at least 1) have passed by `on`. */
export function workingDaysBefore(on: string, days: number): string {
  let from = on;
  for (let left = days; left > 0; from = addDays(from, -1)) if (isWorkingDay(from)) left--;
  return from;
}
