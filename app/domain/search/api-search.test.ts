import { expect, test } from 'vitest';
import { readApiSearch } from './api-search';
import { readSearchQuery } from './search-query';
import { foreignWords } from '#tests/foreign-words';

const read = (text: string) => readApiSearch(new URLSearchParams(text));
const detailOf = (text: string) => {
  const answer = read(text);
  return answer.ok ? undefined : answer.detail;
};

test('without parameters the first twenty products are asked for', () => {
  expect(read('')).toMatchObject({
    ok: true,
    data: { query: { q: '', type: 'product', choices: {}, sort: 'recognised' }, limit: 20, offset: 0 },
  });
});

test('a parameter may be repeated for several values', () => {
  expect(read('kind=first-unit&kind=first-batch&industry=光子')).toMatchObject({
    ok: true,
    data: { query: { choices: { kind: ['first-unit', 'first-batch'], industry: ['光子'] } } },
  });
});

test('a list is named by its number, with its year or without, for either type', () => {
  for (const type of ['product', 'scenario'])
    expect(read(`type=${type}&batch=2024-2&batch=3&without=batch`)).toMatchObject({
      ok: true,
      data: { query: { choices: { batch: ['2024-2', '3'] }, without: ['batch'] } },
    });
});

test('each bad parameter is named', () => {
  const cases = {
    'type=x': 'type',
    'kind=x': 'kind',
    'limit=0': 'limit',
    'limit=101': 'limit',
    'limit=ten': 'limit',
    'offset=-1': 'offset',
    'industry=光': 'industry',
    'sort=up': 'sort',
    'sort=price&type=scenario': 'sort',
    'priceMin=much': 'priceMin',
    'yearMax=12': 'yearMax',
    'recognised=yes': 'recognised',
    'without=x': 'without',
    'batch=0': 'batch',
    'batch=2024': 'batch',
    'type=scenario&batch=2024-2x': 'batch',
    'limit=5&limit=6': 'limit',
    'type=scenario&maturity=小批量': 'maturity',
    'budgetMax=5': 'budgetMax',
    [new URLSearchParams(Array.from({ length: 21 }, () => ['district', '雁塔区'])).toString()]: 'district',
    'type=scenario&kind=first-unit': 'kind',
    'q=a&q=b': 'q',
    [`q=${'a'.repeat(201)}`]: 'q',
  };
  for (const [text, name] of Object.entries(cases))
    expect(detailOf(text), text).toMatch(RegExp(`^${name}: .`));
});

test('a form whose fields are empty asks for everything', () => {
  const empty = 'q=&type=&kind=&industry=&district=+&sort=&priceMin=&yearMin=&limit=&offset=&page=';
  expect(read(empty)).toEqual(read(''));
});

test('whatever narrows a page narrows an answer, in the same words', () => {
  const text =
    'q=无人机&industry=无人机&recognised=valid&used=tried&maturity=小批量&priceMax=500&yearMin=2025&sort=price';
  const { query } = readSearchQuery(new URLSearchParams(text));
  expect(read(text)).toMatchObject({ ok: true, data: { query } });
  expect(query).toMatchObject({ max: 500_000_000, yearMin: 2025, sort: 'price' });
  const scenarios = 'type=scenario&status=open&budgetMin=10&sort=budget';
  expect(read(scenarios)).toMatchObject({
    data: { query: { choices: { status: ['open'] }, min: 10_000_000, sort: 'budget' } },
  });
});

test('a condition is one of the words that are known, never a piece of a filter', () => {
  for (const name of ['industry', 'category', 'maturity', 'district'])
    for (const value of foreignWords)
      expect(detailOf(new URLSearchParams({ [name]: value }).toString()), value).toContain(`${name}: is no`);
});
