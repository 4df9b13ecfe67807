import { directoryHref, plainDirectoryQuery, type DirectoryType } from '~/domain/search/directory-query';
import { searchHref, sortsOf, type SearchQuery, type SearchType } from '~/domain/search/search-query';
import * as m from '~/paraglide/messages';
import { Tabs } from '../tabs';

export const resultTypes = ['product', 'scenario', 'publication', 'organisation'] as const;
export type ResultType = SearchType | DirectoryType;

export interface TypeTabsProps {
  q: string;
  current: ResultType;
  counts: Record<ResultType, number>;
}

/** The tab of a type for these words, in its usual order and without conditions that were chosen. */
export const tabHref = (type: ResultType, q: string, without?: SearchQuery['without']): string =>
  type === 'product' || type === 'scenario'
    ? searchHref({ q, type, choices: {}, without, sort: sortsOf(type, q)[0]!, page: 1 }, 'search')
    : directoryHref(plainDirectoryQuery(type, q));

const tabText: Record<ResultType, () => string> = {
  product: m.site_tab_products,
  scenario: m.site_tab_scenarios,
  publication: m.site_tab_publications,
  organisation: m.site_tab_organisations,
};

/** What can be found for the same words, a tab for each type. */
export function TypeTabs({ q, current, counts }: TypeTabsProps) {
  return (
    <div className="mb-6">
      <Tabs
        label={m.site_result_types()}
        tabs={resultTypes.map((type) => ({
          label: tabText[type](),
          href: tabHref(type, q),
          count: counts[type],
          current: type === current,
        }))}
      />
    </div>
  );
}
