import { expect, test } from 'vitest';
import { readApiSearch } from './api-search';

const read = (text: string) => readApiSearch(new URLSearchParams(text));

test('without parameters the first twenty products are asked for', () => {
  expect(read('')).toMatchObject({
    ok: true,
    data: { q: '', type: 'product', kind: [], limit: 20, offset: 0 },
  });
});

test('a parameter may be repeated for several values', () => {
  expect(read('kind=first-unit&kind=first-batch&industry=光子')).toMatchObject({
    ok: true,
    data: { kind: ['first-unit', 'first-batch'], industry: ['光子'] },
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
    'industry=': 'industry',
    'type=scenario&kind=first-unit': 'kind',
    'q=a&q=b': 'q',
    [`q=${'a'.repeat(201)}`]: 'q',
  };
  for (const [text, name] of Object.entries(cases)) {
    const answer = read(text);
    expect(answer.ok, text).toBe(false);
    if (!answer.ok) expect(answer.detail, text).toContain(name);
  }
});
