import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Empty } from '~/components/empty';
import { Facets, resultsId, type FacetGroup } from '~/components/facets';
import { IntentionRow } from '~/components/intention-row';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Pagination } from '~/components/pagination';
import { Pills } from '~/components/pills';
import { Rows } from '~/components/rows';
import { ignoredText } from '~/components/search/conditions';
import { countIntentionChoices, listIntentions } from '~/domain/intentions/intentions.server';
import type { IgnoredValue } from '~/domain/search/search-query';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

const pageSize = 20;
const names = ['stage', 'method', 'district'] as const;
type Name = (typeof names)[number];
type Chosen = Record<Name, string[]>;

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.site_intentions() }) }];

export const loader = guard('public', async ({ request }) => {
  const params = new URL(request.url).searchParams;
  const read = (name: Name) =>
    [
      ...new Set(
        params
          .getAll(name)
          .map((value) => value.trim().slice(0, 40))
          .filter(Boolean),
      ),
    ].slice(0, 20);
  const all = await countIntentionChoices({});
  const known = { stage: all.stages, method: all.methods, district: all.districts };
  const ignored: IgnoredValue[] = [];
  const chosen: Chosen = { stage: [], method: [], district: [] };
  for (const name of names)
    for (const value of read(name)) {
      if (known[name].some((each) => each.value === value)) chosen[name].push(value);
      else ignored.push({ name, value });
    }
  const pageText = params.get('page') ?? '';
  const page = /^[1-9]\d{0,3}$/.test(pageText) ? Number(pageText) : 1;
  const filter = { stages: chosen.stage, methods: chosen.method, districts: chosen.district };
  const [{ total, rows }, choices] = await Promise.all([
    listIntentions(filter, page, pageSize),
    countIntentionChoices(filter),
  ]);
  return {
    chosen,
    ignored,
    page,
    total,
    rows,
    choices: { stage: choices.stages, method: choices.methods, district: choices.districts },
  };
});

export default function IntentionsPage() {
  const { chosen, ignored, page, total, rows, choices } = useLoaderData<typeof loader>();
  const selected = names.reduce((sum, name) => sum + chosen[name].length, 0);
  const pills = names.flatMap((name) =>
    chosen[name].map((value) => ({
      label: m.site_condition({ name: nameText(name), value: termLabel(value) }),
      href: paths.intentions({ ...chosen, [name]: chosen[name].filter((other) => other !== value) }),
    })),
  );
  const groups = names.map((name): FacetGroup => ({
    name,
    label: nameText(name),
    options: choices[name].map(({ value, count }) => ({
      value,
      label: termLabel(value),
      count,
      checked: chosen[name].includes(value),
    })),
  }));
  return (
    <>
      <PageHead title={m.site_intentions()} lede={m.site_intentions_lede()} />
      <div className="with-facets">
        <Facets action={paths.intentions()} groups={groups} keep={[]} selected={selected} total={total} />
        <section className="stack" id={resultsId} aria-label={m.site_results()}>
          {ignored.length > 0 ? (
            <Notice tone="plain">{m.site_ignored({ list: ignoredText(ignored) })}</Notice>
          ) : null}
          <p className="lede-result" role="status">
            <b>{m.site_found_intentions({ count: formatNumber(total) })}</b>
            {m.site_full_stop()}
          </p>
          <Pills pills={pills} clearHref={selected > 1 ? paths.intentions() : undefined} />
          {rows.length > 0 ? (
            <Rows ordered label={m.site_results()}>
              {rows.map((row) => (
                <IntentionRow
                  key={row.code}
                  url={paths.intention(row.code)}
                  title={row.title}
                  organisation={row.organisationName}
                  place={row.district ? termLabel(row.district) : null}
                  method={row.method ? termLabel(row.method) : null}
                  budgetFen={row.budget}
                  expectedMonth={row.expectedMonth}
                  state={row.stage === '采购意向' ? null : { label: termLabel(row.stage), tone: 'info' }}
                />
              ))}
            </Rows>
          ) : (
            <Empty
              title={total > 0 ? m.site_page_beyond() : m.site_no_intentions()}
              actions={<LinkButton href={paths.intentions()}>{m.site_all_intentions()}</LinkButton>}
            >
              {total > 0 ? null : m.site_no_intentions_text()}
            </Empty>
          )}
          <Pagination
            page={page}
            pageSize={pageSize}
            total={total}
            hrefFor={(to) => paths.intentions({ ...chosen, page: to > 1 ? to : undefined })}
          />
        </section>
      </div>
    </>
  );
}

function nameText(name: Name): string {
  if (name === 'stage') return m.site_choice_stage();
  return name === 'method' ? m.site_method() : m.site_choice_buyer_district();
}
