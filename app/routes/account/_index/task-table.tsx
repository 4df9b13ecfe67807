import { LinkButton } from '~/components/button';
import { DayText } from '~/components/date-text';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Table } from '~/components/table';
import * as m from '~/paraglide/messages';
import { dueText, type Task } from './tasks';

/** What waits, a line each. */
export function TaskTable({ tasks, todayOn }: { tasks: readonly Task[]; todayOn: string }) {
  return (
    <Table
      variant="queue"
      label={m.account_desk_title()}
      rows={tasks}
      rowKey={(task) => task.key}
      columns={[
        { key: 'kind', head: m.account_col_kind(), className: 'nowrap', cell: (task) => task.kind },
        {
          key: 'what',
          // Not a plain text: on phones this cell carries no label.
          head: <>{m.account_col_content()}</>,
          cell: (task) => (
            <>
              <Link className="t" href={task.href}>
                {task.title}
              </Link>
              <br />
              <span className="small soft">
                <OrganisationName name={task.detail} />
              </span>
            </>
          ),
        },
        {
          key: 'received',
          head: m.account_col_since(),
          className: 'nowrap',
          cell: (task) => (task.sinceOn ? <DayText on={task.sinceOn} /> : '—'),
        },
        {
          key: 'due',
          head: m.account_col_due(),
          className: (task) => (task.dueOn ? dueText(task.dueOn, todayOn).className : undefined),
          cell: (task) => (task.dueOn ? dueText(task.dueOn, todayOn).text : null),
        },
        {
          key: 'go',
          head: m.account_col_act(),
          hideHead: true,
          className: 'go',
          cell: (task) => (
            <LinkButton small href={task.actHref ?? task.href} aria-label={`${task.act} ${task.title}`}>
              {task.act}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
