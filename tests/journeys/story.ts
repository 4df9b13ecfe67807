import { expect } from 'vitest';
import { addDays, todayOn } from '~/domain/calendar';
import * as m from '~/paraglide/messages';
import { person, signIn, type Browser, type Page, type Way } from './browser';
import { answeredBy, figure, lastPart, listed, mainText, outOfPlace, reveal, send, take } from './steps';

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
  const visit = () => person(browser, url, way, faults);

  // What the home page says before.
  const visitor = await visit();
  await visitor.page.goto('/');
  const before = { open: await figure(visitor.page, 0), bought: await figure(visitor.page, 2) };

  // 1. The bureau drafts a list, adds a scenario, and a second person publishes it.
  const author = await visit();
  await signIn(author.page, 'author@bureau.example');
  expect(new URL(author.page.url()).pathname).toBe('/bureau');
  await author.page.goto('/bureau/publications/new');
  await author.page.check('input[name=kind][value=scenario-list]');
  const year = today.slice(0, 4);
  await author.page.fill('[name=year]', year);
  await author.page.fill('[name=sequence]', String(n));
  await author.page.fill('[name=documentNumber]', `示例〔${year}〕${n}号`);
  await author.page.fill('[name=issuedOn]', today);
  await send(author.page, 'main form.form button[type=submit]');
  const list = lastPart(author.page);
  expect(list).toBe(`XA-CJ-${year}-${n}`);
  await author.page.goto(`/bureau/scenarios/new?publication=${list}`);
  await author.page.click('main form.form button[value=save]');
  await author.page.waitForSelector('.err-summary');
  await expect.poll(() => author.page.title()).toMatch(locale === 'en' ? /^Error: \w/ : /^错误：[^错]/);
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
  expect(await mainText(publisher.page)).toContain(`第十${'一二三四'[n - 11]}批`);
  await publisher.page.goto(`/bureau/publications/${list}/publish`);
  await send(publisher.page, '.confirm form button');
  expect(await outOfPlace(publisher.page)).toEqual([]);

  // 2. A visitor finds it by search within moments, reads it, and sees which products suit it.
  const scenarios = `/search?type=scenario&q=${encodeURIComponent(title)}`;
  await listed(visitor.page, scenarios, `.rows a:has-text("${n}")`);
  expect(await answeredBy(visitor.page, scenarios)).toBe('meilisearch');
  await send(visitor.page, `.rows a:has-text("${n}")`);
  const scenario = lastPart(visitor.page);
  expect(scenario).toMatch(/^S-UXV-\d+$/);
  // With scripts the address changes a moment before the page: the list of results has a heading and a text of its own.
  const suited = `section:has(h2:text-is("${m.site_matches({}, { locale })}"))`;
  await visitor.page.locator(`${suited} a[href^="/products/P-"]`).first().waitFor();
  expect(await visitor.page.locator('h1').innerText()).toContain(String(n));
  expect(await mainText(visitor.page)).not.toContain('029-84810000');
  await publisher.page.goto('/bureau/products');
  expect(await mainText(publisher.page)).toContain('P-');

  // 3. An enterprise lists a product, posts its terms and answers the scenario.
  const enterprise = await visit();
  await signIn(enterprise.page, 'yunyao@enterprise.example');
  expect(new URL(enterprise.page.url()).pathname).toBe('/account');
  await enterprise.page.goto('/account/products/new');
  await enterprise.page.fill('[name=name]', productName);
  await enterprise.page.check('input[name=kind][value=first-unit]');
  await enterprise.page.selectOption('[name=industry]', '无人机');
  await enterprise.page.fill(
    '[name=summary]',
    '面向山区低空物流配送的双旋翼运输无人机，单程载重二十五公斤，可夜间起降。',
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

  await listed(visitor.page, `/scenarios/${scenario}`, `${suited} a[href="/products/${product}"]`);

  // 4. A buyer searches, narrows, sorts, opens the product and enquires; sending twice makes one lead.
  const products = `/search?type=product&q=${encodeURIComponent('双旋翼运输机')}`;
  const productLink = `.rows a[href="/products/${product}"]`;
  const buyer = await visit();
  const sought = buyer.page.locator(productLink);
  await signIn(buyer.page, 'power@buyer.example');
  await listed(buyer.page, products, productLink);
  expect(await answeredBy(buyer.page, products)).toBe('meilisearch');
  const marked = buyer.page.locator('.notice', { hasText: m.site_simple_search({}, { locale }) });
  expect(await marked.count()).toBe(0);
  if (loseEngine) {
    loseEngine();
    await expect.poll(() => answeredBy(buyer.page, products), { timeout: 10_000 }).toBe('database');
  }
  await buyer.page.goto('/');
  await buyer.page.fill('main form[role=search] [name=q]', '双旋翼运输机');
  await send(buyer.page, 'main form[role=search] button[type=submit]');
  await sought.waitFor();
  expect(await marked.count()).toBe(loseEngine ? 1 : 0);
  for (const [name, value] of [
    ['kind', 'first-unit'],
    ['recognised', 'none'],
    ['industry', '无人机'],
    ['district', '长安区'],
  ]) {
    const group = buyer.page.locator(`details.group:has([name=${name}])`);
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    await group.locator(`[name=${name}][value="${value}"]`).check();
  }
  await buyer.page.fill('[name=priceMin]', '50');
  await send(buyer.page, '.facets .submit button');
  await sought.waitFor({ state: 'detached' });
  await buyer.page.fill('[name=priceMin]', '25');
  await buyer.page.fill('[name=priceMax]', '45');
  await send(buyer.page, '.facets .submit button');
  await sought.waitFor();
  await send(buyer.page, '.sort a[href*="sort=price"]');
  await buyer.page.waitForSelector('.sort a[aria-current][href*="sort=price"]');
  await sought.waitFor();
  const conditions = new URL(buyer.page.url()).searchParams;
  expect(Object.fromEntries(conditions)).toMatchObject({
    kind: 'first-unit',
    recognised: 'none',
    industry: '无人机',
    district: '长安区',
    priceMin: '25',
    priceMax: '45',
    sort: 'price',
  });
  await send(buyer.page, productLink);
  expect(await mainText(buyer.page)).toContain(locale === 'en' ? '280,000–420,000' : '28–42');
  await send(buyer.page, `main a[href="/account/products/${product}/enquire"]`);
  const twice = [buyer.page, await buyer.context.newPage()];
  await twice[1]!.goto(buyer.page.url());
  for (const page of twice) {
    await page.fill('[name=purpose]', '用于输电线路施工点的小件物资运输。');
    await page.fill('[name=quantity]', '2');
    await page.selectOption('[name=unit]', '架');
    await page.check('input[name=budgetKind][value=known]');
    await page.fill('[name=budget]', '80');
    await page.fill('[name=neededBy]', addDays(today, 120).slice(0, 7));
  }
  await Promise.all(twice.map((page) => send(page, 'main form.form button[type=submit]')));
  const lead = lastPart(buyer.page);
  expect(lead).toMatch(RegExp(`^L-${year}-\\d+$`));
  expect(lastPart(twice[1]!)).toBe(lead);
  await twice[1]!.goto('/account/leads?tab=open');
  expect(await twice[1]!.locator(`main a.t:text-is("${productName}")`).count()).toBe(1);
  await twice[1]!.close();

  // 5. The enterprise declines one enquiry with its reason …
  const owner = await visit();
  await signIn(owner.page, 'forest@buyer.example');
  await owner.page.goto(`/account/products/${product}/enquire`);
  await owner.page.fill('[name=purpose]', '用于林区物资运输。');
  await owner.page.fill('[name=quantity]', '30');
  await owner.page.selectOption('[name=unit]', '架');
  await owner.page.check('input[name=budgetKind][value=open]');
  await owner.page.fill('[name=neededBy]', addDays(today, 40).slice(0, 7));
  await send(owner.page, 'main form.form button[type=submit]');
  const refused = lastPart(owner.page);
  await enterprise.page.goto('/account/leads');
  for (const code of [lead, refused])
    expect(await enterprise.page.locator(`main a[href="/account/leads/${code}"]`).count()).toBeGreaterThan(0);
  await enterprise.page.goto(`/account/leads/${refused}`);
  await reveal(enterprise.page, 'decline');
  await enterprise.page.fill('#decline-note', '产能排到明年，三十架做不到。');
  await enterprise.page.click('form:has(input[name=intent][value=decline]) button');
  await enterprise.page.waitForSelector('.err-summary');
  expect(await enterprise.page.inputValue('#decline-note')).toBe('产能排到明年，三十架做不到。');
  await take(enterprise.page, 'decline', { reason: '企业无法供货' });
  await owner.page.goto(`/account/leads/${refused}`);
  expect(await mainText(owner.page)).toContain('产能排到明年，三十架做不到。');
  expect(await mainText(owner.page)).toMatch(locale === 'en' ? /\d\. Reason: / : /日。理由：/);
  expect(await mainText(owner.page)).not.toContain('13800000007');

  // … and accepts the other: only now do both see each other's contacts. They write, try, and go to its end.
  const digits = async (page: Page) => (await mainText(page)).replace(/\s/g, '');
  await buyer.page.goto(`/account/leads/${lead}`);
  expect(await digits(buyer.page)).not.toContain('13800000007');
  await enterprise.page.goto(`/account/leads/${lead}`);
  expect(await digits(enterprise.page)).not.toContain('13900000007');
  await take(enterprise.page, 'accept');
  await expect.poll(() => digits(enterprise.page)).toContain('13900000007');
  await take(enterprise.page, 'letter', { body: '样机在航天基地，可随时安排演示。' });
  await buyer.page.goto(`/account/leads/${lead}`);
  expect(await digits(buyer.page)).toContain('13800000007');
  expect(await mainText(buyer.page)).toContain('样机在航天基地');
  await take(buyer.page, 'letter', { body: '请下周送一架到秦岭施工点试用。' });
  await take(buyer.page, 'start_trial', { site: '秦岭 330 千伏线路施工点', startedOn: today });
  await take(buyer.page, 'record_trial', {
    result: 'passed',
    endedOn: today,
    note: '往返四十架次，载重达到要求。',
  });
  await enterprise.page.goto(`/account/leads/${lead}`);
  expect(await mainText(enterprise.page)).toContain('请下周送一架到秦岭施工点试用。');
  expect(await mainText(enterprise.page)).toContain('往返四十架次');
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
  expect(await mainText(buyer.page)).toContain(m.domain_lead_delivered({}, { locale }));

  // The scenario's owner opens a lead from the answer in the same way.
  await owner.page.goto(`/account/scenarios/${scenario}`);
  await send(owner.page, 'button[name=response]');
  expect(lastPart(owner.page)).toMatch(RegExp(`^L-${year}-\\d+$`));
  expect(lastPart(owner.page)).not.toBe(refused);

  // 6. The public numbers have changed.
  await visitor.page.goto('/');
  expect({ open: await figure(visitor.page, 0), bought: await figure(visitor.page, 2) }).toEqual({
    open: before.open + 1,
    bought: before.bought + 1,
  });
  await visitor.page.goto(`/products/${product}`);
  const records = await visitor.page.locator('section[aria-labelledby=records]').innerText();
  expect(records).toContain(locale === 'en' ? '765,000' : '76.5');
  expect(records).toContain(m.catalogue_record_trial({ days: '1' }, { locale }));
  expect(await outOfPlace(visitor.page)).toEqual([]);

  expect(faults).toEqual([]);
  for (const each of [visitor, author, publisher, enterprise, buyer, owner]) await each.context.close();
}
