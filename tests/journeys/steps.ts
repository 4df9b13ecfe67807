import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from './browser';

/** The last part of the address: a code. */
export const lastPart = (page: Page) => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
export const mainText = (page: Page) => page.locator('main').innerText();

/** Clicks what sends a form or leads on, and waits until another address has been reached. */
export async function send(page: Page, selector: string) {
  const from = page.url();
  await Promise.all([page.waitForURL((to) => to.href !== from), page.locator(selector).first().click()]);
}

/** Sends a form that comes back with what is wrong in it. */
export async function sendInVain(page: Page, selector: string) {
  await page.click(selector);
  await page.waitForSelector('.err-summary');
}

/** Fills the fields with these names, each as its kind wants it; `form` says where. */
export async function fill(page: Page, fields: Record<string, string>, form = 'main') {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${form} [name=${name}]`).first();
    const kind = await field.evaluate((node) => node.getAttribute('type') ?? node.tagName);
    if (kind === 'radio' || kind === 'checkbox') await page.check(`${form} [name=${name}][value="${value}"]`);
    else if (kind === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

const step = (intent: string) => `form:has(input[name=intent][value=${intent}])`;

/** Opens the form of a step that is not the next one. */
export async function reveal(page: Page, intent: string) {
  const closed = page.locator(`details:not([open]):has(${step(intent)}) > summary`);
  if (await closed.count()) await closed.first().click();
}

/** Takes a step of a lead on its page: fills these fields of its form and sends it. */
export async function take(page: Page, intent: string, fields: Record<string, string> = {}) {
  await reveal(page, intent);
  await fill(page, fields, step(intent));
  const settled = page.waitForURL((to) => to.searchParams.get('done') === intent);
  await Promise.all([settled, page.click(`${step(intent)} button`)]);
}

/** What facts and cards say on a phone that reaches out of its place, or stands one letter a line because it has none. */
export async function outOfPlace(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 740 });
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('dd, .table.cards td')]
      .filter((cell) => {
        const { display, fontSize } = getComputedStyle(cell);
        if (display === 'inline' || cell.offsetParent === null) return false;
        const letters = cell.innerText.trim().length;
        const squeezed = cell.clientWidth < 2 * parseFloat(fontSize) && letters > 4;
        return squeezed || cell.scrollWidth > cell.clientWidth + 1;
      })
      .map((cell) => cell.innerText),
  );
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
type Violation = { id: string; nodes: { html: string; failureSummary: string }[] };
type Axe = { run(options: { runOnly: string[] }): Promise<{ violations: Violation[] }> };

/** What axe has against a page by these of its rules, or groups of rules. */
export async function violations(page: Page, ...runOnly: string[]): Promise<Violation[]> {
  await page.evaluate(axe);
  const run = (only: string[]) => (window as unknown as { axe: Axe }).axe.run({ runOnly: only });
  return (await page.evaluate(run, runOnly)).violations;
}

/** One of the figures of the home page. */
export const figure = async (page: Page, index: number) =>
  Number((await page.locator('.figures dd').nth(index).innerText()).replace(/\D/g, ''));

/** Who answers a search of the site: the engine or the database. */
export async function answeredBy(page: Page, search: string) {
  const answer = await page.context().request.get(search.replace('/search?', '/api/v1/search?'));
  return ((await answer.json()) as { engine: string }).engine;
}

const patience = 10_000;
/** Asks for a list again and again until it holds what has just been published; says how long that took. */
export async function listed(page: Page, address: string, selector: string) {
  const started = performance.now();
  for (;;) {
    await page.goto(address);
    const took = performance.now() - started;
    if (await page.locator(selector).count()) {
      console.info(`there after ${(took / 1000).toFixed(1)} s: ${decodeURI(address)}`);
      return;
    }
    if (took > patience) throw new Error(`not there within ${patience} ms: ${decodeURI(address)}`);
    await page.waitForTimeout(100);
  }
}
