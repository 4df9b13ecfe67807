import { expect, test } from 'vitest';
import { useWorld } from '#tests/world';
import { loader } from './route';

useWorld();

const opened = (asked: string) =>
  loader({
    request: new Request(`http://localhost/compare?${asked}`),
    params: {},
    context: {},
  } as unknown as Parameters<typeof loader>[0]);
const codes = (count: number) => Array.from({ length: count }, (_, n) => `P-UAV-0${n + 1}`);
const asked = (count: number) =>
  codes(count)
    .map((code) => `p=${code}`)
    .join('&');

test('five products are compared, and the rest are named as left out', async () => {
  const data = await opened(asked(7));
  expect(data.products.map(({ code }) => code)).toEqual(codes(5));
  expect(data.more).toEqual(['P-UAV-06', 'P-UAV-07']);
  expect((await opened(asked(5))).more).toEqual([]);
});

test('only the differences are shown when the address asks for them, of two products or more', async () => {
  expect((await opened(`${asked(2)}&only=differences`)).onlyDifferences).toBe(true);
  expect((await opened(asked(2))).onlyDifferences).toBe(false);
  expect((await opened(`${asked(2)}&only=x`)).onlyDifferences).toBe(false);
  expect((await opened(`${asked(1)}&only=differences`)).onlyDifferences).toBe(false);
});
