import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { write } from '#db/client.server';
import { products, scenarios } from '#db/schema';
import { drainOutbox } from '#search/outbox.server';
import { useWorld } from '#tests/world';
import { openSearch } from './search.server';

useWorld();
beforeAll(drainOutbox);

const need = '助餐点想把热饭自动送到楼上走不动的老人家门口';
async function meant(address: string) {
  const { query, result } = await openSearch(new URLSearchParams(address));
  return { type: query.type, result, meantFor: result.meantFor };
}

test('a need that is a scenario’s leads to the products that are meant for it, whichever tab it opens', async () => {
  const { meantFor, result } = await meant(`q=${need}`);
  expect(result.counts.product).toBeLessThan(5);
  expect(meantFor?.code).toBe('S-CARE-07');
  expect(meantFor?.products.map((row) => row.code)).toContain('P-ROB-15');
  const codes = (await meant(`q=${need}&type=product`)).result.products.map((row) => row.code);
  const beside = (await meant(`q=${need}&type=product`)).meantFor?.products ?? [];
  expect(beside.filter((row) => codes.includes(row.code))).toEqual([]);
});

test('not where the words find enough, say conditions, or are not ranked', async () => {
  expect((await meant('q=无人机')).meantFor).toBeUndefined();
  expect((await meant(`q=${need}&sort=newest`)).meantFor).toBeUndefined();
  expect((await meant(`q=${need}&district=雁塔区`)).meantFor).toBeUndefined();
  expect((await meant(`q=${need} 雁塔区`)).meantFor).toBeUndefined();
  expect((await meant('q=')).meantFor).toBeUndefined();
});

test('nothing that is not public: neither a product nor the scenario', async () => {
  await write(async (tx) => {
    await tx.update(products).set({ state: 'withdrawn' }).where(eq(products.code, 'P-ROB-15'));
  });
  const codes = (await meant(`q=${need}`)).meantFor?.products.map((row) => row.code) ?? [];
  expect(codes).not.toContain('P-ROB-15');
  await write(async (tx) => {
    await tx.update(scenarios).set({ state: 'withdrawn' }).where(eq(scenarios.code, 'S-CARE-07'));
  });
  expect((await meant(`q=${need}`)).meantFor?.code).not.toBe('S-CARE-07');
});
