import { Notice } from '~/components/notice';
import { own } from '~/domain/pick';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import * as m from '~/paraglide/messages';
import type { Scenario } from './route';

/** What was just done or refused, and why the scenario stands as it does. */
export function Messages({ scenario, refused }: { scenario: Scenario; refused: boolean }) {
  const done: Record<string, () => string> = {
    added: m.bureau_said_scenario_added,
    saved: m.bureau_said_saved,
    withdrawn: m.bureau_said_withdrawn,
  };
  const said = refused ? undefined : own(done, scenario.done);
  const state = scenarioStatusLabel(scenario.status);
  return (
    <div className="stack mb-5">
      {refused || scenario.done === 'closed' ? (
        <Notice tone="warn" live title={m.bureau_refused_title()}>
          {m.bureau_refused_now({ state })}
        </Notice>
      ) : null}
      {said ? (
        <Notice tone="ok" live>
          {said()}
        </Notice>
      ) : null}
      {scenario.stateReason ? (
        <Notice tone="warn" title={m.bureau_scenario_reason({ state })}>
          {scenario.stateReason}
        </Notice>
      ) : null}
    </div>
  );
}
