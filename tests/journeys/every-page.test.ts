import { expect, test } from 'vitest';
import { noBrowser, signIn, useBrowser, type Page } from './browser';

const { site, visit } = useBrowser();

const samplesPerShape = 2;
/** /products/P-1 and /products/P-2 are one shape: what differs is a code. */
const shapeOf = (to: string) => to.replace(/[A-Z0-9]+(-[A-Z0-9]+)+|[A-Z]\d+/g, '*');

/** Follows every link of the site from `start`, a few of each shape; returns what is wrong. */
async function walk(page: Page, start: string): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set([start]);
  const taken = new Map<string, number>();
  const open = [start];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    const response = await page.goto(at);
    if (response?.status() !== 200) wrong.push(`${response?.status()} ${at}`);
    const { headings, title, wide, links } = await page.evaluate(() => ({
      headings: document.querySelectorAll('h1').length,
      title: document.title,
      wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      links: [...document.querySelectorAll('a[href]')].map((a) => (a as HTMLAnchorElement).href),
    }));
    if (headings !== 1) wrong.push(`${headings} h1 on ${at}`);
    if (!title) wrong.push(`no title on ${at}`);
    if (wide) wrong.push(`wider than the screen: ${at}`);
    for (const link of links) {
      const { origin, pathname } = new URL(link);
      if (origin !== new URL(site().url).origin || seen.has(pathname)) continue;
      // Downloads and machine answers are no pages.
      if (/\.(csv|xlsx|json|xml|svg|atom)$|^\/api\//.test(pathname)) continue;
      const shape = shapeOf(pathname);
      const count = taken.get(shape) ?? 0;
      if (count >= samplesPerShape) continue;
      taken.set(shape, count + 1);
      seen.add(pathname);
      open.push(pathname);
    }
  }
  return wrong;
}

test.skipIf(noBrowser).each([
  ['a visitor', undefined, '/'],
  ['an enterprise', 'yunyao@enterprise.example', '/account'],
  ['a buyer', 'forest@buyer.example', '/account'],
  ['the bureau', 'author@bureau.example', '/bureau'],
])(
  'every page %s can reach is whole on a phone and breaks no rule of the browser',
  async (_who, email, start) => {
    const faults: string[] = [];
    const { context, page } = await visit({ locale: 'zh-CN', scripts: true }, faults);
    if (email) await signIn(page, email);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await walk(page, start)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  },
  300_000,
);

test.skipIf(noBrowser).each([true, false])(
  'language and modes change and stay (scripts: %s)',
  async (scripts) => {
    const faults: string[] = [];
    const { context, page } = await visit({ locale: 'zh-CN', scripts }, faults);
    await page.goto('/policies');
    const press = async (name: string) => {
      await Promise.all([
        page.waitForEvent('load'),
        page.locator('header').getByRole('button', { name }).click(),
      ]);
      expect(new URL(page.url()).pathname).toBe('/policies');
    };
    await press('关怀模式');
    await press('高对比度');
    expect(await page.locator('html').getAttribute('class')).toBe('elder contrast');
    await press('English');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto('/about');
    expect(await page.locator('html').getAttribute('class')).toBe('elder contrast');
    expect(faults).toEqual([]);
    await context.close();
  },
);

test.skipIf(noBrowser)(
  'an address nobody answers shows a page with a search box and no secrets',
  async () => {
    const { context, page } = await visit({ locale: 'en', scripts: true });
    const response = await page.goto('/nothing-here?secret=1');
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('searchbox').or(page.getByRole('combobox')).count()).toBeGreaterThan(0);
    expect(await page.textContent('main')).toContain(response?.headers()['x-request-id']);
    await context.close();
  },
);
