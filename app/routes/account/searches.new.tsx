import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { RadioGroup } from '~/components/choice-field';
import { Facts } from '~/components/facts';
import { TextField } from '~/components/form-field';
import { ErrorSummary } from '~/components/form-parts';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { conditionsOf } from '~/components/search/conditions';
import { hitIds } from '~/domain/search/search.server';
import { readSearchQuery, searchHref, type SearchQuery } from '~/domain/search/search-query';
import { termsInUse } from '~/domain/search/terms-in-use.server';
import {
  alertFrequencies,
  alertFrequencyLabel,
  longestSavedLabel,
  mostSavedHits,
  mostSavedSearches,
} from '~/domain/searches/saved-search';
import { mailAddressOf, saveSearch } from '~/domain/searches/saved-searches.server';
import { parseForm } from '~/forms/parse-form.server';
import { savedSearchForm } from '~/forms/saved-search-form.server';
import { useActionForm } from '~/forms/use-action-form';
import { formatNumber } from '~/format';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.searches_new() }) }];

async function queryOf(request: Request): Promise<SearchQuery> {
  const params = new URL(request.url).searchParams;
  return readSearchQuery(params, undefined, await termsInUse(params)).query;
}

export const loader = guard('signed-in', async ({ request, viewer }) => {
  const query = await queryOf(request);
  return {
    query: { ...query, page: 1 },
    total: (await hitIds(query, 0)).total,
    email: await mailAddressOf(viewer),
  };
});

export const action = guard('signed-in', async ({ request, viewer }) => {
  const form = await parseForm(request, savedSearchForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const query = await queryOf(request);
  const tooWide = query.q ? m.searches_too_wide_words : m.searches_too_wide;
  const saved = await saveSearch(viewer, query, { ...form.data, locale: getLocale() });
  if (saved.ok) return redirectTo(paths.accountSearches({ done: saved.already ? 'again' : 'saved' }));
  const problem =
    saved.reason === 'too_many'
      ? m.searches_too_many({ most: mostSavedSearches })
      : tooWide({ count: formatNumber(saved.found), most: formatNumber(mostSavedHits) });
  return data({ values: form.values, errors: { form: problem } }, { status: 422 });
});

/** The words of the search, then its conditions: what most people would call it. */
const usualLabel = (query: SearchQuery) =>
  Array.from(
    [query.q, ...conditionsOf(query).map(({ sentence }) => sentence)].filter(Boolean).join(m.site_comma()) ||
      (query.type === 'product' ? m.common_nav_products() : m.common_nav_scenarios()),
  )
    .slice(0, longestSavedLabel)
    .join('');

export default function SaveSearchPage() {
  const { query, total, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = useActionForm({
    actionData: answer,
    values: { label: usualLabel(query), frequency: 'daily' },
    rules: { label: (value) => (value.trim() ? undefined : m.searches_label_needed()) },
  });
  const results = searchHref(query, 'search');
  const conditions = conditionsOf(query);
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.searches_title(), href: paths.accountSearches() }, { label: m.searches_new() }]}
      />
      <PageHead title={m.searches_new()} lede={m.searches_new_lede({ email, count: formatNumber(total) })} />
      <Facts
        ruled
        facts={[
          {
            label: m.searches_type(),
            value: query.type === 'product' ? m.common_nav_products() : m.common_nav_scenarios(),
          },
          { label: m.searches_query(), value: query.q || m.searches_everything() },
          ...(conditions.length > 0
            ? [
                {
                  label: m.searches_conditions(),
                  value: (
                    <ul>
                      {conditions.map(({ label }) => (
                        <li key={label}>{label}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Form className="form" {...form.props}>
        <ErrorSummary {...form.summary} />
        <TextField {...form.field('label')} label={m.searches_label()} hint={m.searches_label_hint()} />
        <RadioGroup
          {...form.field('frequency')}
          label={m.searches_frequency()}
          options={alertFrequencies.map((value) => ({ value, label: alertFrequencyLabel(value) }))}
        />
        <div className="actions">
          <Button tone="act" busy={form.isSubmitting}>
            {m.searches_save()}
          </Button>
          <Link className="btn" href={results}>
            {m.searches_back()}
          </Link>
        </div>
      </Form>
    </>
  );
}
