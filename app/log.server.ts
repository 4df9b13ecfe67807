import { DrizzleQueryError } from 'drizzle-orm';
import { destination, pino } from 'pino';
import { env } from '~/env.server';

const output = destination({ fd: 1, sync: true });
// A log that cannot be written (its disk is full) is lost; by itself the error would end the process.
output.on('error', () => undefined);

/** The process's log: one JSON object a line on standard output, without addresses, queries or names of people. */
export const log = pino({ level: env.LOG_LEVEL, base: undefined }, output);

/**
 * What the log keeps of an error: its stack. A refused statement is told by its cause and its text; drizzle's own
 * message holds the values too, which are data of people.
 */
export function stackOf(error: unknown): string {
  if (error instanceof DrizzleQueryError)
    return `${error.cause ? stackOf(error.cause) : 'failed'}\n    in ${error.query}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
