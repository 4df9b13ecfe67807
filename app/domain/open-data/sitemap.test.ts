import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { products, scenarios } from '#db/schema';
import { useWorld } from '#tests/world';
import { forgetDirectory } from '../search/directory-entries.server';
import { robotsText, sitemapIndex, sitemapPart } from './sitemap.server';

useWorld();
const site = 'https://market.example';
const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1]!);

async function everyAddress() {
  forgetDirectory();
  const parts = locations(await sitemapIndex(site));
  const texts = await Promise.all(
    parts.map((part) => sitemapPart(/\/sitemap\/(.+)\.xml$/.exec(part)![1]!, site)),
  );
  return texts.flatMap((text) => locations(text!));
}

test('the parts name every public page once, and nothing else', async () => {
  const addresses = await everyAddress();
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain(`${site}/`);
  for (const path of ['/products/P-UAV-01', '/scenarios/S-UXV-01', '/intentions/L-001', '/policies'])
    expect(addresses).toContain(site + path);
  const listed = await db.$count(products, eq(products.state, 'published'));
  expect(addresses.filter((one) => one.startsWith(`${site}/products/`))).toHaveLength(listed);
  expect(addresses.filter((one) => /account|bureau|search|sign-in|\?/.test(one))).toEqual([]);
});

test('what is taken back is gone with the next request', async () => {
  await write(async (tx) => {
    await tx.update(products).set({ state: 'withdrawn' }).where(eq(products.code, 'P-UAV-01'));
    await tx.update(scenarios).set({ state: 'withdrawn' }).where(eq(scenarios.code, 'S-UXV-01'));
  });
  const addresses = await everyAddress();
  expect(addresses).not.toContain(`${site}/products/P-UAV-01`);
  expect(addresses).not.toContain(`${site}/scenarios/S-UXV-01`);
});

test('a part that is not there is undefined', async () => {
  for (const part of ['products-2', 'products-0', 'products', 'users-1', 'toString-1', '../pages-1'])
    expect(await sitemapPart(part, site), part).toBeUndefined();
});

test('robots are told where it is, and to leave searches alone', () => {
  const text = robotsText(site);
  expect(text).toContain(`Sitemap: ${site}/sitemap.xml`);
  expect(text).toMatch(/^Disallow: \/search$/m);
});
