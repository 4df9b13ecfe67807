import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { lateMs, OverloadJudge, watchLoop } from './loop-delay';

const judged = (...delays: number[]) => {
  const judge = new OverloadJudge();
  return delays.map((delay, i) => {
    judge.sample(delay, i * 500, (i + 1) * 500);
    return judge.overloaded;
  });
};
const [late, calm] = [lateMs + 1, lateMs];

test.each([
  ['two seconds late are an overload', [late, late, late, late], [false, false, false, true]],
  ['a calm half second begins the count anew', [late, late, late, calm, late, late], Array(6).fill(false)],
  [
    'a calm second ends it, a calm half second does not',
    [late, late, late, late, calm, late, calm, calm],
    [false, false, false, true, true, true, true, false],
  ],
])('%s', (_, delays, expected) => {
  expect(judged(...delays)).toEqual(expected);
});

const changes: boolean[] = [];
const watch = watchLoop((overloaded) => changes.push(overloaded));
afterAll(() => watch.stop());
const block = (ms: number) => {
  for (const end = Date.now() + ms; Date.now() < end;);
};

test('a loop that is really blocked is noticed, and so is its recovery', async () => {
  await sleep(600);
  expect(watch.overloaded()).toBe(false);
  for (const end = Date.now() + 20_000; Date.now() < end && !watch.overloaded(); await sleep(1)) block(400);
  expect(watch.overloaded()).toBe(true);
  await expect.poll(() => watch.overloaded(), { timeout: 15_000 }).toBe(false);
  expect(changes).toEqual([true, false]);
});
