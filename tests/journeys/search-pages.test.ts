import { expect, test } from 'vitest';
import { noBrowser, signIn, useBrowser, type Way } from './browser';

const ways: Way[] = [
  { locale: 'zh-CN', scripts: true },
  { locale: 'zh-CN', scripts: false },
];
const { visit } = useBrowser();

test.skipIf(noBrowser).each(ways)('something is found in a long facet, scripts: $scripts', async (way) => {
  const faults: string[] = [];
  const { context, page } = await visit(way, faults);
  await page.goto('/products');
  const facet = page.getByRole('group', { name: '行业' });
  expect(await facet.getByRole('checkbox', { name: '光子' }).isVisible()).toBe(true);
  await facet.getByRole('searchbox').fill('机');
  if (!way.scripts) await page.getByRole('button', { name: '应用筛选' }).click();
  await facet.getByRole('checkbox', { name: '光子' }).waitFor({ state: 'hidden' });
  expect(await facet.getByRole('checkbox', { name: '机器人' }).isVisible()).toBe(true);
  await facet.getByRole('checkbox', { name: '机器人' }).check();
  await page.getByRole('button', { name: '应用筛选' }).click();
  await page.getByRole('link', { name: '行业：机器人' }).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

test.skipIf(noBrowser).each(ways)(
  'from a product to a scenario open to it and back, and to products like it, scripts: $scripts',
  async (way) => {
    const faults: string[] = [];
    const { context, page } = await visit(way, faults);
    await page.goto('/products/P-UAV-03');
    await page.getByRole('region', { name: '可应答的场景' }).getByRole('link', { name: '秦岭北麓' }).click();
    await page.waitForURL('**/scenarios/S-UXV-01');
    await page
      .getByRole('region', { name: '可能合适的产品' })
      .getByRole('link', { name: '机库' })
      .first()
      .click();
    await page.waitForURL('**/products/P-UAV-03');
    await page.getByRole('link', { name: '与这些产品对比' }).click();
    await page.waitForURL('**/compare?*');
    await page.getByRole('columnheader', { name: '双机位全自动无人机机库' }).waitFor();
    expect(await page.getByRole('columnheader').count()).toBeGreaterThan(3);
    expect(faults).toEqual([]);
    await context.close();
  },
);

test.skipIf(noBrowser).each(ways)(
  'years narrow the list and say who is left out, scripts: $scripts',
  async (way) => {
    const { context, page } = await visit(way);
    await page.goto('/products');
    await page.locator('summary', { hasText: '认定年份' }).click();
    await page.getByLabel('认定年份，最低').fill('2026');
    await page.getByRole('button', { name: '应用筛选' }).click();
    await page.getByRole('link', { name: '认定年份：2026 年及以后' }).waitFor();
    await page.getByText(/另有 \d+ 项没有认定，没有列入/).waitFor();
    await context.close();
  },
);

test.skipIf(noBrowser)('what was searched for is offered at home again, on this device only', async () => {
  const { context, page } = await visit(ways[0]!);
  await page.goto('/search?q=硅光');
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('recent-searches') ?? ''))
    .toContain('硅光');
  await page.goto('/');
  const recent = page.getByRole('region', { name: '最近搜索' });
  await recent.getByRole('link', { name: '硅光' }).click();
  await page.waitForURL('**/search?q=*');
  await page.goto('/');
  await recent.getByRole('button').first().click();
  await recent.waitFor({ state: 'hidden' });
  await context.close();
});

test.skipIf(noBrowser)('unmet demand becomes a scenario even where no list is begun yet', async () => {
  const { context, page } = await visit(ways[1]!);
  await signIn(page, 'author@bureau.example');
  await page.goto('/bureau/scenarios/new?title=水下焊接机器蟹');
  await page.getByRole('link', { name: '新建批次' }).click();
  await page.getByText('把“水下焊接机器蟹”写成其中的场景').waitFor();
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL('**/bureau/scenarios/new?publication=*');
  expect(await page.locator('input[name=title]').inputValue()).toBe('水下焊接机器蟹');
  await context.close();
});
