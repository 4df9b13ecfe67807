import { format } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm';
import { destination, pino, type DestinationStream } from 'pino';
import { env } from '~/env.server';

const output = destination({ fd: 1, sync: true });
// A log that cannot be written (its disk is full) is lost; by itself the error would end the process.
output.on('error', () => undefined);

/** A log of one JSON object a line, without addresses, queries or names of people; of an error it keeps the stack. */
export const logTo = (stream: DestinationStream) =>
  pino(
    {
      level: env.LOG_LEVEL,
      base: undefined,
      serializers: { err: stackOf },
      hooks: {
        // Where there are no words of ours pino would take the error's message.
        logMethod(args, method) {
          const [first, words] = args as [unknown, unknown];
          const err = first instanceof Error ? first : (first as { err?: unknown }).err;
          if (words === undefined && err instanceof Error) method.apply(this, [{ err }, 'failed']);
          else method.apply(this, args);
        },
      },
    },
    stream,
  );

/** The process's log, on standard output. */
export const log = logTo(output);

/** A path as the log may keep it: whoever has the address of a feed or of a way to stop mails may use it. */
export const pathForLog = (path: string): string => {
  const secret = /^\/(feeds|mail\/stop)\//i.exec(decoded(path));
  return secret ? `${secret[0]}…` : path.slice(0, 200);
};
const decoded = (path: string) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/**
 * What the log keeps of an error: its stack. A refused statement is told by its cause and its text; drizzle's own
 * message holds the values too, which are data of people.
 */
export function stackOf(error: unknown): string {
  if (error instanceof DrizzleQueryError)
    return `${error.cause ? stackOf(error.cause) : 'failed'}\n    in ${error.query}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Has what libraries say on a console written to the log, one object a line. */
export function logConsole(said: Pick<Console, 'log' | 'info' | 'warn' | 'error' | 'debug'>, to = log): void {
  const text = (parts: unknown[]) =>
    format(...parts.map((part) => (part instanceof Error ? stackOf(part) : part)));
  said.log = said.info = (...parts: unknown[]) => to.info(text(parts));
  for (const level of ['warn', 'error', 'debug'] as const)
    said[level] = (...parts: unknown[]) => to[level](text(parts));
}
