import type Combobox from '@github/combobox-nav';
import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

export interface Suggestion {
  type: string;
  label: string;
  url: string;
}

/** How long typing has to rest before we ask. */
const REST_MS = 150;

/** Matches while one types, and before it what was searched for on this device. Loads its keyboard handling on first focus; without scripts nothing happens. */
export function useTypeahead() {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const combobox = useRef<Combobox>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef<AbortController>();
  const composing = useRef(false);
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const [open, setOpen] = useState(false);
  const [status, setStatus] = useState('');

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      asked.current?.abort();
      combobox.current?.destroy();
    },
    [],
  );

  useEffect(() => {
    if (!combobox.current) return;
    if (open) combobox.current.start();
    else combobox.current.stop();
    input.current?.setAttribute('aria-expanded', String(open));
  }, [open, suggestions]);

  async function load() {
    if (combobox.current?.input === input.current && combobox.current) return;
    const { default: Constructor } = await import('@github/combobox-nav');
    if (!input.current || !list.current) return;
    combobox.current?.destroy();
    combobox.current = new Constructor(input.current, list.current);
  }

  function close() {
    clearTimeout(timer.current);
    asked.current?.abort();
    setOpen(false);
  }

  function show(found: readonly Suggestion[]) {
    setSuggestions(found);
    setOpen(found.length > 0);
    setStatus(found.length > 0 ? m.common_suggestions_count({ count: formatNumber(found.length) }) : '');
  }

  /** In an empty box: what was searched for on this device. */
  async function showRecent() {
    const { readRecent } = await import('~/recent-searches');
    if (input.current?.value.trim() !== '' || document.activeElement !== input.current) return;
    const { words } = readRecent();
    show(words.map((label) => ({ type: 'recent', label, url: paths.search({ q: label }) })));
  }

  async function ask(query: string) {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    try {
      const response = await fetch(`/api/v1/suggest?q=${encodeURIComponent(query)}`, {
        signal: controller.signal,
      });
      if (!response.ok) return close();
      const found = toSuggestions(await response.json());
      if (controller.signal.aborted) return;
      show(found);
    } catch {
      // Offline or overtaken by the next key: the form itself still works.
      if (asked.current === controller) setOpen(false);
    }
  }

  function change() {
    if (composing.current) return;
    clearTimeout(timer.current);
    const query = input.current?.value.trim() ?? '';
    if (query === '') {
      close();
      return void showRecent();
    }
    timer.current = setTimeout(() => void ask(query), REST_MS);
  }

  return {
    input,
    list,
    suggestions,
    open,
    status,
    events: {
      onFocus: () => {
        void load();
        if (input.current?.value.trim() === '') void showRecent();
      },
      onInput: change,
      onCompositionStart: () => (composing.current = true),
      onCompositionEnd: () => {
        composing.current = false;
        change();
      },
      // Later than a click on a suggestion, which takes the focus away first.
      onBlur: () => setTimeout(close, 200),
      onKeyDown: (event: React.KeyboardEvent) => {
        if (event.key === 'Escape' && open) {
          event.preventDefault();
          close();
        }
      },
    },
  };
}

/** Only what has the promised shape and leads to a page of ours. */
function toSuggestions(data: unknown): Suggestion[] {
  const given = (data as { suggestions?: unknown } | null)?.suggestions;
  if (!Array.isArray(given)) return [];
  return given.filter(
    (each: Partial<Suggestion> | null): each is Suggestion =>
      typeof each?.label === 'string' && typeof each.url === 'string' && /^\/(?!\/)/.test(each.url),
  );
}
