import { DateText, DeadlineText, InstantText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Money } from '~/components/price';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Scenario } from './route';

/** The facts of the scenario, its people and what came of it. */
export function FactsOf({ scenario }: { scenario: Scenario }) {
  return (
    <Facts
      facts={[
        {
          label: m.bureau_scenario_owner(),
          value: (
            <Link href={paths.bureauOrganisation(scenario.ownerCode)}>
              <OrganisationName name={scenario.ownerName} />
            </Link>
          ),
        },
        { label: m.bureau_scenario_supervising(), value: scenario.supervisingDepartment },
        { label: m.bureau_scenario_scale(), value: scenario.scale && termLabel(scenario.scale) },
        {
          label: m.bureau_scenario_place(),
          value: [scenario.district, scenario.zone]
            .filter((word) => word !== null)
            .map(termLabel)
            .concat(scenario.site ?? [])
            .join(' '),
        },
        { label: m.bureau_scenario_budget(), value: <Money fen={scenario.budget} /> },
        { label: m.bureau_scenario_funding(), value: scenario.fundingSource },
        {
          label: m.bureau_scenario_mode(),
          value: scenario.cooperationMode?.split('+').map(termLabel).join(' + '),
        },
        { label: m.bureau_scenario_period(), value: scenario.period },
        { label: m.bureau_scenario_open_on(), value: scenario.openOn && <DateText on={scenario.openOn} /> },
        {
          label: m.bureau_scenario_deadline(),
          value: scenario.deadlineOn && (
            <DeadlineText on={scenario.deadlineOn} granularity={scenario.deadlineGranularity} />
          ),
        },
        {
          label: m.bureau_scenario_contact(),
          value: [scenario.contactDepartment, scenario.contactName, scenario.contactPhone]
            .filter(Boolean)
            .join(' '),
        },
        {
          label: m.bureau_col_publication(),
          value: scenario.publicationCode && (
            <Link href={paths.bureauPublication(scenario.publicationCode)}>{scenario.publicationTitle}</Link>
          ),
        },
        {
          label: m.bureau_scenario_answers(),
          value: m.bureau_scenario_answers_count({ n: scenario.responses, leads: scenario.leads }),
        },
        { label: m.bureau_col_author(), value: scenario.authorName ?? m.bureau_imported() },
        { label: m.bureau_publisher(), value: scenario.publisherName },
        {
          label: m.bureau_published_at(),
          value: scenario.publishedAt && <InstantText at={scenario.publishedAt} />,
        },
      ]}
    />
  );
}
