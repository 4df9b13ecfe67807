import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { write } from '#db/client.server';
import { organisations, products } from '#db/schema';
import { useWorld } from '#tests/world';
import { readSearchQuery } from './search-query';
import { termsInUse } from './terms-in-use.server';

useWorld();
const choices = async (text: string) => {
  const params = new URLSearchParams(text);
  return readSearchQuery(params, 'product', await termsInUse(params)).query.choices;
};

test('what the domain does not list is known as long as something public has it', async () => {
  await write(async (tx) => {
    await tx.update(organisations).set({ district: '咸阳市' }).where(eq(organisations.code, 'E01'));
    await tx.update(products).set({ industry: '量子计算' }).where(eq(products.code, 'P-PHO-01'));
    await tx
      .update(products)
      .set({ intendedCategories: ['量子通信'], maturity: '样件', industry: '草稿行业', state: 'draft' })
      .where(eq(products.code, 'P-PHO-02'));
    await tx
      .update(products)
      .set({ intendedCategories: ['深空'] })
      .where(eq(products.code, 'P-PHO-03'));
  });
  expect(await choices('industry=量子计算&district=咸阳市&category=深空')).toEqual({
    industry: ['量子计算'],
    district: ['咸阳市'],
    category: ['深空'],
  });
  expect(await choices('industry=草稿行业&category=量子通信&maturity=样件')).toEqual({});
});
