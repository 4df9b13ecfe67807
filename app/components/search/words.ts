import { productKindLabel, type ProductKind } from '~/domain/products/product';
import { batchLabel, batchName } from '~/domain/publications/publication';
import type { DirectorySort } from '~/domain/search/directory-query';
import type { ChoiceName, SearchSort } from '~/domain/search/search-query';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';

/** What a facet is called. */
export function choiceText(name: ChoiceName): string {
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
    case 'used':
      return m.site_choice_used();
    case 'batch':
      return m.site_choice_batch();
    case 'district':
      return m.site_choice_district();
    case 'zone':
      return m.site_choice_zone();
    case 'status':
      return m.site_choice_status();
  }
}

/** What one value of a facet is called. */
export function valueText(name: ChoiceName, value: string): string {
  switch (name) {
    case 'kind':
      return productKindLabel(value as ProductKind);
    case 'recognised':
      return value === 'valid'
        ? m.site_recognised_valid()
        : value === 'expired'
          ? m.site_recognised_expired()
          : m.site_recognised_none();
    case 'used':
      return value === 'bought' ? m.site_used_bought() : m.site_used_tried();
    case 'status':
      return value === 'open' ? m.site_status_open() : m.site_status_closed();
    case 'batch':
      return batchText(value);
    default:
      return termLabel(value);
  }
}

/** 2024年第二批; 第二批 where no year is named. */
function batchText(value: string): string {
  const [sequence = 0, year] = value.split('-').map(Number).reverse();
  return year ? m.site_batch({ year, batch: batchName(sequence), sequence }) : batchLabel(sequence);
}

/** What an order of the list is called. */
export function sortText(sort: SearchSort | DirectorySort): string {
  switch (sort) {
    case 'relevance':
      return m.site_sort_relevance();
    case 'recognised':
      return m.site_sort_recognised();
    case 'price':
      return m.site_sort_price();
    case 'used':
      return m.site_sort_used();
    case 'deadline':
      return m.site_sort_deadline();
    case 'budget':
      return m.site_sort_budget();
    case 'newest':
      return m.site_sort_newest();
    case 'name':
      return m.site_sort_name();
  }
}
