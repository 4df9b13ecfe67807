/** How the batch of a year is written among facts and filters: 2024-2. */
export const batchOf = (year: number, sequence: number) => `${year}-${sequence}`;
/** A list as the facts of what stands on it: with its year, and by its number alone. */
export const batchFacts = (lists: readonly { year: number; sequence: number }[]) =>
  lists.length
    ? { batch: [...new Set(lists.flatMap((one) => [batchOf(one.year, one.sequence), String(one.sequence)]))] }
    : {};
/** The batch of a year, or one of that number in any year. */
export const batchShape = /^(?:20\d\d-)?[1-9]\d?$/;
