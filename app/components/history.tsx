import * as m from '~/paraglide/messages';
import { Timeline } from './timeline';

export interface HistoryEntry {
  id: string;
  at: Date;
  /** What was done, as the audit names it. */
  action: string;
  who: string | null;
  reason: string | null;
}

const actions: Readonly<Record<string, () => string>> = {
  'publication.created': m.bureau_done_publication_created,
  'publication.changed': m.bureau_done_publication_changed,
  'publication.submitted': m.bureau_done_publication_submitted,
  'publication.recalled': m.bureau_done_publication_recalled,
  'publication.returned': m.bureau_done_publication_returned,
  'publication.published': m.bureau_done_publication_published,
  'scenario.created': m.bureau_done_scenario_created,
  'scenario.changed': m.bureau_done_scenario_changed,
  'scenario.removed': m.bureau_done_scenario_removed,
  'scenario.withdrawn': m.bureau_done_scenario_withdrawn,
};
const steps = [
  'publication.submitted',
  'publication.returned',
  'publication.published',
  'scenario.withdrawn',
];

/** What was done to a thing and by whom, newest first. Deeds without a name of their own are left out. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <Timeline
      brief
      events={entries.flatMap((entry) => {
        const label = actions[entry.action];
        if (!label) return [];
        return [
          {
            id: entry.id,
            at: entry.at,
            kind: steps.includes(entry.action) ? ('key' as const) : ('plain' as const),
            who: label(),
            role: entry.who ?? undefined,
            body: entry.reason ?? undefined,
          },
        ];
      })}
    />
  );
}
