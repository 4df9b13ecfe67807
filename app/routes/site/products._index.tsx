import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHead } from '~/components/page-head';
import { SearchResults } from '~/components/search/search-results';
import { countSearch } from '~/count-search.server';
import { readSearchQuery } from '~/domain/search/search-query';
import { searchPage, searchPageSize } from '~/domain/search/search.server';
import { termsInUse } from '~/domain/search/terms-in-use.server';
import { unavailable } from '~/http.server';
import * as m from '~/paraglide/messages';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ request, context, viewer }) => {
  if (context.overloaded) throw unavailable();
  const params = new URL(request.url).searchParams;
  const { query, ignored } = readSearchQuery(params, 'product', await termsInUse(params));
  const result = await searchPage(query);
  countSearch({ request, context, viewer }, query, result);
  return { query, ignored, result, pageSize: searchPageSize };
});

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.catalogue_products() }) }];

export default function ProductsPage() {
  const { query, ignored, result, pageSize } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.catalogue_products()} lede={m.catalogue_products_lede()} />
      <SearchResults place="products" query={query} ignored={ignored} result={result} pageSize={pageSize} />
    </>
  );
}
