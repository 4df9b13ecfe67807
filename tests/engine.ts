import { afterAll, beforeAll } from 'vitest';
import { engineReady, startSearch, stopSearch } from '#search/engine.server';
import { drainOutbox } from '#search/outbox.server';
import { ensureIndexes } from '#search/rebuild.server';

/**
 * Starts the real search engine beside the test file's database, with indexes of what that holds when `beforeAll`
 * comes here: call it after `useWorld` and after what adds to the world.
 */
export function useSearchEngine() {
  beforeAll(async () => {
    const said: string[] = [];
    await drainOutbox(); // no engine yet: stored words only
    startSearch({ log: (_, message) => said.push(message) });
    if (!(await engineReady())) throw new Error(`the search engine did not start:\n${said.join('\n')}`);
    await ensureIndexes();
    await drainOutbox();
  }, 180_000);
  afterAll(stopSearch);
}
