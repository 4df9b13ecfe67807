const fenPer = { yuan: 100, wan: 1_000_000 } as const;
const largestFen = 1_000_000_000_000_00;

/**
 * An amount as people type it (`1,200`, `１２.５`, `￥300`) in 元 or 万元, in whole 分.
 * Undefined when it is no number, is not above zero, or is finer than 分.
 */
export function parseAmount(text: string, unit: keyof typeof fenPer): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,¥￥]/g, '')
    .replace(/(万元|万|元)$/, '');
  if (!/^\d{1,13}(\.\d{1,6})?$/.test(plain)) return undefined;
  const fen = Number(plain) * fenPer[unit];
  const whole = Math.round(fen);
  if (whole <= 0 || whole > largestFen || Math.abs(fen - whole) > 1e-3) return undefined;
  return whole;
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** The number to show again in a field, 280,000; 125000 分 in 万元 is '0.125'; null is an empty field. */
export const amountText = (fen: number | null | undefined, unit: keyof typeof fenPer) =>
  fen === null || fen === undefined ? '' : grouped.format(fen / fenPer[unit]);
