import { expect, test } from 'vitest';
import {
  chineseNumber,
  joinedModels,
  quantitiesOf,
  quantityWord,
  readQuantityWord,
  specificationQuantities,
} from './quantity';
import { fold } from './text.server';

const words = (text: string) => quantitiesOf(fold(text)).map(quantityWord);

test.each([
  ['100kW', '100 千瓦', '0.1MW', '十万瓦', '１００ＫＷ'],
  ['20kW', '2万瓦', '两万瓦', '20千瓦'],
  ['3小时', '180min', '三个小时', '3h'],
  ['0.02mm', '20微米', '20μm'],
  ['12英寸', '12寸', '12 inch'],
  ['70MPa', '70兆帕', '7万千帕'],
])('%s and its other writings are one word', (...texts) => {
  expect(new Set(texts.map((text) => words(text)[0])).size).toBe(1);
});

test('a year is no duration, and 度 is heat only where heat is spoken of', () => {
  expect(words('2025年首台套')).toEqual([]);
  expect(words('2025年 无人机 续航3年')).toEqual(words('3年'));
  expect(words('20年')).toHaveLength(1);
  expect(words('360度全景')).toEqual([]);
  expect(words('耐1200度高温')[0]).toBe(words('1200℃')[0]);
  expect(words('零下40度启动')).toHaveLength(1);
});

test('a rate is no mass', () => {
  expect(words('30kg/h')).toEqual(words('0.5kg/min'));
  expect(words('2吨/小时')).toEqual(words('2000公斤每小时'));
  expect(words('30kg/h')).not.toEqual(words('30kg'));
});

test('a unit of two meanings keeps both', () => {
  expect(
    quantitiesOf('1.5t')
      .map((one) => one.dimension)
      .sort(),
  ).toEqual(['g', 't']);
});

test('model names are no quantities, and meet with and without hyphens', () => {
  expect(quantitiesOf('t1000')).toEqual([]);
  expect(quantitiesOf('gh4169')).toEqual([]);
  expect(joinedModels('tc4-dt 与 mg1100/3030-gwd')).toEqual(['tc4dt', 'mg11003030gwd']);
});

test('what is asked at least or at most is told apart', () => {
  const compare = (text: string) => quantitiesOf(text)[0]?.compare;
  expect([
    compare('续航不低于3小时'),
    compare('5小时以上'),
    compare('不超过50公斤'),
    compare('3小时'),
  ]).toEqual(['least', 'least', 'most', 'about']);
});

test('every number of a specification is a quantity', () => {
  expect(specificationQuantities('70/35', 'mpa').map((one) => one.value)).toEqual([70e6, 35e6]);
  expect(specificationQuantities('≤6', 's')).toHaveLength(1);
  expect(specificationQuantities('ip54', null)).toEqual([]);
});

test('a quantity word says again what it was made of', () => {
  for (const value of [1e5, 2e-5, 1.5, 37.25])
    expect(readQuantityWord(quantityWord({ dimension: 'm2', value }))).toEqual({
      dimension: 'm2',
      value: Number(value.toPrecision(3)),
    });
  expect(readQuantityWord('q10')).toBeUndefined();
});

test('Chinese numbers are read', () => {
  expect(['一千二百', '两万', '三点五', '十二', '一百零八'].map(chineseNumber)).toEqual([
    1200, 20000, 3.5, 12, 108,
  ]);
  expect(chineseNumber('千瓦')).toBeUndefined();
});
