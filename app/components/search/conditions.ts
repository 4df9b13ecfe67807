import {
  searchHref,
  type ChoiceName,
  type IgnoredValue,
  type SearchPlace,
  type SearchQuery,
} from '~/domain/search/search-query';
import type { Inferred } from '~/domain/search/search-result';
import { formatDate, formatMoney } from '~/format';
import * as m from '~/paraglide/messages';
import type { Pill } from '../pills';
import { choiceText, valueText } from './words';

/** One condition of a search: as a pill, as a part of the sentence, and what takes it off. */
export interface Condition {
  label: string;
  sentence: string;
  change: Partial<SearchQuery>;
}

const amountName = ({ type }: SearchQuery) => (type === 'product' ? m.site_price() : m.site_budget());

/** The conditions that a search sets, in the order they were set. */
export function conditionsOf(query: SearchQuery): Condition[] {
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
  const ranged = (name: string, value: string | undefined, change: Condition['change']): Condition[] =>
    value
      ? [{ label: m.site_condition({ name, value }), sentence: `${name}${m.site_space()}${value}`, change }]
      : [];
  return [
    ...chosen,
    ...ranged(amountName(query), rangeText(query), {
      min: undefined,
      max: undefined,
    }),
    ...ranged(m.site_recognition_year(), yearsText(query), { yearMin: undefined, yearMax: undefined }),
  ];
}

/** What a condition that was read out of the words means: 雁塔区, 在有效期内, 不超过 500 万元. */
function inferredText(query: SearchQuery, { filters }: Inferred): string {
  const {
    kind,
    district,
    zone,
    recognised,
    status,
    batch,
    closesFrom,
    closesTo,
    priceMin,
    priceMax,
    budgetMin,
    budgetMax,
  } = filters;
  const years = yearsText(filters);
  const range = rangeText({ min: priceMin ?? budgetMin, max: priceMax ?? budgetMax });
  const values = [
    ...(kind ?? []).map((value) => valueText('kind', value)),
    ...(district ?? []).map((value) => valueText('district', value)),
    ...(zone ?? []).map((value) => valueText('zone', value)),
    ...(recognised ?? []).map((value) => valueText('recognised', value)),
    ...(status ?? []).map((value) => valueText('status', value)),
    ...(batch ?? []).map((value) => valueText('batch', value)),
    ...(closesFrom && closesTo ? [closingText(closesFrom, closesTo)] : []),
    ...(years ? [m.site_recognition_year() + m.site_space() + years] : []),
    ...(range ? [amountName(query) + m.site_space() + range] : []),
  ];
  return values.join(m.site_list_comma());
}

const dayText = (day: number) => formatDate(String(day).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
/** 截止 2026年12月1日 至 2026年12月31日 */
const closingText = (from: number, to: number) =>
  m.site_closing({
    days: from === to ? dayText(from) : m.site_range_between({ min: dayText(from), max: dayText(to) }),
  });

/** The conditions that the words themselves set, as long as nobody takes them off. */
export const inferredConditions = (query: SearchQuery, inferred: readonly Inferred[]): Condition[] =>
  inferred
    .filter((one) => one.applied)
    .map((one) => {
      const words = { said: one.said, value: inferredText(query, one) };
      return {
        label:
          words.said === words.value ? m.site_inferred_same({ value: words.value }) : m.site_inferred(words),
        sentence: words.value,
        change: { without: [...(query.without ?? []), one.key] },
      };
    });

/** Each condition with the address that takes it off. */
export const pillsOf = (query: SearchQuery, place: SearchPlace, inferred: readonly Inferred[] = []): Pill[] =>
  [...inferredConditions(query, inferred), ...conditionsOf(query)].map(({ label, change }) => ({
    label,
    href: searchHref(query, place, change),
  }));

/** 2024 至 2026, 2024 年及以后; undefined when no year is asked for. */
export function yearsText({ yearMin, yearMax }: { yearMin?: number; yearMax?: number }): string | undefined {
  if (yearMin !== undefined && yearMax !== undefined)
    return m.site_range_between({ min: String(yearMin), max: String(yearMax) });
  if (yearMin !== undefined) return m.site_years_from({ year: yearMin });
  return yearMax === undefined ? undefined : m.site_years_to({ year: yearMax });
}

function rangeText({ min, max }: Pick<SearchQuery, 'min' | 'max'>): string | undefined {
  if (min !== undefined && max !== undefined)
    return m.site_range_between({ min: formatMoney(min), max: formatMoney(max) });
  if (min !== undefined) return m.site_range_from({ min: formatMoney(min) });
  return max === undefined ? undefined : m.site_range_to({ max: formatMoney(max) });
}

/** Conditions in the address that mean nothing, as they were written; at most five. */
export const ignoredText = (ignored: readonly IgnoredValue[]) =>
  ignored
    .slice(0, 5)
    .map(({ name, value }) => `${name}=${value}`)
    .join(m.site_list_comma());

/** The change that takes every condition off. */
export const withoutConditions: Partial<SearchQuery> = {
  choices: {},
  min: undefined,
  max: undefined,
  yearMin: undefined,
  yearMax: undefined,
};
