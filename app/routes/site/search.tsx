import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SearchResults } from '~/components/search/search-results';
import { Tabs } from '~/components/tabs';
import { countSearch } from '~/count-search.server';
import { readSearchQuery, searchHref } from '~/domain/search/search-query';
import { searchPage, searchPageSize } from '~/domain/search/search.server';
import { unavailable } from '~/http.server';
import * as m from '~/paraglide/messages';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.query.q ? m.site_search_title({ q: data.query.q }) : m.site_search_all()}｜${m.common_site_name()}`,
  },
  { name: 'robots', content: 'noindex' },
];

export const loader = guard('public', async ({ request, context }) => {
  if (context.overloaded) throw unavailable();
  const { query, ignored } = readSearchQuery(new URL(request.url).searchParams);
  const result = await searchPage(query);
  countSearch(request, query, result);
  return { query, ignored, result, pageSize: searchPageSize };
});

export default function SearchPage() {
  const { query, ignored, result, pageSize } = useLoaderData<typeof loader>();
  const tab = (type: 'product' | 'scenario', label: string) => ({
    label,
    href: searchHref(
      { q: query.q, type, choices: {}, sort: 'relevance', page: 1 },
      'search',
      query.q ? {} : { sort: type === 'product' ? 'recognised' : 'deadline' },
    ),
    count: result.counts[type],
    current: type === query.type,
  });
  return (
    <>
      <h1 className="vh">{query.q ? m.site_search_title({ q: query.q }) : m.site_search_all()}</h1>
      <div className="mb-6">
        <Tabs
          label={m.site_result_types()}
          tabs={[tab('product', m.site_tab_products()), tab('scenario', m.site_tab_scenarios())]}
        />
      </div>
      <SearchResults place="search" query={query} ignored={ignored} result={result} pageSize={pageSize} />
    </>
  );
}
