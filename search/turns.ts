import { setImmediate as breathe } from 'node:timers/promises';

const turnMs = 20;

/** For long work: awaited between its steps, it lets others have their turn as soon as this has had the thread for 20 ms. */
export function turns() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMs) return;
    await breathe();
    since = performance.now();
  };
}
export type Turn = ReturnType<typeof turns>;
