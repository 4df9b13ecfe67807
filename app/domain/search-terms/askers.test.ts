import { expect, test } from 'vitest';
import { isNewAsker } from './askers';

test('an asker is remembered for the day, and for each thing asked by itself', () => {
  const asker = { network: '192.0.2.1' };
  expect(isNewAsker('product 无人机', asker, '2026-03-01')).toBe(true);
  expect(isNewAsker('product 无人机', asker, '2026-03-01')).toBe(false);
  expect(isNewAsker('scenario 无人机', asker, '2026-03-01')).toBe(true);
  expect(isNewAsker('product 无人机', asker, '2026-03-02')).toBe(true);
});
