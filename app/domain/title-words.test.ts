import { expect, test } from 'vitest';
import { titleWords } from './title-words';

test('a title is cut between words and loses nothing', () => {
  for (const title of [
    '垂直起降复合翼巡检无人机',
    '800G硅光收发模块',
    '西安云鹞航空（示例）有限公司',
    '5G RedCap 终端',
    '',
  ]) {
    expect(titleWords(title).join('')).toBe(title);
  }
  expect(titleWords('垂直起降复合翼巡检无人机').length).toBeGreaterThan(2);
});

test('brackets stay whole', () => {
  expect(titleWords('西安市三首产品目录（2026年第一批）')).toEqual([
    '西安市三首',
    '产品',
    '目录',
    '（2026年第一批）',
  ]);
  expect(titleWords('西安云鹞航空（示例）有限公司').some((word) => word.includes('（示例）'))).toBe(true);
});
