import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { SearchResults } from '~/components/search/search-results';
import { countSearch } from '~/count-search.server';
import { readSearchQuery } from '~/domain/search/search-query';
import { searchPage, searchPageSize } from '~/domain/search/search.server';
import { termsInUse } from '~/domain/search/terms-in-use.server';
import { unavailable } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.site_scenarios() }) }];

export const loader = guard('public', async ({ request, context, viewer }) => {
  if (context.overloaded) throw unavailable();
  const params = new URL(request.url).searchParams;
  const { query, ignored } = readSearchQuery(params, 'scenario', await termsInUse(params));
  const result = await searchPage(query);
  countSearch({ request, context, viewer }, query, result);
  return { query, ignored, result, pageSize: searchPageSize };
});

export default function ScenariosPage() {
  const { query, ignored, result, pageSize } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={m.site_scenarios()}
        lede={
          <>
            {m.site_scenarios_lede()}{' '}
            <Link href={paths.publications({ kind: 'scenario-list' })}>{m.site_scenarios_lists()}</Link>
          </>
        }
      />
      <SearchResults place="scenarios" query={query} ignored={ignored} result={result} pageSize={pageSize} />
    </>
  );
}
