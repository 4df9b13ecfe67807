import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { organisationKindLabel } from '../organisations/organisation-kind';
import { publicationKindLabel } from '../publications/publication';
import type { PublicationSummary } from '../publications/publications.server';
import { termLabel } from '../terms';
import type { DirectoryQuery } from './directory-query';
import type { OrganisationListed } from './directory-result';
import { directoryRows } from './directory.server';
import { countTabs } from './tab-counts.server';

/** A cell of a file. */
export type Cell = string | number | null;
const term = (value: string | null) => (value ? termLabel(value) : null);

/** The names of the columns of a file of publications or organisations. */
export const directoryHead = ({ type }: DirectoryQuery): string[] =>
  type === 'publication'
    ? [
        m.export_code(),
        m.export_list(),
        m.site_directory_kind(),
        m.site_year(),
        m.catalogue_publication_authority(),
        m.bureau_document_number(),
        m.catalogue_publication_issued(),
        m.catalogue_publication_valid(),
        m.export_items(),
        m.export_address(),
      ]
    : [
        m.export_code(),
        m.export_organisation(),
        m.bureau_short_name(),
        m.site_directory_kind(),
        m.bureau_organisation_category(),
        m.site_choice_industry(),
        m.site_choice_district(),
        m.export_address(),
      ];

const publicationCells = (row: PublicationSummary, site: string): Cell[] => [
  row.code,
  row.title,
  publicationKindLabel(row.kind),
  row.year,
  row.authority,
  row.documentNumber,
  row.issuedOn,
  row.validUntilOn,
  row.items,
  site + paths.publication(row.code),
];

const organisationCells = (row: OrganisationListed, site: string): Cell[] => [
  row.code,
  row.name,
  row.shortName,
  organisationKindLabel(row.kind),
  term(row.category),
  term(row.industry),
  term(row.district),
  site + paths.organisation(row.code),
];

/** The rows of publications or organisations, at most so many. */
export async function directoryCells(query: DirectoryQuery, site: string, most: number): Promise<Cell[][]> {
  const { ideas } = await countTabs(query.q);
  const { publications, organisations } = await directoryRows(query, ideas);
  return [
    ...publications.slice(0, most).map((row) => publicationCells(row, site)),
    ...organisations.slice(0, most).map((row) => organisationCells(row, site)),
  ];
}
