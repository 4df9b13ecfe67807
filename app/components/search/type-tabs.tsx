import { directoryHref, type DirectoryType } from '~/domain/search/directory-query';
import { searchHref, type SearchType } from '~/domain/search/search-query';
import * as m from '~/paraglide/messages';
import { Tabs } from '../tabs';

export type ResultType = SearchType | DirectoryType;

export interface TypeTabsProps {
  q: string;
  current: ResultType;
  counts: Record<ResultType, number>;
}

/** What can be found for the same words, a tab for each type. */
export function TypeTabs({ q, current, counts }: TypeTabsProps) {
  const found = (type: SearchType, label: string) => ({
    label,
    href: searchHref(
      { q, type, choices: {}, sort: 'relevance', page: 1 },
      'search',
      q ? {} : { sort: type === 'product' ? 'recognised' : 'deadline' },
    ),
    count: counts[type],
    current: type === current,
  });
  const listed = (type: DirectoryType, label: string) => ({
    label,
    href: directoryHref({ q, type, kind: [], district: [], page: 1 }),
    count: counts[type],
    current: type === current,
  });
  return (
    <div className="mb-6">
      <Tabs
        label={m.site_result_types()}
        tabs={[
          found('product', m.site_tab_products()),
          found('scenario', m.site_tab_scenarios()),
          listed('publication', m.site_tab_publications()),
          listed('organisation', m.site_tab_organisations()),
        ]}
      />
    </div>
  );
}
