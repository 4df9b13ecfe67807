import {
  countDirectoryConditions,
  directoryHref,
  withoutDirectoryConditions,
  type DirectoryQuery,
} from '~/domain/search/directory-query';
import type { DirectoryResult } from '~/domain/search/directory-result';
import * as m from '~/paraglide/messages';
import { LinkButton } from '../button';
import { NoHitsHelp } from './no-hits';
import { tabHref, type ResultType } from './result-types';

export interface NoneListedProps {
  query: DirectoryQuery;
  result: DirectoryResult;
  /** How many the words alone find in each tab. */
  counts: Record<ResultType, number>;
}

/** A page that helps when no publication or organisation is found. */
export function NoneListed({ query, result, counts }: NoneListedProps) {
  return (
    <NoHitsHelp
      query={query}
      conditions={countDirectoryConditions(query)}
      clearHref={directoryHref(query, withoutDirectoryConditions)}
      counts={counts}
      near={result.near}
      all={
        <LinkButton tone="quiet" href={tabHref(query.type, '')}>
          {query.type === 'publication' ? m.site_all_publications() : m.site_all_organisations()}
        </LinkButton>
      }
    >
      {m.site_directory_by_name()}
    </NoHitsHelp>
  );
}
