import { deadlineLeft, deadlineText } from '~/domain/scenarios/deadline';
import type { DeadlineGranularity } from '~/domain/scenarios/scenario';
import {
  dayOf,
  daysUntil,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayTime,
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

const dates = /(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|第[一二三四五六七八九十]+批)|\d{1,2}月\d{1,2}日)/;

/** A sentence in which every date, and the year of a batch, is one word, as the dates that stand alone are. */
export function Dated({ text }: { text: string }) {
  return (
    <>
      {text.split(dates).map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} className="date">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** A deadline as exactly as it was announced. */
export function DeadlineText({ on, granularity }: { on: string; granularity: DeadlineGranularity }) {
  return <time dateTime={on}>{deadlineText(on, granularity)}</time>;
}

export interface DeadlineProps {
  on: string;
  granularity: DeadlineGranularity;
  todayOn: string;
}

/** Whether a deadline comes within a week; one that names no day is never near. */
export function isNear({ on, granularity, todayOn }: DeadlineProps): boolean {
  const days = daysUntil(on, todayOn);
  return granularity === 'day' && days >= 0 && days <= 7;
}

/** How long until a deadline, coloured when it is near; always in words. */
export function Deadline(props: DeadlineProps) {
  return (
    <span className={isNear(props) ? 'near' : undefined}>
      {deadlineLeft(props.on, props.granularity, props.todayOn)}
    </span>
  );
}
