import { expect } from 'vitest';
import { addDays, todayOn } from '~/domain/calendar';
import * as m from '~/paraglide/messages';
import { person, signIn, type Browser, type Page, type Way } from './browser';
import {
  answeredBy,
  figure,
  fill,
  lastPart,
  listed,
  mainText,
  outOfPlace,
  reveal,
  send,
  sendInVain,
  take,
} from './steps';

/**
 * Plays the main story on a site with the demo world, from a list to a delivery. `n` is the number of the new list, 11
 * to 14, and told from other plays by it. `loseEngine` is called before the buyer searches, and takes the search engine
 * away for the rest of the story.
 */
export async function playStory(browser: Browser, url: string, way: Way, n: number, loseEngine?: () => void) {
  const { locale } = way;
  const today = todayOn();
  const title = `低空物流配送试点 ${n}`;
  const productName = `双旋翼山地运输机 ${n}`;
  const faults: string[] = [];
  const visit = async (email?: string) => {
    const { page } = await person(browser, url, way, faults);
    if (email) await signIn(page, email);
    return page;
  };

  // What the home page says before.
  const visitor = await visit();
  await visitor.goto('/');
  const before = { open: await figure(visitor, 0), bought: await figure(visitor, 2) };

  // 1. The bureau drafts a list, adds a scenario, and a second person publishes it.
  const author = await visit('author@bureau.example');
  expect(new URL(author.url()).pathname).toBe('/bureau');
  await author.goto('/bureau/publications/new');
  const year = today.slice(0, 4);
  await fill(author, {
    kind: 'scenario-list',
    year,
    sequence: String(n),
    documentNumber: `示例〔${year}〕${n}号`,
    issuedOn: today,
  });
  await send(author, 'main form.form button[type=submit]');
  const list = lastPart(author);
  expect(list).toBe(`XA-CJ-${year}-${n}`);
  await author.goto(`/bureau/scenarios/new?publication=${list}`);
  await sendInVain(author, 'main form.form button[value=save]');
  await expect.poll(() => author.title()).toMatch(locale === 'en' ? /^Error: \w/ : /^错误：[^错]/);
  await fill(author, {
    title,
    category: '无人系统',
    owner: '鄠邑区山林保护站（示例）',
    background: '山区护林点补给靠人背，计划用无人机按日配送。',
    requirement: '单程载重不低于 20 公斤',
    budget: '86',
    deadlineGranularity: 'day',
    deadlineOn: addDays(today, 60),
    contactName: '王岚',
    contactPhone: '029-84810000',
  });
  await send(author, 'main form.form button[value=save]');
  await author.goto(`/bureau/publications/${list}`);
  await send(author, 'button[name=intent][value=submit]');
  await author.goto(`/bureau/publications/${list}/publish`);
  expect(await author.locator('input[name=intent][value=publish]').count()).toBe(0);

  const publisher = await visit('publisher@bureau.example');
  await publisher.goto('/bureau');
  expect(await mainText(publisher)).toContain(`第十${'一二三四'[n - 11]}批`);
  await publisher.goto(`/bureau/publications/${list}/publish`);
  await send(publisher, '.confirm form button');
  expect(await outOfPlace(publisher)).toEqual([]);

  // 2. A visitor finds it by search within moments, reads it, and sees which products suit it.
  const scenarios = `/search?type=scenario&q=${encodeURIComponent(title)}`;
  await listed(visitor, scenarios, `.rows a:has-text("${n}")`);
  expect(await answeredBy(visitor, scenarios)).toBe('meilisearch');
  await send(visitor, `.rows a:has-text("${n}")`);
  const scenario = lastPart(visitor);
  expect(scenario).toMatch(/^S-UXV-\d+$/);
  // With scripts the address changes a moment before the page: the list of results has a heading and a text of its own.
  const suited = `section:has(h2:text-is("${m.site_matches({}, { locale })}"))`;
  await visitor.locator(`${suited} a[href^="/products/P-"]`).first().waitFor();
  expect(await visitor.locator('h1').innerText()).toContain(String(n));
  expect(await mainText(visitor)).not.toContain('029-84810000');
  await publisher.goto('/bureau/products');
  expect(await mainText(publisher)).toContain('P-');

  // 3. An enterprise lists a product, posts its terms and answers the scenario.
  const enterprise = await visit('yunyao@enterprise.example');
  expect(new URL(enterprise.url()).pathname).toBe('/account');
  await enterprise.goto('/account/products/new');
  await fill(enterprise, {
    name: productName,
    kind: 'first-unit',
    industry: '无人机',
    summary: '面向山区低空物流配送的双旋翼运输无人机，单程载重二十五公斤，可夜间起降。',
    specName: '单程载重',
    specValue: '25',
    specUnit: 'kg',
  });
  await send(enterprise, 'button[name=intent][value=publish]');
  const product = lastPart(enterprise);
  expect(product).toMatch(/^P-UAV-\d+$/);
  await enterprise.goto(`/account/products/${product}/offering`);
  const [validYear, validMonth, validDay] = addDays(today, 200).split('-') as [string, string, string];
  await fill(enterprise, {
    priceMin: '420000',
    priceMax: '280000',
    priceUnit: '架',
    trialPolicy: 'free',
    ...{ validYear, validMonth, validDay },
  });
  await sendInVain(enterprise, 'button[name=intent][value=publish]');
  expect(await enterprise.inputValue('[name=priceMin]')).toBe('420000');
  await fill(enterprise, { priceMin: '280,000', priceMax: '420,000' });
  await send(enterprise, 'button[name=intent][value=publish]');
  await enterprise.goto(`/account/scenarios/${scenario}/respond`);
  await fill(enterprise, { product, message: '可先在一个护林点试用三十天，运费由我们承担。' });
  await send(enterprise, 'main form.form button[type=submit]');

  await listed(visitor, `/scenarios/${scenario}`, `${suited} a[href="/products/${product}"]`);

  // 4. A buyer searches, narrows, sorts, opens the product and enquires; sending twice makes one lead.
  const products = `/search?type=product&q=${encodeURIComponent('双旋翼运输机')}`;
  const productLink = `.rows a[href="/products/${product}"]`;
  const buyer = await visit('power@buyer.example');
  const sought = buyer.locator(productLink);
  await listed(buyer, products, productLink);
  expect(await answeredBy(buyer, products)).toBe('meilisearch');
  const marked = buyer.locator('.notice', { hasText: m.site_simple_search({}, { locale }) });
  expect(await marked.count()).toBe(0);
  if (loseEngine) {
    loseEngine();
    await expect.poll(() => answeredBy(buyer, products), { timeout: 10_000 }).toBe('database');
  }
  await buyer.goto('/');
  await fill(buyer, { q: '双旋翼运输机' }, 'main form[role=search]');
  await send(buyer, 'main form[role=search] button[type=submit]');
  await sought.waitFor();
  expect(await marked.count()).toBe(loseEngine ? 1 : 0);
  const chosen = { kind: 'first-unit', recognised: 'none', industry: '无人机', district: '长安区' };
  for (const [name, value] of Object.entries(chosen)) {
    const group = buyer.locator(`details.group:has([name=${name}])`);
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    await group.locator(`[name=${name}][value="${value}"]`).check();
  }
  await fill(buyer, { priceMin: '50' });
  await send(buyer, '.facets .submit button');
  await sought.waitFor({ state: 'detached' });
  await fill(buyer, { priceMin: '25', priceMax: '45' });
  await send(buyer, '.facets .submit button');
  await sought.waitFor();
  await send(buyer, '.sort a[href*="sort=price"]');
  await buyer.waitForSelector('.sort a[aria-current][href*="sort=price"]');
  await sought.waitFor();
  const conditions = Object.fromEntries(new URL(buyer.url()).searchParams);
  expect(conditions).toMatchObject({ ...chosen, priceMin: '25', priceMax: '45', sort: 'price' });
  await send(buyer, productLink);
  expect(await mainText(buyer)).toContain(locale === 'en' ? '280,000–420,000' : '28–42');
  await send(buyer, `main a[href="/account/products/${product}/enquire"]`);
  const twice = [buyer, await buyer.context().newPage()];
  await twice[1]!.goto(buyer.url());
  for (const page of twice)
    await fill(page, {
      purpose: '用于输电线路施工点的小件物资运输。',
      quantity: '2',
      unit: '架',
      budgetKind: 'known',
      budget: '80',
      neededBy: addDays(today, 120).slice(0, 7),
    });
  await Promise.all(twice.map((page) => send(page, 'main form.form button[type=submit]')));
  const lead = lastPart(buyer);
  expect(lead).toMatch(RegExp(`^L-${year}-\\d+$`));
  expect(lastPart(twice[1]!)).toBe(lead);
  await twice[1]!.goto('/account/leads?tab=open');
  expect(await twice[1]!.locator(`main a.t:text-is("${productName}")`).count()).toBe(1);
  await twice[1]!.close();

  // 5. The enterprise declines one enquiry with its reason …
  const owner = await visit('forest@buyer.example');
  await owner.goto(`/account/products/${product}/enquire`);
  await fill(owner, {
    purpose: '用于林区物资运输。',
    quantity: '30',
    unit: '架',
    budgetKind: 'open',
    neededBy: addDays(today, 40).slice(0, 7),
  });
  await send(owner, 'main form.form button[type=submit]');
  const refused = lastPart(owner);
  await enterprise.goto('/account/leads');
  for (const code of [lead, refused])
    expect(await enterprise.locator(`main a[href="/account/leads/${code}"]`).count()).toBeGreaterThan(0);
  await enterprise.goto(`/account/leads/${refused}`);
  await reveal(enterprise, 'decline');
  await enterprise.fill('#decline-note', '产能排到明年，三十架做不到。');
  await sendInVain(enterprise, 'form:has(input[name=intent][value=decline]) button');
  expect(await enterprise.inputValue('#decline-note')).toBe('产能排到明年，三十架做不到。');
  await take(enterprise, 'decline', { reason: '企业无法供货' });
  await owner.goto(`/account/leads/${refused}`);
  expect(await mainText(owner)).toContain('产能排到明年，三十架做不到。');
  expect(await mainText(owner)).toMatch(locale === 'en' ? /\d\. Reason: / : /日。理由：/);
  expect(await mainText(owner)).not.toContain('13800000007');

  // … and accepts the other: only now do both see each other's contacts. They write, try, and go to its end.
  const digits = async (page: Page) => (await mainText(page)).replace(/\s/g, '');
  await buyer.goto(`/account/leads/${lead}`);
  expect(await digits(buyer)).not.toContain('13800000007');
  await enterprise.goto(`/account/leads/${lead}`);
  expect(await digits(enterprise)).not.toContain('13900000007');
  await take(enterprise, 'accept');
  await expect.poll(() => digits(enterprise)).toContain('13900000007');
  await take(enterprise, 'letter', { body: '样机在航天基地，可随时安排演示。' });
  await buyer.goto(`/account/leads/${lead}`);
  expect(await digits(buyer)).toContain('13800000007');
  expect(await mainText(buyer)).toContain('样机在航天基地');
  await take(buyer, 'letter', { body: '请下周送一架到秦岭施工点试用。' });
  await take(buyer, 'start_trial', { site: '秦岭 330 千伏线路施工点', startedOn: today });
  await take(buyer, 'record_trial', {
    result: 'passed',
    endedOn: today,
    note: '往返四十架次，载重达到要求。',
  });
  await enterprise.goto(`/account/leads/${lead}`);
  expect(await mainText(enterprise)).toContain('请下周送一架到秦岭施工点试用。');
  expect(await mainText(enterprise)).toContain('往返四十架次');
  await take(buyer, 'start_procuring', {
    method: '竞争性谈判',
    plannedMonth: today.slice(0, 7),
    budget: '80',
  });
  await take(buyer, 'record_contract', {
    contractNumber: `示例-${n}`,
    contractedOn: today,
    amount: '76.5',
    method: '竞争性谈判',
    quantity: '2',
  });
  await enterprise.goto(`/account/leads/${lead}`);
  await take(enterprise, 'confirm');
  await buyer.goto(`/account/leads/${lead}`);
  await take(buyer, 'record_delivery', { acceptedOn: today, evidence: '验收单第 1 号，两架均合格。' });
  expect(await mainText(buyer)).toContain(m.domain_lead_delivered({}, { locale }));

  // The scenario's owner opens a lead from the answer in the same way.
  await owner.goto(`/account/scenarios/${scenario}`);
  await send(owner, 'button[name=response]');
  expect(lastPart(owner)).toMatch(RegExp(`^L-${year}-\\d+$`));
  expect(lastPart(owner)).not.toBe(refused);

  // 6. The public numbers have changed.
  await visitor.goto('/');
  expect({ open: await figure(visitor, 0), bought: await figure(visitor, 2) }).toEqual({
    open: before.open + 1,
    bought: before.bought + 1,
  });
  await visitor.goto(`/products/${product}`);
  const records = await visitor.locator('section[aria-labelledby=records]').innerText();
  expect(records).toContain(locale === 'en' ? '765,000' : '76.5');
  expect(records).toContain(m.catalogue_record_trial({ days: '1' }, { locale }));
  expect(await outOfPlace(visitor)).toEqual([]);

  expect(faults).toEqual([]);
  for (const each of [visitor, author, publisher, enterprise, buyer, owner]) await each.context().close();
}
