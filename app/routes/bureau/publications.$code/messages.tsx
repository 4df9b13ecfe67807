import { Notice } from '~/components/notice';
import { own } from '~/domain/pick';
import { publicationStateLabel } from '~/domain/publications/publication';
import * as m from '~/paraglide/messages';
import type { Publication } from './route';

/** What was just done or refused, and why the list came back. */
export function Messages({ list, refused }: { list: Publication; refused?: string }) {
  const done: Record<string, () => string> = {
    created: list.kind === 'catalogue' ? m.bureau_said_created_catalogue : m.bureau_said_created,
    saved: m.bureau_said_saved,
    submitted: m.bureau_said_submitted,
    recalled: m.bureau_said_recalled,
    returned: m.bureau_said_returned,
    published: m.bureau_said_published,
    'scenario-removed': m.bureau_said_scenario_removed,
    'row-added': m.bureau_said_row_added,
    'row-removed': m.bureau_said_row_removed,
  };
  const said = refused ? undefined : own(done, list.done);
  return (
    <div className="stack mb-5">
      {refused ? (
        <Notice tone="danger" live title={m.bureau_refused_title()}>
          {refused === 'empty'
            ? m.bureau_refused_empty()
            : m.bureau_refused_now({ state: publicationStateLabel(list.state) })}
        </Notice>
      ) : null}
      {list.done === 'closed' ? (
        <Notice tone="warn" live>
          {m.bureau_refused_now({ state: publicationStateLabel(list.state) })}
        </Notice>
      ) : null}
      {said ? (
        <Notice tone="ok" live>
          {said()}
        </Notice>
      ) : null}
      {list.returned ? (
        <Notice tone="warn" title={m.bureau_returned_title({ name: list.returned.who ?? '' })}>
          {list.returned.reason ?? ''}
        </Notice>
      ) : null}
    </div>
  );
}
