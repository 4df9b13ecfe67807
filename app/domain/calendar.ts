const shanghaiDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** Today on the calendar of Xi'an, `YYYY-MM-DD`; `now` may be given for tests. */
export const todayOn = (now = new Date()) => shanghaiDay.format(now);

/** The calendar day in Xi'an of an instant, `YYYY-MM-DD`. */
export const dayOf = (at: Date) => shanghaiDay.format(at);

/** The instant at which a day begins in Xi'an (UTC+8, no summer time). */
export const startOfDay = (on: string) => new Date(`${on}T00:00:00+08:00`);

/** `on` moved by whole days, `YYYY-MM-DD`. */
export const addDays = (on: string, days: number) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** True for a real calendar date written `YYYY-MM-DD` (2026-02-30 is none). */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === value;
}
