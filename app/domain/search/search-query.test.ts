import { expect, test } from 'vitest';
import { foreignWords } from '#tests/foreign-words';
import { countConditions, parseWan, readSearchQuery, searchHref } from './search-query';

const read = (text: string, fixed?: 'product' | 'scenario') =>
  readSearchQuery(new URLSearchParams(text), fixed);

test('an empty address lists all products by their recognition', () => {
  const { query, ignored } = read('');
  expect(query).toEqual({
    q: '',
    type: 'product',
    choices: {},
    min: undefined,
    max: undefined,
    sort: 'recognised',
    page: 1,
  });
  expect(ignored).toEqual([]);
});

test('words, conditions, range, order and page are read', () => {
  const { query } = read(
    'q= 无人机 &kind=first-unit&industry=无人机&industry=光子&priceMax=100&sort=price&page=2',
  );
  expect(query).toMatchObject({
    q: '无人机',
    choices: { kind: ['first-unit'], industry: ['无人机', '光子'] },
    max: 100_000_000,
    sort: 'price',
    page: 2,
  });
  expect(countConditions(query)).toBe(4);
});

test('what cannot be understood is left out and named', () => {
  const { query, ignored } = read('type=x&kind=abc&kind=first-unit&priceMin=many&sort=up&page=-1');
  expect(query).toMatchObject({
    type: 'product',
    choices: { kind: ['first-unit'] },
    min: undefined,
    sort: 'recognised',
    page: 1,
  });
  expect(ignored.map((one) => one.name).sort()).toEqual(['kind', 'page', 'priceMin', 'sort', 'type']);
});

test('any text at all is an answer, never a failure', () => {
  for (const q of ['\u0000', '%', '"; drop', '😀'.repeat(300), '\ud800', ' ', 'a'.repeat(5_000)]) {
    const { query } = readSearchQuery(
      new URLSearchParams([
        ['q', q],
        ['industry', q],
        ['page', q],
      ]),
    );
    expect(Array.from(query.q).length).toBeLessThanOrEqual(100);
    expect(query.page).toBe(1);
  }
});

test('conditions are made of known words only', () => {
  for (const value of foreignWords)
    for (const name of ['industry', 'category', 'maturity', 'district']) {
      const { query, ignored } = read(new URLSearchParams({ [name]: value }).toString());
      expect([query.choices, ignored], value).toEqual([{}, [{ name, value: value.slice(0, 40) }]]);
    }
  const inUse = { industry: ['量子计算'] };
  const params = new URLSearchParams('industry=量子计算&district=量子计算');
  expect(readSearchQuery(params, 'product', inUse)).toMatchObject({
    query: { choices: { industry: ['量子计算'] } },
    ignored: [{ name: 'district', value: '量子计算' }],
  });
});

test('amounts are typed in ten thousands of yuan', () => {
  expect(parseWan('38.6')).toBe(38_600_000);
  expect(parseWan('1,200')).toBe(1_200_000_000);
  expect(parseWan('１００万元')).toBe(100_000_000);
  for (const wrong of ['', '-1', '1e9', 'NaN', '１．２．３']) expect(parseWan(wrong)).toBeUndefined();
});

test('a range that was typed the wrong way round is turned', () => {
  expect(read('priceMin=100&priceMax=10').query).toMatchObject({ min: 10_000_000, max: 100_000_000 });
});

test('a list of scenarios takes only what scenarios have', () => {
  const { query } = read('type=product&kind=first-unit&status=open&budgetMin=10', 'scenario');
  expect(query).toMatchObject({
    type: 'scenario',
    choices: { status: ['open'] },
    min: 10_000_000,
    sort: 'deadline',
  });
});

test('an address and its query say the same, shortly', () => {
  for (const text of [
    '',
    'q=wrj&type=product',
    'q=wrj&type=scenario&status=open&budgetMax=38.6&sort=budget&page=3',
    'kind=first-unit&kind=first-batch',
    'q=wrj&type=product&without=district&without=amount',
  ]) {
    const { query } = read(text);
    expect(searchHref(query, 'search', { page: query.page })).toBe(text ? `/search?${text}` : '/search');
  }
});

test('a changed condition starts again at the first page', () => {
  const { query } = read('q=wrj&page=4');
  expect(searchHref(query, 'search', { choices: { industry: ['光子'] } })).toBe(
    `/search?q=wrj&type=product&industry=${encodeURIComponent('光子')}`,
  );
});
