import { rangeNames, type ChoiceName, type SearchQuery } from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { own } from '~/domain/pick';
import { formatWan } from '~/format';
import * as m from '~/paraglide/messages';
import type { FacetGroup, RangeGroup } from '../facets';
import { choiceText, valueText } from './words';

/** What a list can be narrowed by, with how many there are of each. Groups without any value are left out. */
export function facetGroups(query: SearchQuery, result: SearchResult): (FacetGroup | RangeGroup)[] {
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
  const years: RangeGroup = {
    label: m.site_recognition_year(),
    minName: 'yearMin',
    maxName: 'yearMax',
    min: query.yearMin?.toString(),
    max: query.yearMax?.toString(),
    unit: m.site_unit_year(),
    closed: true,
  };
  const groups = product
    ? [
        group('kind'),
        group('recognised'),
        group('industry'),
        range,
        group('category', true),
        group('maturity', true),
        group('used', true),
        years,
        group('batch', true),
        group('district', true),
        group('zone', true),
      ]
    : [
        group('status'),
        group('category'),
        range,
        group('batch', true),
        group('district', true),
        group('zone', true),
      ];
  return groups.filter((one) => !('options' in one) || one.options.length > 0);
}

const fixedOrder: Partial<Record<ChoiceName, readonly string[]>> = {
  kind: ['first-unit', 'first-batch', 'first-version'],
  recognised: ['valid', 'expired', 'none'],
  status: ['open', 'closed'],
  used: ['bought', 'tried'],
};

/** Lists of a year, the newest first: what they are by their number alone is for words. */
const batches = (counts: Record<string, number>) =>
  Object.keys(counts)
    .filter((value) => value.includes('-'))
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));

function optionsOf(name: ChoiceName, chosen: readonly string[], counts: Record<string, number>) {
  const byCount = (a: string, b: string) => counts[b]! - counts[a]! || (a < b ? -1 : 1);
  const values = fixedOrder[name] ?? [
    ...new Set([...(name === 'batch' ? batches(counts) : Object.keys(counts).sort(byCount)), ...chosen]),
  ];
  return values.map((value) => ({
    value,
    label: valueText(name, value),
    count: own(counts, value) ?? 0,
    checked: chosen.includes(value),
  }));
}
