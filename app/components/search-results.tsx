import { productKindLabel, type ProductKind } from '~/domain/products/product';
import type { ProductRowData } from '~/domain/products/product-row';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import type { ScenarioRowData } from '~/domain/scenarios/scenario-row';
import {
  countConditions,
  rangeNames,
  searchHref,
  searchParams,
  sortsOf,
  type ChoiceName,
  type IgnoredValue,
  type SearchPlace,
  type SearchQuery,
  type SearchSort,
} from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { termLabel } from '~/domain/terms';
import { formatMoney, formatNumber, formatWan } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { LinkButton } from './button';
import { Empty } from './empty';
import { Facets, type FacetGroup, type RangeGroup } from './facets';
import type { TextSegment } from './highlight';
import { Link } from './link';
import { Notice } from './notice';
import { Pagination } from './pagination';
import { Pills, type Pill } from './pills';
import { ProductRow } from './product-row';
import { Rows } from './rows';
import { ScenarioRow } from './scenario-row';
import { SortLinks } from './sort-links';

export interface SearchResultsProps {
  place: SearchPlace;
  query: SearchQuery;
  ignored: readonly IgnoredValue[];
  result: SearchResult;
  pageSize: number;
}

/** A list of products or scenarios with its conditions beside it. The address holds every state. */
export function SearchResults(props: SearchResultsProps) {
  const { place, query, ignored, result, pageSize } = props;
  const params = searchParams({ ...query, page: 1 }, place);
  const keep = (['q', 'type', 'sort'] as const).flatMap((name) => {
    const value = params[name];
    return typeof value === 'string' ? [{ name, value }] : [];
  });
  return (
    <div className="with-facets">
      <Facets
        action={`/${place}`}
        groups={groupsOf(query, result)}
        keep={keep}
        selected={countConditions(query)}
        total={result.total}
      />
      <section className="stack" aria-label={m.site_results()}>
        {result.engine === 'database' && query.q ? (
          <Notice tone="warn">{m.site_simple_search()}</Notice>
        ) : null}
        {ignored.length > 0 ? (
          <Notice tone="plain">{m.site_ignored({ list: ignoredText(ignored) })}</Notice>
        ) : null}
        {result.total > 0 ? <Summary {...props} /> : null}
        <Pills
          pills={pillsOf(query, place)}
          clearHref={countConditions(query) > 1 ? searchHref(query, place, none) : undefined}
        />
        {result.total > 0 ? <Hits {...props} /> : <NoHits {...props} />}
        {result.total > pageSize ? (
          <Pagination
            page={query.page}
            pageSize={pageSize}
            total={result.total}
            hrefFor={(page) => searchHref(query, place, { page })}
          />
        ) : null}
        {result.total > 0 && query.q ? <MoreHelp /> : null}
      </section>
    </div>
  );
}

const none: Partial<SearchQuery> = { choices: {}, min: undefined, max: undefined };

function Hits({ place, query, result }: SearchResultsProps) {
  const empty = result.products.length === 0 && result.scenarios.length === 0;
  return (
    <>
      <SortLinks
        links={sortsOf(query.type, query.q).map((sort) => ({
          label: sortText(sort),
          href: searchHref(query, place, { sort }),
          current: sort === query.sort,
        }))}
      />
      {empty ? (
        <Empty
          title={m.site_page_beyond()}
          actions={<LinkButton href={searchHref(query, place)}>{m.site_first_page()}</LinkButton>}
        />
      ) : (
        <Rows ordered label={m.site_results()}>
          {result.products.map((row) => (
            <ProductHit key={row.id} row={row} highlight={query.q ? result.highlights[row.id] : undefined} />
          ))}
          {result.scenarios.map((row) => (
            <ScenarioHit
              key={row.id}
              row={row}
              todayOn={result.todayOn}
              highlight={query.q ? result.highlights[row.id] : undefined}
            />
          ))}
        </Rows>
      )}
    </>
  );
}

interface ProductHitProps {
  row: ProductRowData;
  highlight?: readonly TextSegment[];
  children?: React.ReactNode;
}

/** A product as lists show it. */
export function ProductHit({ row, highlight, children }: ProductHitProps) {
  const { recognition } = row;
  return (
    <ProductRow
      url={paths.product(row.code)}
      name={row.name}
      highlight={highlight}
      kind={recognition?.kind}
      inForce={recognition?.inForce}
      state={recognition?.onNotice ? m.site_on_notice() : null}
      organisation={row.organisationName}
      place={row.district ? termLabel(row.district) : null}
      maturity={row.maturity ? termLabel(row.maturity) : null}
      specs={row.specs}
      firsts={row.firsts}
      buyers={row.buyers}
      users={row.users}
      priceMinFen={row.priceMin}
      priceMaxFen={row.priceMax}
      priceUnit={row.priceUnit}
      validUntilOn={recognition?.validUntilOn}
    >
      {children}
    </ProductRow>
  );
}

interface ScenarioHitProps {
  row: ScenarioRowData;
  todayOn: string;
  highlight?: readonly TextSegment[];
}

/** A scenario as lists show it. */
export function ScenarioHit({ row, todayOn, highlight }: ScenarioHitProps) {
  const open = row.status === 'open';
  return (
    <ScenarioRow
      url={paths.scenario(row.code)}
      title={row.title}
      highlight={highlight}
      organisation={row.organisationName}
      place={row.district ? termLabel(row.district) : null}
      field={termLabel(row.category)}
      mode={row.cooperationMode ? termLabel(row.cooperationMode) : null}
      open={open}
      state={open ? null : { label: scenarioStatusLabel(row.status) }}
      budgetFen={row.budget}
      deadlineOn={row.deadlineOn}
      todayOn={todayOn}
    />
  );
}

/** One sentence that says what is shown and what was left out. */
function Summary({ place, query, result }: SearchResultsProps) {
  const { q, type } = query;
  const count = formatNumber(result.total);
  const product = type === 'product';
  const head = q
    ? product
      ? m.site_found_products_q({ count, q })
      : m.site_found_scenarios_q({ count, q })
    : product
      ? m.site_found_products({ count })
      : m.site_found_scenarios({ count });
  const where = conditionsOf(query).map((one) => one.sentence);
  const parts = product && !query.choices.recognised ? recognitionParts(result.facets.recognised ?? {}) : [];
  return (
    <p className="lede-result" role="status">
      <b>{head}</b>
      {where.length > 0 ? m.site_comma() + where.join(m.site_comma()) : null}
      {parts.length > 0 ? m.site_semicolon() + parts.join(m.site_comma()) : null}
      {m.site_full_stop()}
      {result.understood.length > 0 ? (
        <span className="soft">
          {' '}
          {m.site_understood({ words: result.understood.join(m.site_list_comma()) })}
        </span>
      ) : null}
      {result.withoutAmount > 0 ? (
        <span className="soft">
          {' '}
          {product
            ? m.site_without_price({ count: formatNumber(result.withoutAmount) })
            : m.site_without_budget({ count: formatNumber(result.withoutAmount) })}{' '}
          <Link href={searchHref(query, place, { min: undefined, max: undefined })}>
            {m.site_without_range()}
          </Link>
        </span>
      ) : null}
    </p>
  );
}

function recognitionParts(counts: Record<string, number>): string[] {
  const parts: string[] = [];
  if (counts.valid) parts.push(m.site_count_valid({ count: formatNumber(counts.valid) }));
  if (counts.expired) parts.push(m.site_count_expired({ count: formatNumber(counts.expired) }));
  return parts;
}

function NoHits({ place, query, result }: SearchResultsProps) {
  const { q, type } = query;
  const other = type === 'product' ? 'scenario' : 'product';
  const conditions = countConditions(query);
  return (
    <Empty
      title={q ? m.site_no_hits_q({ q }) : m.site_no_hits()}
      actions={
        <>
          {conditions > 0 && result.counts[type] > 0 ? (
            <LinkButton tone="act" href={searchHref(query, place, none)}>
              {m.site_no_hits_clear({ count: formatNumber(result.counts[type]) })}
            </LinkButton>
          ) : null}
          {q && result.counts[other] > 0 ? (
            <LinkButton href={searchHref({ ...query, ...none, type: other, sort: 'relevance' }, 'search')}>
              {other === 'scenario'
                ? m.site_no_hits_scenarios({ count: formatNumber(result.counts.scenario) })
                : m.site_no_hits_products({ count: formatNumber(result.counts.product) })}
            </LinkButton>
          ) : null}
          <LinkButton tone="quiet" href={type === 'product' ? paths.products() : paths.scenarios()}>
            {type === 'product' ? m.site_all_products() : m.site_all_scenarios()}
          </LinkButton>
        </>
      }
    >
      <ul className="stack">
        {conditions > 0 ? <li>{m.site_tip_conditions()}</li> : null}
        <li>{m.site_tip_shorter()}</li>
        <li>{m.site_tip_pinyin()}</li>
        <li>
          {m.site_tip_feedback()} <Link href={paths.feedback()}>{m.site_tip_feedback_link()}</Link>
        </li>
      </ul>
    </Empty>
  );
}

function MoreHelp() {
  return (
    <Notice tone="plain">
      <p>
        {m.site_more_help()} <Link href={paths.intentions()}>{m.site_more_help_intentions()}</Link>
        {m.site_more_help_or()} <Link href={paths.feedback()}>{m.site_tip_feedback_link()}</Link>
        {m.site_full_stop()}
      </p>
    </Notice>
  );
}

interface Condition {
  label: string;
  sentence: string;
  change: Partial<SearchQuery>;
}

function conditionsOf(query: SearchQuery): Condition[] {
  const chosen = (Object.entries(query.choices) as [ChoiceName, string[]][]).flatMap(([name, values]) =>
    values.map((value) => {
      const words = { name: choiceText(name), value: valueText(name, value) };
      const left = values.filter((other) => other !== value);
      const { [name]: _removed, ...rest } = query.choices;
      return {
        label: m.site_condition(words),
        sentence: m.site_condition_sentence(words),
        change: { choices: left.length > 0 ? { ...rest, [name]: left } : rest },
      };
    }),
  );
  const range = rangeText(query);
  if (!range) return chosen;
  const words = { name: query.type === 'product' ? m.site_price() : m.site_budget(), value: range };
  return [
    ...chosen,
    {
      label: m.site_condition(words),
      sentence: `${words.name}${m.site_space()}${range}`,
      change: { min: undefined, max: undefined },
    },
  ];
}

const pillsOf = (query: SearchQuery, place: SearchPlace): Pill[] =>
  conditionsOf(query).map(({ label, change }) => ({ label, href: searchHref(query, place, change) }));

function rangeText({ min, max }: SearchQuery): string | undefined {
  if (min !== undefined && max !== undefined)
    return m.site_range_between({ min: formatMoney(min), max: formatMoney(max) });
  if (min !== undefined) return m.site_range_from({ min: formatMoney(min) });
  return max === undefined ? undefined : m.site_range_to({ max: formatMoney(max) });
}

const ignoredText = (ignored: readonly IgnoredValue[]) =>
  ignored
    .slice(0, 5)
    .map(({ name, value }) => `${name}=${value}`)
    .join(m.site_list_comma());

function groupsOf(query: SearchQuery, result: SearchResult): (FacetGroup | RangeGroup)[] {
  const group = (name: ChoiceName, closed = false): FacetGroup => ({
    name,
    label: choiceText(name),
    options: optionsOf(name, query.choices[name] ?? [], result.facets[name] ?? {}),
    closed,
  });
  const [minName, maxName] = rangeNames(query.type);
  const product = query.type === 'product';
  const range: RangeGroup = {
    label: product ? m.site_price() : m.site_budget(),
    minName,
    maxName,
    min: query.min === undefined ? undefined : formatWan(query.min),
    max: query.max === undefined ? undefined : formatWan(query.max),
    unit: m.site_unit_wan(),
    hint: product ? m.site_price_hint() : m.site_budget_hint(),
  };
  const groups = product
    ? [
        group('kind'),
        group('recognised'),
        group('industry'),
        range,
        group('category', true),
        group('maturity', true),
        group('district', true),
      ]
    : [group('status'), group('category'), range, group('district', true)];
  return groups.filter((one) => !('options' in one) || one.options.length > 0);
}

const fixedOrder: Partial<Record<ChoiceName, readonly string[]>> = {
  kind: ['first-unit', 'first-batch', 'first-version'],
  recognised: ['valid', 'expired', 'none'],
  status: ['open', 'closed'],
};

function optionsOf(name: ChoiceName, chosen: readonly string[], counts: Record<string, number>) {
  const values = fixedOrder[name] ?? [
    ...new Set([
      ...Object.keys(counts).sort((a, b) => counts[b]! - counts[a]! || (a < b ? -1 : 1)),
      ...chosen,
    ]),
  ];
  return values.map((value) => ({
    value,
    label: valueText(name, value),
    count: counts[value] ?? 0,
    checked: chosen.includes(value),
  }));
}

function choiceText(name: ChoiceName): string {
  switch (name) {
    case 'kind':
      return m.site_choice_kind();
    case 'recognised':
      return m.site_choice_recognised();
    case 'industry':
      return m.site_choice_industry();
    case 'category':
      return m.site_choice_category();
    case 'maturity':
      return m.site_choice_maturity();
    case 'district':
      return m.site_choice_district();
    case 'status':
      return m.site_choice_status();
  }
}

function valueText(name: ChoiceName, value: string): string {
  switch (name) {
    case 'kind':
      return productKindLabel(value as ProductKind);
    case 'recognised':
      return value === 'valid'
        ? m.site_recognised_valid()
        : value === 'expired'
          ? m.site_recognised_expired()
          : m.site_recognised_none();
    case 'status':
      return value === 'open' ? m.site_status_open() : m.site_status_closed();
    default:
      return termLabel(value);
  }
}

function sortText(sort: SearchSort): string {
  switch (sort) {
    case 'relevance':
      return m.site_sort_relevance();
    case 'recognised':
      return m.site_sort_recognised();
    case 'price':
      return m.site_sort_price();
    case 'deadline':
      return m.site_sort_deadline();
    case 'budget':
      return m.site_sort_budget();
    case 'newest':
      return m.site_sort_newest();
  }
}
