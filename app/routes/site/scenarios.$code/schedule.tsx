import { Panel } from '~/components/panel';
import { DateText } from '~/components/date-text';
import { deadlineText } from '~/domain/scenarios/deadline';
import { formatDate } from '~/format';
import * as m from '~/paraglide/messages';
import type { Page } from './route';

/** The days of the call. */
export function Schedule({ page }: { page: Page }) {
  const days: { on: string; text: string; label?: string; key?: boolean }[] = [];
  if (page.publishedOn) days.push({ on: page.publishedOn, text: m.site_day_published() });
  if (page.openOn && page.openOn !== page.publishedOn)
    days.push({ on: page.openOn, text: m.site_day_open() });
  if (page.deadlineOn && !page.withdrawn) {
    const text = page.deadlineOn < page.todayOn ? m.site_day_deadline_past() : m.site_day_deadline();
    const label =
      page.deadlineGranularity === 'day'
        ? undefined
        : deadlineText(page.deadlineOn, page.deadlineGranularity);
    days.push({ on: page.deadlineOn, text, label, key: true });
  }
  if (days.length === 0) return null;
  days.sort((a, b) => a.on.localeCompare(b.on));
  return (
    <Panel title={m.site_schedule()}>
      <ol className="line-of-time brief">
        {days.map(({ on, text, label, key }) => (
          <li key={text} className={key ? 'key' : on <= page.todayOn ? 'msg' : undefined}>
            {key ? (
              <b>
                <DayLine on={on} label={label} text={text} />
              </b>
            ) : (
              <DayLine on={on} label={label} text={text} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function DayLine({ on, label, text }: { on: string; label?: string; text: string }) {
  return (
    <>
      {label ? (
        <time dateTime={on} title={formatDate(on)}>
          {label}
        </time>
      ) : (
        <DateText on={on} />
      )}{' '}
      {text}
    </>
  );
}
