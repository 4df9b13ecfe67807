import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { InstantText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Filled, SLOT } from '~/components/filled';
import { inputClass } from '~/components/field';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Row, Rows } from '~/components/rows';
import { own } from '~/domain/pick';
import { searchHref } from '~/domain/search/search-query';
import { alertFrequencies, alertFrequencyLabel, readSavedQuery } from '~/domain/searches/saved-search';
import {
  listSavedSearches,
  removeSavedSearch,
  setAlertFrequency,
} from '~/domain/searches/saved-searches.server';
import { parseForm } from '~/forms/parse-form.server';
import { savedSearchChange } from '~/forms/saved-search-form.server';
import { formatNumber } from '~/format';
import { redirectTo } from '~/http.server';
import { refusalIn } from '~/forms/unavailable';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.searches_title() }) }];

export const loader = guard('signed-in', async ({ request, viewer }) => {
  const asked = new URL(request.url).searchParams;
  const saved = await listSavedSearches(viewer);
  return {
    done: asked.get('done'),
    remove: saved.find(({ id }) => id === asked.get('remove')),
    searches: saved.map(({ query, ...row }) => ({
      ...row,
      href: searchHref(readSavedQuery(row.type, query), 'search'),
    })),
  };
});

export const action = guard('signed-in', async ({ request, viewer }) => {
  const form = await parseForm(request, savedSearchChange);
  if (!form.ok) return data({ problem: Object.values(form.errors)[0] ?? '' }, { status: 422 });
  if (form.data.intent === 'remove') {
    await removeSavedSearch(viewer, form.data.id);
    return redirectTo(paths.accountSearches({ done: 'removed' }));
  }
  if (await setAlertFrequency(viewer, form.data.id, form.data.frequency))
    return redirectTo(paths.accountSearches({ done: 'changed' }));
  return data({ problem: m.searches_gone() }, { status: 404 });
});

const doneText: Record<string, () => string> = {
  saved: () => m.searches_done_saved(),
  again: () => m.searches_done_again(),
  changed: () => m.searches_done_changed(),
  removed: () => m.searches_done_removed(),
};

export default function SavedSearchesPage() {
  const { searches, remove, done } = useLoaderData<typeof loader>();
  const refused = refusalIn(useActionData<typeof action>());
  if (remove && !refused)
    return (
      <ConfirmPage
        title={m.searches_remove_title()}
        confirmLabel={m.searches_remove()}
        backHref={paths.accountSearches()}
        tone="danger"
        fields={{ intent: 'remove', id: remove.id }}
      >
        {m.searches_remove_text({ label: remove.label })}
      </ConfirmPage>
    );
  const said = own(doneText, done)?.();
  return (
    <>
      <PageHead title={m.searches_title()} lede={m.searches_lede()} />
      {refused ? (
        <Notice tone="warn" live>
          {refused.problem}
        </Notice>
      ) : said ? (
        <Notice tone="ok" live>
          {said}
        </Notice>
      ) : null}
      {searches.length > 0 ? (
        <>
          <Rows label={m.searches_title()}>
            {searches.map((search) => (
              <SavedSearchRow key={search.id} search={search} />
            ))}
          </Rows>
          <p className="small mt-4">{m.searches_feed_note()}</p>
        </>
      ) : (
        <Empty
          title={m.searches_empty()}
          actions={
            <>
              <LinkButton tone="act" href={paths.search()}>
                {m.searches_find_products()}
              </LinkButton>
              <LinkButton href={paths.search({ type: 'scenario' })}>{m.searches_find_scenarios()}</LinkButton>
            </>
          }
        >
          {m.searches_empty_text()}
        </Empty>
      )}
    </>
  );
}

type SavedSearch = ReturnType<typeof useLoaderData<typeof loader>>['searches'][number];

function SavedSearchRow({ search }: { search: SavedSearch }) {
  const { id, label, type, href, frequency, feedToken, createdAt, found, whole, known } = search;
  const field = `frequency-${id}`;
  return (
    <Row title={<Link href={href}>{label}</Link>}>
      <p className="meta">
        <span>{type === 'product' ? m.common_nav_products() : m.common_nav_scenarios()}</span>
        <span>{m.searches_found({ count: formatNumber(found) })}</span>
        {known === found && whole < found ? (
          <span>{m.searches_found_whole({ count: formatNumber(whole) })}</span>
        ) : null}
        <span>
          <Filled text={m.searches_saved_on({ date: SLOT })}>
            <InstantText at={createdAt} dayOnly />
          </Filled>
        </span>
      </p>
      <Form method="post" className="inline mt-2">
        <input type="hidden" name="intent" value="alerts" />
        <input type="hidden" name="id" value={id} />
        <label className="vh" htmlFor={field}>
          {m.searches_change_of({ label })}
        </label>
        <select
          className={inputClass(undefined, 'm')}
          id={field}
          name="frequency"
          defaultValue={frequency}
          key={frequency}
        >
          {alertFrequencies.map((value) => (
            <option key={value} value={value}>
              {alertFrequencyLabel(value)}
            </option>
          ))}
        </select>
        <Button small aria-label={m.searches_change_of({ label })}>
          {m.searches_change()}
        </Button>
        <span className="cluster small">
          <a href={paths.searchFeed(feedToken)} aria-label={m.searches_feed_of({ label })}>
            {m.searches_feed()}
          </a>
          <Link href={paths.accountSearches({ remove: id })} aria-label={m.searches_remove_of({ label })}>
            {m.searches_remove()}
          </Link>
        </span>
      </Form>
    </Row>
  );
}
