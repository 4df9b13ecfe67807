import { expect, test } from 'vitest';
import { deadlineDays, deadlineSaid } from './deadlines';

const today = 20261126;

test.each([
  ['智慧工厂 12月截止', 20261201, 20261231],
  ['十二月份截止的场景', 20261201, 20261231],
  ['本月截止', 20261126, 20261130],
  ['这个月底前截止的', 20261126, 20261130],
  ['下个月截止', 20261201, 20261231],
  ['12月前截止', 20261126, 20261130],
  ['12月底之前截止', 20261126, 20261231],
  ['3月截止', 20270301, 20270331],
  ['2027年2月截止', 20270201, 20270228],
  ['12月15日前截止', 20261126, 20261215],
  ['12月15号截止', 20261215, 20261215],
  ['年底前截止', 20261126, 20261231],
  ['今年年底截止', 20261126, 20261231],
  ['今年内截止', 20261126, 20261231],
  ['本周截止', 20261126, 20261129],
  ['下周截止', 20261130, 20261206],
  ['10天内截止', 20261126, 20261206],
  ['两周内截止', 20261126, 20261210],
  ['三个月内截止', 20261126, 20270224],
  ['robots closing this month', 20261126, 20261130],
  ['closing in december', 20261201, 20261231],
  ['closes before december', 20261126, 20261130],
  ['deadline by february 2027', 20261126, 20270228],
  ['due before the end of the year', 20261126, 20261231],
])('%s means days', (query, from, to) => {
  const said = deadlineSaid(query);
  expect(said && deadlineDays(said, today)).toEqual({ from, to });
});

test.each(['截止阀', '12月的场景', '还没截止', '13天气', '2025年底 首台套', 'due diligence', '已截止'])(
  '%s says nothing of when something closes',
  (query) => expect(deadlineSaid(query)).toBeUndefined(),
);

test('a month that there is not means nothing', () => {
  expect(deadlineDays(deadlineSaid('13月截止')!, today)).toBeUndefined();
});
