import { expect, test } from 'vitest';
import { namesMatch } from './name-match';

const snapshot = { name: '氢燃料电池（车用）系统', model: 'QR-120', producer: '西安氢擎（示例）有限公司' };
const match = (productName: string | null, producerName: string | null = snapshot.producer) =>
  namesMatch({ productName, producerName }, snapshot);

test('width, case, spaces and brackets do not matter, and the model may be named too', () => {
  expect(match('氢燃料电池(车用)系统')).toBe(true);
  expect(match(' 氢燃料电池（车用）系统　ＱＲ－１２０')).toBe(true);
  expect(match('氢燃料电池（车用）系统 qr120', '西安氢擎(示例)有限公司')).toBe(true);
});

test('another product, another model or another producer does not match', () => {
  expect(match('氢燃料电池系统')).toBe(false);
  expect(match('氢燃料电池（车用）系统 QR-130')).toBe(false);
  expect(match('氢燃料电池（车用）系统', '西安氢擎贸易有限公司')).toBe(false);
});

test('what was not recorded is not judged', () => {
  expect(match(null)).toBe(null);
  expect(match('氢燃料电池（车用）系统', null)).toBe(null);
});
