import { expect, test } from 'vitest';
import { newAsker } from './askers';

test('an asker is remembered for the day, and for each thing asked by itself', () => {
  const asker = { network: '192.0.2.1' };
  expect(newAsker('product 无人机', asker, '2026-03-01')).toBe(1);
  expect(newAsker('product 无人机', asker, '2026-03-01')).toBe(0);
  expect(newAsker('product 无人机', { network: '192.0.2.2' }, '2026-03-01')).toBe(2);
  expect(newAsker('scenario 无人机', asker, '2026-03-01')).toBe(1);
  expect(newAsker('product 无人机', asker, '2026-03-02')).toBe(1);
});
