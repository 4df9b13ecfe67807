import {
  scenarioStatus,
  scenarioStatusLabel,
  type DeadlineGranularity,
  type ScenarioState,
} from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { DeadlineText } from '../date-text';
import { OrganisationName } from '../organisation-name';
import { Money } from '../price';
import type { Column } from '../table';
import { RowTitle, titleHead } from './row-title';

interface ScenarioLine {
  code: string;
  title: string;
  category: string;
  owner: string;
  budget: number | null;
  deadlineOn: string | null;
  deadlineGranularity: DeadlineGranularity;
  state: ScenarioState;
}

/** The name of a scenario with its field and owner. */
export const scenarioTitleColumn = (): Column<ScenarioLine> => ({
  ...titleHead(m.bureau_col_scenario()),
  cell: (row) => (
    <RowTitle name={row.title} href={paths.bureauScenario(row.code)} code={row.code}>
      <span>{termLabel(row.category)}</span>
      <span>
        <OrganisationName name={row.owner} />
      </span>
    </RowTitle>
  ),
});

/** What the scenario may cost. */
export const budgetColumn = (): Column<Pick<ScenarioLine, 'budget'>> => ({
  key: 'amount',
  head: m.bureau_scenario_budget(),
  numeric: true,
  className: 'nowrap',
  cell: (row) => <Money fen={row.budget} />,
});

/** The last day to respond. */
export const deadlineColumn = (): Column<Pick<ScenarioLine, 'deadlineOn' | 'deadlineGranularity'>> => ({
  key: 'due',
  head: m.bureau_scenario_deadline(),
  className: 'nowrap',
  cell: (row) =>
    row.deadlineOn ? (
      <DeadlineText on={row.deadlineOn} granularity={row.deadlineGranularity} />
    ) : (
      m.bureau_none()
    ),
});

/** How a scenario stands on the day `today`. */
export const statusColumn = (today: string): Column<Pick<ScenarioLine, 'state' | 'deadlineOn'>> => ({
  key: 'state',
  head: m.bureau_col_state(),
  className: 'nowrap',
  cell: (row) => scenarioStatusLabel(scenarioStatus(row.state, row.deadlineOn, today)),
});
