/**
 * How units of work of all processes keep out of each other's way. `advisory-lock`: one at a time, each under a lock
 * of the whole application. `serializable`: side by side, and the server refuses what would not be so one after the
 * other, which is then done again; for engines without advisory locks (CockroachDB).
 */
export const writeStrategies = ['advisory-lock', 'serializable'] as const;
export type WriteStrategy = (typeof writeStrategies)[number];

/** WRITE_STRATEGY, `advisory-lock` unless set. Throws when it names no strategy. */
export function writeStrategy(name = process.env.WRITE_STRATEGY || 'advisory-lock'): WriteStrategy {
  const found = writeStrategies.find((one) => one === name);
  if (!found) throw new Error(`WRITE_STRATEGY is none of ${writeStrategies.join(', ')}: ${name}`);
  return found;
}
