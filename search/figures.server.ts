import { count, gte, lt, min, or, isNull } from 'drizzle-orm';
import { db } from '#db/client.server';
import { searchOutbox } from '#db/schema';

type Listener = (answeredBy: 'meilisearch' | 'database', seconds: number) => void;
let listener: Listener = () => undefined;

/** Has every answered search told to `listen`; the last one asked for it hears of them. */
export const listenToSearches = (listen: Listener) => void (listener = listen);
/** Tells that a search was answered, by whom and in how many milliseconds. */
export const searchAnswered = (answeredBy: 'meilisearch' | 'database', ms: number) =>
  listener(answeredBy, ms / 1000);

/** Rows set aside after too many refusals wait until this moment, that is for ever. */
export const setAsideUntil = new Date(Date.UTC(9999, 0));

export type OutboxFigures = {
  waiting: number;
  /** refused too often by the engine: someone has to look at them */
  setAside: number;
  /** age of the oldest row that waits, 0 when none does */
  oldestSeconds: number;
};

/** How much the search index has still to learn. */
export async function outboxFigures(now = new Date()): Promise<OutboxFigures> {
  const [waiting] = await db
    .select({ n: count(), oldest: min(searchOutbox.createdAt) })
    .from(searchOutbox)
    .where(or(isNull(searchOutbox.notBefore), lt(searchOutbox.notBefore, setAsideUntil)));
  const [setAside] = await db
    .select({ n: count() })
    .from(searchOutbox)
    .where(gte(searchOutbox.notBefore, setAsideUntil));
  return {
    waiting: waiting?.n ?? 0,
    setAside: setAside?.n ?? 0,
    oldestSeconds: waiting?.oldest ? Math.max(0, (now.getTime() - waiting.oldest.getTime()) / 1000) : 0,
  };
}
