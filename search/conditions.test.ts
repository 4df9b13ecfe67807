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

test.each([
  ['2025年首台套', 2025, 2025, ''],
  ['2026年新认定的半导体', 2026, 2026, '半导体'],
  ['2023-2025年 无人机', 2023, 2025, '无人机'],
  ['2024年以来的机器人', 2024, undefined, '机器人'],
  ['2022年以前 传感器', undefined, 2022, '传感器'],
])('%s asks for years of recognition', (text, min, max, rest) => {
  const answer = read(text);
  const year = answer.said.find((one) => one.key === 'year');
  expect([year?.min, year?.max]).toEqual([min, max]);
  expect(answer.rest).toBe(rest);
  expect(filters('product', text)).toMatchObject({ yearMin: min, yearMax: max });
  expect(filters('scenario', text)).not.toHaveProperty('yearMin');
  expect(
    inferredFilters('product', answer.said, {}, new Set(['year'])).find((one) => one.key === 'year')?.applied,
  ).toBe(false);
});

test.each(['2021年产20万台', '使用20年', 'T2000 碳纤维', '2000万元以内'])('%s names no year', (text) =>
  expect(read(text).said.map((one) => one.key)).not.toContain('year'),
);

test('有效期 alone is a word like others', () => {
  expect(read('药品有效期管理')).toMatchObject({ said: [], rest: '药品有效期管理' });
  for (const text of ['在有效期的雷达', '有效期内的雷达', '认定有效期雷达', '证书在有效期内 雷达'])
    expect(read(text), text).toMatchObject({
      said: [{ key: 'recognised', values: ['valid'] }],
      rest: '雷达',
    });
});

test('a zone that records write in two ways is one zone', () => {
  const both = { districts: [], zones: ['西安高新区', '高新区'] };
  expect(readConditions('高新区 雷达', both, new Set()).said).toMatchObject([
    { key: 'zone', values: ['西安高新区', '高新区'] },
  ]);
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

test('when scenarios close is a condition of theirs that can be taken off', () => {
  const { said, rest, asks } = read('2027年2月截止 储能');
  expect([rest, asks]).toEqual(['储能', 'scenario']);
  expect(said).toMatchObject([{ key: 'deadline', said: '2027年2月截止' }]);
  expect(filters('scenario', '2099年2月截止 储能')).toEqual({ closesFrom: 20990201, closesTo: 20990228 });
  expect(filters('product', '2099年2月截止 储能')).toEqual({});
  expect(inferredFilters('scenario', said, {}, new Set(['deadline']))).toMatchObject([{ applied: false }]);
  // still open, whenever it closes
  expect(read('还没截止的储能').said).toMatchObject([{ key: 'status', values: ['open'] }]);
});
