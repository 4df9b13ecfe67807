import { expect, test } from 'vitest';
import { inferredFilters, readConditions } from './conditions';
import { fold } from './text.server';

const places = { districts: ['雁塔区', '长安区', '鄠邑区', '蓝田县'], zones: ['西安高新区', '航天基地'] };
const read = (text: string, off: string[] = []) => readConditions(fold(text), places, new Set(off));
const filters = (type: 'product' | 'scenario', text: string) =>
  Object.assign(
    {},
    ...inferredFilters(type, read(text).said, {}, new Set()).map((one) => one.filters),
  ) as object;

test('place, validity, kind and amount are taken out of the words', () => {
  expect(read('雁塔区 在有效期的首台套 500万以内').rest).toBe('');
  expect(filters('product', '雁塔区 在有效期的首台套 500万以内')).toEqual({
    district: ['雁塔区'],
    recognised: ['valid'],
    kind: ['first-unit'],
    priceMin: undefined,
    priceMax: 500_000_000,
  });
});

test.each([
  ['首台（套） 机器人', 'first-unit', '机器人'],
  ['首台/套机器人', 'first-unit', '机器人'],
  ['首批次新材料 陶瓷', 'first-batch', '陶瓷'],
  ['首版次软件 无人机', 'first-version', '无人机'],
])('%s names the kind %s', (text, kind, rest) => {
  const answer = read(text);
  expect(answer.said.find((one) => one.key === 'kind')?.values).toEqual([kind]);
  expect(answer.rest).toBe(rest);
});

test.each([
  ['100-300万 无人机', 100_000_000, 300_000_000],
  ['预算二百万', undefined, 200_000_000],
  ['不低于50万元', 50_000_000, undefined],
  ['1.2亿以下', undefined, 12_000_000_000],
  ['500万左右', 400_000_000, 600_000_000],
])('%s is an amount', (text, min, max) => {
  expect(read(text).said).toMatchObject([{ key: 'amount', min, max }]);
});

test.each(['2万瓦 激光器', '三元电池', '200万像素 相机', '100kW 电解槽', '1000万吨煤'])(
  '%s is no amount of money',
  (text) => expect(read(text).said).toEqual([]),
);

test('short names of places count only where a place is meant', () => {
  expect(read('雁塔 无人机').said).toMatchObject([{ key: 'district', values: ['雁塔区'] }]);
  expect(read('大雁塔 导览').said).toEqual([]);
  expect(read('长安大学').said).toEqual([]);
  expect(read('高新区的企业').said).toMatchObject([{ key: 'zone', values: ['西安高新区'] }]);
});

test('a budget is asked of scenarios, a price of products; what one type has not is left out', () => {
  expect(filters('scenario', '长安区 首台套 300万以上 征集中')).toEqual({
    district: ['长安区'],
    status: ['open'],
    budgetMin: 300_000_000,
    budgetMax: undefined,
  });
});

test('what was taken off is not applied, and a place stays as a word', () => {
  const { said, rest } = read('鄠邑区 无人机', ['district']);
  expect(rest).toBe('鄠邑区 无人机');
  expect(inferredFilters('product', said, {}, new Set(['district']))).toMatchObject([{ applied: false }]);
});

test('a filter that somebody chose goes before what the words say', () => {
  const { said } = read('雁塔区 无人机');
  expect(inferredFilters('product', said, { district: ['长安区'] }, new Set())).toMatchObject([
    { key: 'district', applied: false },
  ]);
});

test('the words tell which type is meant', () => {
  expect([read('蓝田县的应用场景').asks, read('无人机厂家').asks, read('无人机').asks]).toEqual([
    'scenario',
    'product',
    undefined,
  ]);
});
