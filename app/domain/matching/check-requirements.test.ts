import { expect, test } from 'vitest';
import { checkRequirements } from './check-requirements';

const check = (requirement: string, name: string, value: string, unit: string) =>
  checkRequirements([requirement], [{ name, value, unit }])[0]?.outcome;

test('a number is held against a number of the same name, whatever its unit', () => {
  expect(
    checkRequirements(
      ['夜间可飞', '单点覆盖半径不小于6公里'],
      [{ name: '覆盖半径', value: '7', unit: 'km' }],
    ),
  ).toEqual([
    { number: 2, outcome: 'met', specification: '覆盖半径', value: '7\u00a0km', required: '不小于6公里' },
  ]);
  expect(check('单点覆盖半径不小于6公里', '覆盖半径', '5000', 'm')).toBe('unmet');
  expect(check('响应时间小于2分钟', '响应时间', '≤10', 'ms')).toBe('met');
});

test('a unit that was typed is a text, whatever an object makes of it', () => {
  expect(check('覆盖半径不小于6公里', '覆盖半径', '7', 'constructor')).toBeUndefined();
});

test('bounds prove only what they bound', () => {
  expect(check('识别率不低于95%', '识别率', '≥97', '%')).toBe('met');
  expect(check('识别率不低于95%', '识别率', '≥90', '%')).toBeUndefined();
  expect(check('识别率不低于95%', '识别率', '≤97', '%')).toBeUndefined();
  expect(check('端到端时延小于100毫秒', '端到端时延', '≤120', 'ms')).toBeUndefined();
});

test('less than is less than, at most is at most', () => {
  expect(check('误差小于15米', '误差', '15', 'm')).toBe('unmet');
  expect(check('误差不超过15米', '误差', '15', 'm')).toBe('met');
});

test('what is not surely the same is left out', () => {
  expect(check('定位误差小于5米', '事件定位误差', '10', 'm')).toBeUndefined();
  expect(check('接入设备不少于6类', '接入设备', '86', '款')).toBeUndefined();
  expect(check('障碍识别不少于30类', '障碍识别距离', '6', 'm')).toBeUndefined();
  expect(check('采暖季节热率不低于6%', '节热率', '8~12', '%')).toBeUndefined();
  expect(check('夜间可飞', '续航', '3', 'h')).toBeUndefined();
  expect(check('续航不小于3小时', '续航', '3', '天')).toBeUndefined();
});
