import { expect, test } from 'vitest';
import { todayOn } from '~/domain/calendar';
import { noBrowser, signIn, useBrowser, type Page } from './browser';
import { violations } from './steps';

const enterprise = 'yunyao@enterprise.example';
const year = todayOn().slice(0, 4);
const pages: [address: string, email?: string][] = [
  ['/'],
  ['/search?q=无人机'],
  ['/products/P-UAV-11'],
  ['/sign-in'],
  ['/account', enterprise],
  [`/account/leads/L-${year}-0003`, enterprise],
  ['/account/products/new', enterprise],
];

const { site, visit } = useBrowser();

/** Shows each of the pages in a mode, and returns what `look` has to say against them. */
async function through(
  { locale, mode, width = 1280, dark = false }: Showing,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const { page, context } = await visit({ locale, scripts: true });
  await page.setViewportSize({ width, height: 900 });
  if (mode) await context.addCookies([{ name: 'modes', value: mode, url: site().url }]);
  if (dark) await page.emulateMedia({ colorScheme: 'dark' });
  const wrong: string[] = [];
  let who: string | undefined;
  for (const [address, email] of pages) {
    if (email && email !== who) await signIn(page, email);
    who = email;
    const response = await page.goto(address);
    expect([address, response?.status()]).toEqual([address, 200]);
    expect(await page.locator('html').getAttribute('class')).toBe(mode ?? null);
    wrong.push(...(await look(page)).map((fault) => `${address}: ${fault}`));
  }
  await context.close();
  return wrong;
}
type Showing = { locale: 'zh-CN' | 'en'; mode?: 'elder' | 'contrast'; width?: number; dark?: boolean };
const ways = (['zh-CN', 'en'] as const).flatMap((locale) => [1280, 360].map((width) => ({ locale, width })));

/** What a page in larger text must be: text of 20 px, nothing under 18, and controls that a finger hits. */
const sizes = (page: Page) =>
  page.evaluate(() => {
    const wrong = new Set<string>();
    const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 20)}`;
    const isShown = (element: Element) => {
      // what is only there for a reader of screens or for a key has no size
      if (element.closest('.vh')) return false;
      return element.checkVisibility({ visibilityProperty: true });
    };
    if (sizeOf(document.body) !== 20) wrong.add(`body text of ${sizeOf(document.body)} px`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement!;
      if (!text.textContent?.trim() || !isShown(parent) || parent.closest('svg, script, style')) continue;
      if (sizeOf(parent) < 18) wrong.add(`${sizeOf(parent)} px: ${name(parent)}`);
    }
    const controls = document.querySelectorAll(
      'button, summary, select, textarea, input:not([type=hidden]), .btn, .mainnav a, .tabs a, .pages a, .workspace-nav a, .sort a',
    );
    for (const control of controls) {
      if (!isShown(control)) continue;
      if (sizeOf(control) < 18) wrong.add(`control of ${sizeOf(control)} px: ${name(control)}`);
      if (control.matches('a, button') && control.scrollWidth > control.clientWidth)
        wrong.add(`does not hold its words: ${name(control)}`);
      // a box is hit by its label as well
      const isBox = control.matches('[type=checkbox], [type=radio]');
      const target = (isBox && control.closest('label')) || control;
      const { width, height } = target.getBoundingClientRect();
      if (height < 44 || width < 44)
        wrong.add(`target of ${Math.round(width)} × ${Math.round(height)}: ${name(target)}`);
    }
    for (const table of document.querySelectorAll('.table.cards'))
      if (table.scrollWidth > table.clientWidth)
        wrong.add(`scrolls though its rows are cards: ${name(table)}`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const scrolls = (element: Element | null): boolean =>
        element !== null &&
        element !== document.body &&
        (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
      const wide = [...document.querySelectorAll('body *')].filter(
        (element) =>
          isShown(element) &&
          element.getBoundingClientRect().right > clientWidth &&
          !scrolls(element.parentElement),
      );
      wrong.add(`${scrollWidth - clientWidth} px wider than the screen: ${wide.map(name).join(', ')}`);
    }
    return [...wrong];
  });

test.skipIf(noBrowser).each(ways)(
  'in elder mode text is large, controls are easily hit and nothing is cut off: $locale, $width px',
  async (way) => {
    expect(await through({ ...way, mode: 'elder' }, sizes)).toEqual([]);
  },
);

/** Text that cannot be told from what lies behind it. */
const contrast = async (page: Page) =>
  (await violations(page, 'color-contrast')).flatMap(({ nodes }) =>
    nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
  );

test.skipIf(noBrowser).each(
  (['zh-CN', 'en'] as const).flatMap((locale) => [
    { locale, mode: 'contrast' as const },
    { locale, dark: true },
  ]),
)('text stands out from what lies behind it: %o', async (showing) => {
  expect(await through(showing, contrast)).toEqual([]);
});
