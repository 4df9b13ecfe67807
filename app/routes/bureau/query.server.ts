/** The page number in the address, 1 when there is none or it makes no sense. */
export function pageOf(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

/** The value of a key when it is one of these words. */
export function wordOf<const T extends readonly string[]>(
  url: URL,
  key: string,
  words: T,
): T[number] | undefined {
  const value = url.searchParams.get(key);
  return words.find((word) => word === value);
}

/** What was searched for, trimmed and at most 100 characters; undefined when empty. */
export const queryOf = (url: URL): string | undefined =>
  url.searchParams.get('words')?.normalize('NFKC').trim().slice(0, 100) || undefined;

/** What was just done, in a word for the page to say. */
export const doneOf = (request: Request): string | null => new URL(request.url).searchParams.get('done');
