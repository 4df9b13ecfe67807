import { expect, test } from 'vitest';
import {
  daysUntil,
  formatDate,
  formatDateTime,
  formatDay,
  formatFileSize,
  formatMoney,
  formatPhone,
  formatMonth,
  formatPriceRange,
  formatQuantity,
  formatWan,
  maskPhone,
} from './format';

test('dates are written as the reader writes them', () => {
  expect(formatDate('2026-11-03', 'zh-CN')).toBe('2026年11月3日');
  expect(formatDate('2026-11-03', 'en')).toBe('3 November 2026');
  expect(formatDay('2026-11-23', 'zh-CN')).toBe('11月23日');
  expect(formatMonth('2026-11', 'zh-CN')).toBe('2026年11月');
  expect(formatMonth('2026-11-23', 'en')).toBe('November 2026');
});

test('an instant is told by the clock of Xi’an, wherever the machine stands', () => {
  const at = new Date('2026-11-22T16:08:00Z');
  expect(formatDateTime(at, 'zh-CN')).toBe('2026年11月23日 0:08');
  expect(formatDateTime(at, 'en')).toBe('23 November 2026 0:08');
});

test('days until a deadline are calendar days', () => {
  expect(daysUntil('2026-11-25', '2026-11-23')).toBe(2);
  expect(daysUntil('2026-11-23', '2026-11-23')).toBe(0);
  expect(daysUntil('2026-10-31', '2026-11-01')).toBe(-1);
});

test('amounts of fen become 万元 with separators, and never part from their unit', () => {
  expect(formatWan(120_000_000)).toBe('120');
  expect(formatWan(1_800_000_000)).toBe('1,800');
  expect(formatMoney(38_600_000, 'zh-CN')).toBe('38.6\u00a0万元');
  expect(formatMoney(980_000, 'zh-CN')).toBe('9,800\u00a0元');
  expect(formatMoney(120_000_000, 'en')).toBe('CNY\u00a01,200,000');
});

test('a range of prices may be open at either end', () => {
  expect(formatPriceRange(28_000_000, 42_000_000, '架', 'zh-CN')).toBe('28–42\u00a0万元/架');
  expect(formatPriceRange(28_000_000, 28_000_000, '架', 'zh-CN')).toBe('28\u00a0万元/架');
  expect(formatPriceRange(28_000_000, null, null, 'zh-CN')).toBe('≥28\u00a0万元');
  expect(formatPriceRange(null, 42_000_000, null, 'zh-CN')).toBe('≤42\u00a0万元');
  expect(formatPriceRange(28_000_000, 42_000_000, '架', 'en')).toBe('CNY\u00a0280,000–420,000/aircraft');
  expect(formatPriceRange(null, null, '架', 'zh-CN')).toBe('未公开单价');
});

test('a quantity names its unit in the reader’s language, one or many', () => {
  expect(formatQuantity(3, '架', 'zh-CN')).toBe('3\u00a0架');
  expect(formatQuantity(1, '套', 'en')).toBe('1\u00a0set');
  expect(formatQuantity(1200, '套', 'en')).toBe('1,200\u00a0sets');
  expect(formatQuantity(2, '批', 'en')).toBe('2\u00a0batches');
  expect(formatQuantity(2, '架', 'en')).toBe('2\u00a0aircraft');
  expect(formatQuantity(5, '千克', 'en')).toBe('5\u00a0kg');
  expect(formatQuantity(5, '组', 'en')).toBe('5\u00a0组');
  expect(formatQuantity(5, null, 'en')).toBe('5');
});

test('a mobile number is grouped, another is left alone', () => {
  expect(formatPhone('13800002046')).toBe('138\u00a00000\u00a02046');
  expect(formatPhone('029-80000016')).toBe('029-80000016');
});

test('a masked telephone number keeps its shape and hides its middle', () => {
  expect(maskPhone('13800002046')).toBe('138****2046');
  expect(maskPhone('029-88881216')).toBe('029-******16');
  expect(maskPhone('12345')).toBe('*****');
});

test('sizes of files are short', () => {
  expect(formatFileSize(286_000)).toBe('286\u00a0KB');
  expect(formatFileSize(1_900_000)).toBe('1.9\u00a0MB');
});
