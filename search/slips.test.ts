import { expect, test } from 'vitest';
import { looksLike } from './shapes';
import { distance, Slips } from './slips';

test('distance counts a swap of neighbours as one slip', () => {
  expect([distance('robot', 'robto'), distance('robot', 'rbot'), distance('robot', 'x')]).toEqual([1, 1, 3]);
});

test('words a slip away are found through what is left of both, the nearest first', () => {
  const slips = new Slips(4, 8);
  for (const word of ['electrolyzer', 'robot', 'wurenji', 'battery', 'drone']) slips.add(word);
  expect(slips.near('electrolizer')).toEqual(['electrolyzer']);
  expect(slips.near('electrlizer')).toEqual(['electrolyzer']);
  expect(slips.near('wurenij')).toEqual(['wurenji']);
  expect(slips.near('dron')).toEqual(['drone']);
  expect(slips.near('robot')).toEqual([]);
  expect(slips.near('kitchen')).toEqual([]);
});

test('many words cost the index little to ask', () => {
  const slips = new Slips(3, Infinity, 10);
  for (let n = 0; n < 20_000; n++) slips.add(`词${String.fromCodePoint(0x4e00 + n)}语`);
  expect(slips.near('词一语').length).toBeGreaterThan(1000);
  expect(slips.near('光子学')).toEqual([]);
});

test('characters that look alike are known both ways', () => {
  expect([looksLike('钛', '钦'), looksLike('钦', '钛'), looksLike('光', '电')]).toEqual([true, true, false]);
});
