/**
 * What a record says under a key that was typed or read from outside; undefined for what every object has besides, such as
 * `constructor` and `__proto__`.
 */
export const own = <T>(record: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined =>
  key && Object.hasOwn(record, key) ? record[key] : undefined;

/** These fields of an object and no other. */
export function pick<T extends object, K extends keyof T>(from: T, ...fields: K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<T, K>;
}
