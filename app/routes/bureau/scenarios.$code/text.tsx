import { Facts } from '~/components/facts';
import { History } from '~/components/history';
import { Requirements } from '~/components/requirements';
import { Section } from '~/components/section';
import { Paragraphs } from '~/components/timeline';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import type { Scenario } from './route';

/** What the scenario says. */
export function Text({ scenario }: { scenario: Scenario }) {
  return (
    <div className="sections">
      <Section title={m.bureau_scenario_background()}>
        <div className="prose mt-4">
          <Paragraphs body={scenario.background} />
        </div>
      </Section>
      {scenario.outcome ? (
        <Section title={m.bureau_scenario_outcome()}>
          <div className="prose mt-4">
            <Paragraphs body={scenario.outcome} />
          </div>
        </Section>
      ) : null}
      {scenario.requirements.length ? (
        <Section title={m.bureau_scenario_requirements()}>
          <Requirements items={scenario.requirements} />
        </Section>
      ) : null}
      {scenario.resources.length ? (
        <Section title={m.bureau_scenario_resources()}>
          <div className="mt-4">
            <Facts
              facts={scenario.resources.map(({ kind, text }) => ({ label: termLabel(kind), value: text }))}
            />
          </div>
        </Section>
      ) : null}
      {scenario.expectedEffect ? (
        <Section title={m.bureau_scenario_effect()}>
          <div className="prose mt-4">
            <Paragraphs body={scenario.expectedEffect} />
          </div>
        </Section>
      ) : null}
      {scenario.history.length ? (
        <Section title={m.bureau_history()}>
          <History entries={scenario.history} />
        </Section>
      ) : null}
    </div>
  );
}
