import type { PublicationSummary } from '../publications/publications.server';
import type { directoryOrganisationKinds } from './directory-query';
import type { NearTo } from './near.server';

/** An organisation with something public, as lists show it. */
export interface OrganisationListed {
  code: string;
  name: string;
  shortName: string;
  kind: (typeof directoryOrganisationKinds)[number];
  category: string | null;
  district: string | null;
  industry: string | null;
}

/** One page of publications or organisations. */
export interface DirectoryResult {
  total: number;
  /** Facet → value → how many there would be; a facet's own choice does not lessen its counts. */
  facets: Record<string, Record<string, number>>;
  publications: PublicationSummary[];
  organisations: OrganisationListed[];
  /** Name in pieces by code, those that were searched for marked. */
  highlights: Record<string, { text: string; mark?: boolean }[]>;
  /** Something to try instead, where nothing was found. */
  near: NearTo[];
}
