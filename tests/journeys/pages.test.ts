import { expect, test } from 'vitest';
import { todayOn } from '~/domain/calendar';
import { noBrowser, signIn, useBrowser } from './browser';
import { outOfPlace, violations } from './steps';

const year = todayOn().slice(0, 4);
const open = [
  '/',
  '/search?q=无人机',
  '/search?q=雁塔区 在有效期的首台套 500万以内',
  '/search?q=无人机&type=organisation',
  '/search?type=publication&yearMin=2025',
  '/search?q=量子纠缠茶壶',
  '/scenarios',
  '/scenarios/S-UXV-01',
  '/products',
  '/compare',
  '/compare?p=P-UAV-11&p=P-UAV-01&p=P-UAV-12&add=没有这种东西',
  '/products/P-UAV-11',
  '/publications',
  '/publications/XA-SS-2025-2',
  '/publications/XA-CJ-2026-2',
  '/organisations/E07',
  '/intentions',
  '/intentions/L-001',
  '/policies',
  '/about',
  '/accessibility',
  '/open-data',
  '/feedback',
  '/sign-in',
];
const own: Record<string, string[]> = {
  'yunyao@enterprise.example': [
    '/account',
    '/account/products',
    '/account/products/new',
    '/account/products/P-UAV-01',
    '/account/products/P-UAV-01/offering',
    '/account/responses',
    '/account/scenarios/S-UXV-01/respond',
    '/account/leads',
    `/account/leads/L-${year}-0003`,
  ],
  'forest@buyer.example': [
    '/account',
    '/account/scenarios',
    '/account/leads',
    `/account/leads/L-${year}-0002`,
    '/account/products/P-UAV-12/enquire',
  ],
  'author@bureau.example': [
    '/bureau',
    '/bureau/publications',
    '/bureau/publications/new',
    '/bureau/publications/XA-SS-2025-2',
    '/bureau/scenarios',
    '/bureau/scenarios/S-UXV-01',
    '/bureau/products',
    '/bureau/organisations',
    '/bureau/organisations/E07',
    '/bureau/leads',
    '/bureau/search-terms',
    '/bureau/vocabulary',
    '/bureau/vocabulary/new?terms=嗡嗡机',
    `/bureau/leads/L-${year}-0002`,
  ],
};
const { visit } = useBrowser();

/** Every page of one person, on a phone and on a desktop: no fault, no sideways scroll, no barrier that axe can see. */
async function look(pages: string[], locale: 'zh-CN' | 'en', email?: string) {
  const faults: string[] = [];
  const { page, context } = await visit({ locale, scripts: true }, faults);
  if (email) await signIn(page, email);
  for (const address of pages) {
    const response = await page.goto(address);
    if (response?.status() !== 200) faults.push(`${address} answered ${response?.status()}`);
    await page.setViewportSize({ width: 360, height: 740 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) faults.push(`${address} is ${over} px wider than a phone`);
    if ((await page.locator('h1').count()) !== 1)
      faults.push(`${address} has ${await page.locator('h1').count()} h1`);
    for (const text of await outOfPlace(page)) faults.push(`${address} has no room for ${text}`);
    for (const { id, nodes } of await violations(page, 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'))
      faults.push(`${address}: ${id} ${nodes[0]?.html.slice(0, 160)}`);
  }
  await context.close();
  return faults;
}

test.skipIf(noBrowser).each(['zh-CN', 'en'] as const)('public pages have no fault in %s', async (locale) => {
  expect(await look(open, locale)).toEqual([]);
});

test.skipIf(noBrowser).each(Object.entries(own))('the workspace of %s has no fault', async (email, pages) => {
  expect(await look(pages, 'zh-CN', email)).toEqual([]);
  expect(await look(pages.slice(0, 4), 'en', email)).toEqual([]);
});

test.skipIf(noBrowser)(
  'language, elder mode and contrast switch by a posted form, without scripts',
  async () => {
    const { page, context } = await visit({ locale: 'zh-CN', scripts: false });
    await page.goto('/products');
    await page.click('button[name=lang][value=en] >> nth=0');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(new URL(page.url()).pathname).toBe('/products');
    await page.click('button[name=mode][value=elder] >> nth=0');
    await page.click('button[name=mode][value=contrast] >> nth=0');
    expect(await page.locator('html').getAttribute('class')).toMatch(/elder.*contrast|contrast.*elder/);
    await context.close();
  },
);

test.skipIf(noBrowser)('the official list prints as a sheet without the site around it', async () => {
  const { page, context } = await visit({ locale: 'zh-CN', scripts: true });
  await page.goto('/publications/XA-SS-2025-2');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead').isVisible()).toBe(false);
  expect(await page.locator('.sheet').first().isVisible()).toBe(true);
  await context.close();
});

test.skipIf(noBrowser)('searches are remembered on the device until it is told not to', async () => {
  const faults: string[] = [];
  const { page, context } = await visit({ locale: 'zh-CN', scripts: true }, faults);
  // Waiting in the page itself would need eval, which the page forbids.
  const kept = (text: string) =>
    expect.poll(() => page.evaluate(() => localStorage.getItem('recent-searches') ?? '')).toContain(text);
  await page.goto('/search?q=无人机');
  await kept('无人机');
  await page.goto('/search?q=电解槽');
  await kept('电解槽');
  const recent = page.getByRole('region', { name: '最近搜索' });
  await recent.waitFor();
  expect(await recent.getByRole('link').allTextContents()).toEqual(['无人机']);
  await recent.getByRole('button', { name: '不再记录' }).click();
  await page.getByRole('button', { name: '开始记录' }).waitFor();
  await page.goto('/search?q=硅光');
  await page.goto('/search');
  await page.getByRole('button', { name: '开始记录' }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBe('off');
  expect(faults).toEqual([]);
  await context.close();
});
