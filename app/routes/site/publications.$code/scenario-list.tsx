import { DeadlineText } from '~/components/date-text';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Money } from '~/components/price';
import type { ScenarioLine } from '~/domain/publications/publications.server';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Sheet, type SheetColumn } from './sheet';

/** A scenario list as the official table. */
export function ScenarioList({ lines }: { lines: readonly ScenarioLine[] }) {
  if (lines.length === 0) return <p className="soft">{m.catalogue_list_empty()}</p>;
  const columns: SheetColumn<ScenarioLine>[] = [
    { key: 'number', head: m.catalogue_col_number(), cell: (line) => line.number, numeric: true },
    {
      key: 'title',
      head: m.catalogue_col_scenario(),
      cell: (line) =>
        line.hasPage ? <Link href={paths.scenario(line.code)}>{line.title}</Link> : line.title,
    },
    {
      key: 'organisation',
      head: m.catalogue_col_owner(),
      cell: (line) => <OrganisationName name={line.organisationName} />,
    },
    {
      key: 'district',
      head: m.catalogue_col_district(),
      cell: (line) => (line.district ? termLabel(line.district) : '–'),
      nowrap: true,
    },
    {
      key: 'category',
      head: m.catalogue_col_category(),
      cell: (line) => termLabel(line.category),
      nowrap: true,
    },
    {
      key: 'budget',
      head: m.catalogue_col_budget(),
      cell: (line) => <Money fen={line.budget} />,
      numeric: true,
      nowrap: true,
    },
    {
      key: 'deadline',
      head: m.catalogue_col_deadline(),
      nowrap: true,
      cell: (line) =>
        line.deadlineOn ? (
          <DeadlineText on={line.deadlineOn} granularity={line.deadlineGranularity} />
        ) : (
          m.catalogue_open_ended()
        ),
    },
    {
      key: 'status',
      head: m.catalogue_col_status(),
      cell: (line) => scenarioStatusLabel(line.status),
      nowrap: true,
      screenOnly: true,
    },
  ];
  return <Sheet label={m.catalogue_sheet_list()} columns={columns} lines={lines} />;
}
