import {
  dayOf,
  daysUntil,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayTime,
  formatDaysLeft,
  formatMonth,
} from '~/format';

/** A calendar day in full, as one word that does not break. */
export function DateText({ on }: { on: string }) {
  return <time dateTime={on}>{formatDate(on)}</time>;
}

/** A calendar day without its year. */
export function DayText({ on }: { on: string }) {
  return <time dateTime={on}>{formatDay(on)}</time>;
}

/** A month, from 'YYYY-MM' or a day within it. */
export function MonthText({ month }: { month: string }) {
  return <time dateTime={month.slice(0, 7)}>{formatMonth(month)}</time>;
}

/** An instant, with its hour; `brief` leaves out the year, `dayOnly` the hour. */
export function InstantText({
  at,
  brief = false,
  dayOnly = false,
}: {
  at: Date;
  brief?: boolean;
  dayOnly?: boolean;
}) {
  if (dayOnly) return <DateText on={dayOf(at)} />;
  return <time dateTime={at.toISOString()}>{brief ? formatDayTime(at) : formatDateTime(at)}</time>;
}

export interface DeadlineProps {
  on: string;
  todayOn: string;
}

/** How long until a deadline, coloured when it is near; always in words. */
export function Deadline({ on, todayOn }: DeadlineProps) {
  const days = daysUntil(on, todayOn);
  return <span className={days >= 0 && days <= 7 ? 'near' : undefined}>{formatDaysLeft(on, todayOn)}</span>;
}
