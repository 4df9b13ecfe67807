import { daysUntil, formatDaysLeft } from '~/format';
import { DayText } from './date-text';
import { Link } from './link';
import { OrganisationName } from './organisation-name';
import { Money } from './price';

export interface DateRowProps {
  url: string;
  title: string;
  deadlineOn: string;
  todayOn: string;
  organisation?: string | null;
  field?: string | null;
  mode?: string | null;
  budgetFen?: number | null;
}

/** Days within which a deadline counts as near. */
const NEAR = 7;

/** One thing that closes soon: how long, what, how much. */
export function DateRow({
  url,
  title,
  deadlineOn,
  todayOn,
  organisation,
  field,
  mode,
  budgetFen,
}: DateRowProps) {
  const near = daysUntil(deadlineOn, todayOn) <= NEAR;
  return (
    <li className="date-row">
      <p className={near ? 'when near' : 'when'}>
        <b>{formatDaysLeft(deadlineOn, todayOn)}</b>
        <DayText on={deadlineOn} />
      </p>
      <h3>
        <Link href={url}>{title}</Link>
      </h3>
      <p className="meta">
        {organisation ? (
          <span>
            <OrganisationName name={organisation} />
          </span>
        ) : null}
        {field ? <span>{field}</span> : null}
        {mode ? <span>{mode}</span> : null}
      </p>
      <p className="sum">
        <Money fen={budgetFen} />
      </p>
    </li>
  );
}
