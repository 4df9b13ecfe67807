/** What was searched for on this device, kept there and nowhere else. Loaded only where it is shown. */

const key = 'recent-searches';
const most = 8;

export interface RecentSearches {
  /** Whether this device keeps them. */
  on: boolean;
  /** The latest first. */
  words: string[];
}

const off = { on: false, words: [] };

/** What is kept; nothing where the browser keeps nothing. */
export function readRecent(): RecentSearches {
  try {
    const text = localStorage.getItem(key);
    if (text === 'off') return off;
    const words: unknown = text ? JSON.parse(text) : [];
    return {
      on: true,
      words: Array.isArray(words) ? words.filter((word) => typeof word === 'string').slice(0, most) : [],
    };
  } catch {
    return off;
  }
}

function keep(text: string): RecentSearches {
  try {
    localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing: the next page shows none.
  }
  return readRecent();
}

/** Puts `word` first, unless this device is not to keep any. */
export function rememberSearch(word: string): RecentSearches {
  const { on, words } = readRecent();
  const plain = word.trim().slice(0, 100);
  if (!on || !plain) return { on, words };
  return keep(JSON.stringify([plain, ...words.filter((other) => other !== plain)].slice(0, most)));
}

/** Forgets them all; with `on` false none is kept from now on. */
export const forgetSearches = (on: boolean): RecentSearches => keep(on ? '[]' : 'off');
