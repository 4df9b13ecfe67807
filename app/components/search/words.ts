import { productKindLabel, type ProductKind } from '~/domain/products/product';
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
    default:
      return termLabel(value);
  }
}

/** What an order of the list is called. */
export function sortText(sort: SearchSort): string {
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
  }
}
