import { expect, test } from 'vitest';
import { countedTerm } from './search-term';

test.each([
  ['  无人机　巡检 ', '无人机 巡检'],
  ['ＵＡＶ', 'uav'],
  ['100kW 电解槽', '100kw 电解槽'],
  ['首台（套）', '首台(套)'],
  ['TC4-DT', 'tc4-dt'],
  ['预算500万以内 2026', '预算500万以内 2026'],
  ['0.5～12.5 MPa', '0.5~12.5 mpa'],
  ['128.5 MW 1.5 km', '128.5 mw 1.5 km'],
  ['2026.01 2026.12 截止', '2026.01 2026.12 截止'],
])('%s is counted as %s', (typed, term) => {
  expect(countedTerm(typed)).toBe(term);
});

test.each([
  '',
  '   ',
  'zhang.san@example.cn',
  '找 13800138000',
  '138 0013 8000',
  '138.0013.8000',
  '138．0013．8000',
  '138·0013·8000',
  '029—8678—1234',
  '138 - 0013 - 8000',
  '029-8678-1234',
  '61010219900307781X',
  '91330100799655058B',
  '加微信 abc12345',
  '字'.repeat(61),
])('%s is not kept', (typed) => {
  expect(countedTerm(typed)).toBeUndefined();
});
