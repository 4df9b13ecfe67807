import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RecentSearches } from '~/components/search/recent-searches';
import { DirectoryResults } from '~/components/search/directory-results';
import { SearchResults } from '~/components/search/search-results';
import { TypeTabs } from '~/components/search/type-tabs';
import { countDirectorySearch, countSearch } from '~/count-search.server';
import { readDirectoryQuery } from '~/domain/search/directory-query';
import { countDirectory, directoryPage, directoryPageSize } from '~/domain/search/directory.server';
import { openSearch, searchPageSize } from '~/domain/search/search.server';
import { countTabs } from '~/domain/search/tab-counts.server';
import { termsInUse } from '~/domain/search/terms-in-use.server';
import { unavailable } from '~/http.server';
import * as m from '~/paraglide/messages';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: m.common_title({
      page: data?.query.q ? m.site_search_title({ q: data.query.q }) : m.site_search_all(),
    }),
  },
  { name: 'robots', content: 'noindex' },
];

export const loader = guard('public', async ({ request, context, viewer }) => {
  if (context.overloaded) throw unavailable();
  const params = new URL(request.url).searchParams;
  const inUse = await termsInUse(params);
  const listed = readDirectoryQuery(params, inUse);
  if (listed) {
    const { query, ignored } = listed;
    const { counts, ideas } = await countTabs(query.q);
    const result = await directoryPage(query, ideas);
    countDirectorySearch({ request, context, viewer }, query, result.total);
    return { of: 'directory' as const, query, ignored, counts, result, pageSize: directoryPageSize };
  }
  const { query, ignored, result, ideas } = await openSearch(params, inUse);
  countSearch({ request, context, viewer }, query, result);
  const counts = { ...result.counts, ...(await countDirectory(query.q, ideas)) };
  return { of: 'items' as const, query, ignored, counts, result, pageSize: searchPageSize };
});

export default function SearchPage() {
  const page = useLoaderData<typeof loader>();
  const { q, type } = page.query;
  const found = page.counts.product + page.counts.scenario > 0;
  return (
    <>
      <h1 className="vh">{q ? m.site_search_title({ q }) : m.site_search_all()}</h1>
      <TypeTabs q={q} current={type} counts={page.counts} />
      {page.of === 'directory' ? (
        <DirectoryResults
          query={page.query}
          ignored={page.ignored}
          result={page.result}
          pageSize={page.pageSize}
          counts={page.counts}
        />
      ) : (
        <SearchResults
          place="search"
          query={page.query}
          ignored={page.ignored}
          result={page.result}
          pageSize={page.pageSize}
          counts={page.counts}
        />
      )}
      <RecentSearches remember={found ? q : undefined} />
    </>
  );
}
