import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountText, parseAmount } from './amount';

test('amounts are read as people type them', () => {
  expect(parseAmount('1,200', 'yuan')).toBe(120_000);
  expect(parseAmount('￥１２.５ 万元', 'wan')).toBe(12_500_000);
  expect(parseAmount(' 0.01 ', 'yuan')).toBe(1);
});

test('what is no amount above zero is refused', () => {
  for (const text of ['', '0', '-3', 'abc', '1e9', '0.001', '99999999999999999', '１２..3', 'Infinity'])
    expect(parseAmount(text, 'yuan')).toBeUndefined();
});

test('what is shown again is read again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000_000_000 }),
      fc.constantFrom('yuan' as const, 'wan' as const),
      (fen, unit) => {
        expect(parseAmount(amountText(fen, unit), unit)).toBe(fen);
      },
    ),
  );
});
