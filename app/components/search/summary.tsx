import { searchHref, type SearchPlace, type SearchQuery } from '~/domain/search/search-query';
import { lacksWords, type SearchResult } from '~/domain/search/search-result';
import { own } from '~/domain/pick';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { Dated } from '../date-text';
import { Link } from '../link';
import { conditionsOf, inferredConditions } from './conditions';
import { choiceText, valueText } from './words';

interface SummaryProps {
  place: SearchPlace;
  query: SearchQuery;
  result: SearchResult;
}

/** One sentence that says what is shown and what was left out. */
export function Summary({ place, query, result }: SummaryProps) {
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
  const where = [...inferredConditions(query, result.inferred), ...conditionsOf(query)].map(
    (one) => one.sentence,
  );
  const parts = product && !query.choices.recognised ? recognitionParts(result.facets.recognised ?? {}) : [];
  // What lacks the one range may lack the other as well.
  const withoutRanges = searchHref(query, place, {
    min: undefined,
    max: undefined,
    yearMin: undefined,
    yearMax: undefined,
    without: withoutRangesOf(query, result.inferred),
  });
  const lacking = [
    ...(result.withoutAmount > 0
      ? [
          (product ? m.site_without_price : m.site_without_budget)({
            count: formatNumber(result.withoutAmount),
          }),
        ]
      : []),
    ...(result.withoutYear > 0
      ? [m.site_without_recognition({ count: formatNumber(result.withoutYear) })]
      : []),
  ];
  return (
    <p className="lede-result" role="status">
      <b>{head}</b>
      {where.length > 0 ? <Dated text={m.site_comma() + where.join(m.site_comma())} /> : null}
      {parts.length > 0 ? m.site_semicolon() + parts.join(m.site_comma()) : null}
      {m.site_full_stop()}
      {result.understood.length > 0 ? (
        <span className="soft">
          {m.site_space()}
          {m.site_understood({ words: result.understood.join(m.site_list_comma()) })}
        </span>
      ) : null}
      {result.excluded.length > 0 ? (
        <span className="soft">
          {m.site_space()}
          {(query.sort === 'relevance' ? m.site_excluded : m.site_excluded_not)({
            words: result.excluded.join(m.site_list_comma()),
          })}
        </span>
      ) : null}
      <OfField place={place} query={query} result={result} />
      <LeftOut place={place} query={query} result={result} />
      {q && query.sort !== 'relevance' ? (
        <span className="soft">
          {m.site_space()}
          {m.site_only_most()}
        </span>
      ) : null}
      {isPartlyOnly(query, result) ? (
        <span className="soft">
          {m.site_space()}
          {m.site_only_partly()}
        </span>
      ) : null}
      {lacking.length > 0 ? (
        <span className="soft">
          {[...lacking, ''].map((text) => m.site_space() + text)}
          <Link href={withoutRanges}>{m.site_without_range()}</Link>
          {m.site_full_stop()}
        </span>
      ) : null}
    </p>
  );
}

/** Says how much is of the industry or category that the words name, and offers that alone. */
function OfField({ place, query, result: { field, facets, total } }: SummaryProps) {
  const count = field ? (own(facets[field.facet] ?? {}, field.name) ?? 0) : 0;
  if (!field || query.sort !== 'relevance' || query.choices[field.facet]) return null;
  if (count === 0 || count === total) return null;
  const words = { name: choiceText(field.facet), value: valueText(field.facet, field.name) };
  const alone = { choices: { ...query.choices, [field.facet]: [field.name] } };
  return (
    <span className="soft">
      {m.site_space()}
      {m.site_of_field({ ...words, count: formatNumber(count) })}
      {m.site_space()}
      <Link href={searchHref(query, place, alone)}>{m.site_of_field_alone()}</Link>
      {m.site_full_stop()}
    </span>
  );
}

/** What is taken off when the ranges go that the words themselves set. */
function withoutRangesOf({ without }: SearchQuery, inferred: SearchResult['inferred']) {
  const ranges = inferred.filter(({ key, applied }) => applied && (key === 'amount' || key === 'year'));
  return ranges.length > 0 ? [...(without ?? []), ...ranges.map(({ key }) => key)] : without;
}

/** Whether nothing meets all of the words: told by the best hits, or by all of them. What was let go is told besides. */
function isPartlyOnly({ sort, page }: SearchQuery, result: SearchResult) {
  const { total, products, scenarios } = result;
  const shown = [...products, ...scenarios];
  const tells = shown.length === total || (sort === 'relevance' && page === 1);
  return tells && shown.length > 0 && shown.every(({ id }) => lacksWords(result, id));
}

/** Conditions that the words set and that do not hold now: taken off, or let go because nothing fits them. */
function LeftOut({ place, query, result }: SummaryProps) {
  const off = query.without ?? [];
  const takenOff = result.inferred.filter((one) => off.includes(one.key));
  const relaxed = result.total > 0 ? result.inferred.filter((one) => one.letGo) : [];
  return (
    <>
      {takenOff.map((one) => (
        <span key={one.key} className="soft">
          {m.site_space()}
          {m.site_taken_off({ said: one.said })}
          {m.site_space()}
          <Link href={searchHref(query, place, { without: off.filter((key) => key !== one.key) })}>
            {m.site_put_back()}
          </Link>
          {m.site_full_stop()}
        </span>
      ))}
      {relaxed.length > 0 ? (
        <span className="soft">
          {m.site_space()}
          {m.site_let_go({ words: relaxed.map((one) => one.said).join(m.site_list_comma()) })}
        </span>
      ) : null}
    </>
  );
}

function recognitionParts(counts: Record<string, number>): string[] {
  const parts: string[] = [];
  if (counts.valid) parts.push(m.site_count_valid({ count: formatNumber(counts.valid) }));
  if (counts.expired) parts.push(m.site_count_expired({ count: formatNumber(counts.expired) }));
  return parts;
}
