import { deadlineLeft } from '~/domain/scenarios/deadline';
import type { DeadlineGranularity } from '~/domain/scenarios/scenario';
import { DayText, isNear } from './date-text';
import { Link } from './link';
import { OrganisationName } from './organisation-name';
import { Money } from './price';

export interface DateRowProps {
  url: string;
  title: string;
  deadlineOn: string;
  deadlineGranularity: DeadlineGranularity;
  todayOn: string;
  organisation?: string | null;
  field?: string | null;
  mode?: string | null;
  budgetFen?: number | null;
}

/** One thing that closes soon: how long, what, how much. */
export function DateRow({
  url,
  title,
  deadlineOn: on,
  deadlineGranularity: granularity,
  todayOn,
  organisation,
  field,
  mode,
  budgetFen,
}: DateRowProps) {
  return (
    <li className="date-row">
      <p className={isNear({ on, granularity, todayOn }) ? 'when near' : 'when'}>
        <b>{deadlineLeft(on, granularity, todayOn)}</b>
        {granularity === 'day' ? <DayText on={on} /> : null}
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
