import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { useSite } from '../faults/kit';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => existsSync(file),
);
/** Why the journeys cannot run here, or undefined. In CI a missing browser is a failure, not a reason to skip. */
export const noBrowser = executablePath
  ? undefined
  : 'No Chromium found: apt-get install chromium fonts-noto-cjk';
if (noBrowser) {
  if (process.env.CI) throw new Error(noBrowser);
  console.warn(noBrowser);
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export type Way = { locale: 'zh-CN' | 'en'; scripts: boolean };

/** A browser of one person: own cookies, one language, with or without scripts; faults on pages are collected. */
export async function person(browser: Browser, url: string, { locale, scripts }: Way, faults: string[] = []) {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    baseURL: url,
    locale,
    viewport: { width: 1280, height: 900 },
  });
  await context.addCookies([{ name: 'lang', value: locale, url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    // The browser itself reports answers of 4xx, which forms give on purpose.
    if (/status of 4\d\d/.test(message.text())) return;
    faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return { context, page };
}

/** A browser beside the built site with the demo world; `visit` is a person there. For tests with `skipIf(noBrowser)`. */
export function useBrowser() {
  const { dir, site } = useSite();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  const visit = (way: Way, faults?: string[]) => person(browser, site().url, way, faults);
  return { dir, site, browser: () => browser, visit };
}

/** Signs in with a demo account. */
export async function signIn(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', 'xian-demo-2026');
  await Promise.all([
    page.waitForURL((to) => to.pathname !== '/sign-in'),
    page.click('main form button[type=submit]'),
  ]);
}

export type { Browser, BrowserContext, Page };
