import { expect } from 'vitest';
import { addDays, todayOn } from '~/domain/calendar';
import { person, signIn, type Browser, type Page, type Way } from './browser';

const lastPart = (page: Page) => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
/** Clicks what sends a form and waits until another address has been reached. */
async function send(page: Page, selector: string) {
  const from = page.url();
  await Promise.all([page.waitForURL((to) => to.href !== from), page.click(selector)]);
}
const step = (intent: string) => `form:has(input[name=intent][value=${intent}])`;
async function reveal(page: Page, intent: string) {
  const closed = page.locator(`details:not([open]):has(${step(intent)}) > summary`);
  if (await closed.count()) await closed.first().click();
}
async function take(page: Page, intent: string, fields: Record<string, string> = {}) {
  await reveal(page, intent);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${step(intent)} [name=${name}]`).first();
    const tag = await field.evaluate((node) => node.tagName);
    if (tag === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  const settled = page.waitForURL((to) => to.searchParams.get('done') === intent);
  await Promise.all([settled, page.click(`${step(intent)} button`)]);
}
const figure = async (page: Page, index: number) =>
  Number((await page.locator('.figures dd').nth(index).innerText()).replace(/\D/g, ''));

/**
 * Plays the main story on a site with the demo world, from a list to a delivery. `n` is the number of the new list, 11
 * to 14, and told from other plays by it.
 */
export async function playStory(browser: Browser, url: string, way: Way, n: number) {
  const today = todayOn();
  const title = `低空物流配送试点 ${n}`;
  const productName = `双旋翼山地运输机 ${n}`;
  const faults: string[] = [];
  const visit = () => person(browser, url, way, faults);

  // What the home page says before.
  const visitor = await visit();
  await visitor.page.goto('/');
  const before = { open: await figure(visitor.page, 0), bought: await figure(visitor.page, 2) };

  // 1. The bureau drafts a list, adds a scenario, and a second person publishes it.
  const author = await visit();
  await signIn(author.page, 'author@bureau.example');
  await author.page.goto('/bureau/publications/new');
  await author.page.check('input[name=kind][value=scenario-list]');
  await author.page.fill('[name=year]', '2026');
  await author.page.fill('[name=sequence]', String(n));
  await author.page.fill('[name=documentNumber]', `示例〔2026〕${n}号`);
  await author.page.fill('[name=issuedOn]', today);
  await send(author.page, 'main form.form button[type=submit]');
  const list = lastPart(author.page);
  expect(list).toBe(`XA-CJ-2026-${n}`);
  await author.page.goto(`/bureau/scenarios/new?publication=${list}`);
  await author.page.click('main form.form button[value=save]');
  await author.page.waitForSelector('.err-summary');
  await author.page.fill('[name=title]', title);
  await author.page.selectOption('[name=category]', '无人系统');
  await author.page.fill('[name=owner]', '鄠邑区山林保护站（示例）');
  await author.page.fill('[name=background]', '山区护林点补给靠人背，计划用无人机按日配送。');
  await author.page.fill('[name=requirement] >> nth=0', '单程载重不低于 20 公斤');
  await author.page.fill('[name=budget]', '86');
  await author.page.check('input[name=deadlineGranularity][value=day]');
  await author.page.fill('[name=deadlineOn]', addDays(today, 60));
  await author.page.fill('[name=contactName]', '王岚');
  await author.page.fill('[name=contactPhone]', '029-84810000');
  await send(author.page, 'main form.form button[value=save]');
  await author.page.goto(`/bureau/publications/${list}`);
  await send(author.page, 'button[name=intent][value=submit]');
  await author.page.goto(`/bureau/publications/${list}/publish`);
  expect(await author.page.locator('input[name=intent][value=publish]').count()).toBe(0);

  const publisher = await visit();
  await signIn(publisher.page, 'publisher@bureau.example');
  await publisher.page.goto('/bureau');
  expect(await publisher.page.locator('main').innerText()).toContain(`第十${'一二三四'[n - 11]}批`);
  await publisher.page.goto(`/bureau/publications/${list}/publish`);
  await send(publisher.page, '.confirm form button');
  await publisher.page.goto('/bureau/products');
  expect(await publisher.page.locator('main').innerText()).toContain('P-');

  // 2. A visitor finds it by search and reads it.
  await expect
    .poll(
      async () => {
        await visitor.page.goto(`/search?type=scenario&q=${encodeURIComponent(title)}`);
        return visitor.page.locator(`.rows a:has-text("${n}")`).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await send(visitor.page, `.rows a:has-text("${n}")`);
  const scenario = lastPart(visitor.page);
  expect(scenario).toMatch(/^S-UXV-\d+$/);
  expect(await visitor.page.locator('h1').innerText()).toContain(String(n));
  expect(await visitor.page.locator('main').innerText()).not.toContain('029-84810000');

  // 3. An enterprise lists a product, posts its terms and answers the scenario.
  const enterprise = await visit();
  await signIn(enterprise.page, 'yunyao@enterprise.example');
  await enterprise.page.goto('/account/products/new');
  await enterprise.page.fill('[name=name]', productName);
  await enterprise.page.check('input[name=kind][value=first-unit]');
  await enterprise.page.selectOption('[name=industry]', '无人机');
  await enterprise.page.fill(
    '[name=summary]',
    '面向山区护林点补给的双旋翼运输无人机，单程载重二十五公斤，可夜间起降。',
  );
  await enterprise.page.fill('[name=specName] >> nth=0', '单程载重');
  await enterprise.page.fill('[name=specValue] >> nth=0', '25');
  await enterprise.page.fill('[name=specUnit] >> nth=0', 'kg');
  await send(enterprise.page, 'button[name=intent][value=publish]');
  const product = lastPart(enterprise.page);
  expect(product).toMatch(/^P-UAV-\d+$/);
  await enterprise.page.goto(`/account/products/${product}/offering`);
  await enterprise.page.fill('[name=priceMin]', '420000');
  await enterprise.page.fill('[name=priceMax]', '280000');
  await enterprise.page.fill('[name=priceUnit]', '架');
  await enterprise.page.check('input[name=trialPolicy][value=free]');
  for (const [name, part] of [
    ['validYear', 0],
    ['validMonth', 1],
    ['validDay', 2],
  ] as const)
    await enterprise.page.fill(`[name=${name}]`, addDays(today, 200).split('-')[part]!);
  await enterprise.page.click('button[name=intent][value=publish]');
  await enterprise.page.waitForSelector('.err-summary');
  expect(await enterprise.page.inputValue('[name=priceMin]')).toBe('420000');
  await enterprise.page.fill('[name=priceMin]', '280,000');
  await enterprise.page.fill('[name=priceMax]', '420,000');
  await send(enterprise.page, 'button[name=intent][value=publish]');
  await enterprise.page.goto(`/account/scenarios/${scenario}/respond`);
  await enterprise.page.check(`input[name=product][value=${product}]`);
  await enterprise.page.fill('[name=message]', '可先在一个护林点试用三十天，运费由我们承担。');
  await send(enterprise.page, 'main form.form button[type=submit]');

  // 4. A buyer searches, opens the product and enquires; sending twice makes one lead.
  const buyer = await visit();
  await signIn(buyer.page, 'power@buyer.example');
  await expect
    .poll(
      async () => {
        await buyer.page.goto(
          `/search?type=product&industry=${encodeURIComponent('无人机')}&q=${encodeURIComponent('双旋翼运输机')}`,
        );
        return buyer.page.locator(`a[href="/products/${product}"]`).count();
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await buyer.page.goto(`/products/${product}`);
  expect(await buyer.page.locator('main').innerText()).toContain(
    way.locale === 'en' ? '280,000–420,000' : '28–42',
  );
  await buyer.page.goto(`/account/products/${product}/enquire`);
  await buyer.page.fill('[name=purpose]', '用于输电线路施工点的小件物资运输。');
  await buyer.page.fill('[name=quantity]', '2');
  await buyer.page.selectOption('[name=unit]', '架');
  await buyer.page.check('input[name=budgetKind][value=known]');
  await buyer.page.fill('[name=budget]', '80');
  await buyer.page.fill('[name=neededBy]', addDays(today, 120).slice(0, 7));
  await send(buyer.page, 'main form.form button[type=submit]');
  const lead = lastPart(buyer.page);
  expect(lead).toMatch(/^L-2026-\d+$/);

  // 5. The enterprise accepts: only now do both see each other's contacts. Then the lead goes to its end.
  const text = async (page: Page) => page.locator('main').innerText();
  expect(await text(buyer.page)).not.toContain('13800000007');
  await enterprise.page.goto(`/account/leads/${lead}`);
  expect(await text(enterprise.page)).not.toContain('13900000007');
  await take(enterprise.page, 'accept');
  await expect.poll(async () => (await text(enterprise.page)).replace(/\s/g, '')).toContain('13900000007');
  await take(enterprise.page, 'letter', { body: '样机在航天基地，可随时安排演示。' });
  await buyer.page.goto(`/account/leads/${lead}`);
  expect((await text(buyer.page)).replace(/\s/g, '')).toContain('13800000007');
  expect(await text(buyer.page)).toContain('样机在航天基地');
  await take(buyer.page, 'start_procuring', {
    method: '竞争性谈判',
    plannedMonth: today.slice(0, 7),
    budget: '80',
  });
  await take(buyer.page, 'record_contract', {
    contractNumber: `示例-${n}`,
    contractedOn: today,
    amount: '76.5',
    method: '竞争性谈判',
    quantity: '2',
  });
  await enterprise.page.goto(`/account/leads/${lead}`);
  await take(enterprise.page, 'confirm');
  await buyer.page.goto(`/account/leads/${lead}`);
  await take(buyer.page, 'record_delivery', { acceptedOn: today, evidence: '验收单第 1 号，两架均合格。' });

  // The scenario's owner opens a lead from the answer in the same way.
  const owner = await visit();
  await signIn(owner.page, 'forest@buyer.example');
  await owner.page.goto(`/account/scenarios/${scenario}`);
  await send(owner.page, 'button[name=response]');
  expect(lastPart(owner.page)).toMatch(/^L-2026-\d+$/);

  // 6. The public numbers have changed.
  await visitor.page.goto('/');
  expect({ open: await figure(visitor.page, 0), bought: await figure(visitor.page, 2) }).toEqual({
    open: before.open + 1,
    bought: before.bought + 1,
  });
  await visitor.page.goto(`/products/${product}`);
  expect(await text(visitor.page)).toContain(way.locale === 'en' ? '765,000' : '76.5');

  expect(faults).toEqual([]);
  for (const each of [visitor, author, publisher, enterprise, buyer, owner]) await each.context.close();
}
