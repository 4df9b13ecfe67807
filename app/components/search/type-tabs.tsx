import * as m from '~/paraglide/messages';
import { Tabs } from '../tabs';
import { resultTypes, tabHref, type ResultType } from './result-types';

export interface TypeTabsProps {
  q: string;
  current: ResultType;
  counts: Record<ResultType, number>;
}

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
