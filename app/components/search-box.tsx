import { Form } from '@remix-run/react';
import { useId } from 'react';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { useTypeahead, type Suggestion } from './use-typeahead';

export interface SearchBoxProps {
  query?: string;
  /** The large one of the home page. */
  big?: boolean;
  /** What else the search should keep, such as the sort of result. */
  keep?: readonly { name: string; value: string }[];
  placeholder?: string;
}

/** The search box: a plain GET form; with scripts it offers matches while one types. */
export function SearchBox({ query = '', big = false, keep = [], placeholder }: SearchBoxProps) {
  const id = useId();
  const listId = `${id}-list`;
  const { input, list, suggestions, open, status, events } = useTypeahead();
  return (
    <Form className={big ? 'search big' : 'search'} role="search" method="get" action={paths.search()}>
      <label className="vh" htmlFor={id}>
        {m.common_search()}
      </label>
      <input
        // A new address brings its own words.
        key={query}
        ref={input}
        id={id}
        name="q"
        type="search"
        defaultValue={query}
        placeholder={placeholder ?? (big ? m.common_search_placeholder_big() : m.common_search_placeholder())}
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        {...events}
      />
      {keep.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{m.common_search()}</button>
      <div
        ref={list}
        id={listId}
        role="listbox"
        className="typeahead"
        aria-label={m.common_suggestions()}
        hidden={!open}
      >
        {suggestions.map((suggestion, index) => (
          <a
            key={suggestion.url}
            id={`${listId}-${index}`}
            role="option"
            aria-selected="false"
            href={suggestion.url}
            tabIndex={-1}
          >
            <span>{suggestion.label}</span>
            <span className="kind">{typeText(suggestion.type)}</span>
          </a>
        ))}
      </div>
      <span className="vh" role="status" aria-live="polite">
        {status}
      </span>
    </Form>
  );
}

function typeText(type: Suggestion['type']): string {
  switch (type) {
    case 'recent':
      return m.common_type_recent();
    case 'term':
      return m.common_type_term();
    case 'product':
      return m.common_type_product();
    case 'scenario':
      return m.common_type_scenario();
    case 'intention':
      return m.common_type_intention();
    case 'publication':
      return m.common_type_publication();
    case 'organisation':
      return m.common_type_organisation();
    default:
      return '';
  }
}
