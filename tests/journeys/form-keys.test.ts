import { expect, test } from 'vitest';
import { formKeyIn, productNamed, signIn, useSite } from '../faults/kit';

const { site } = useSite();
const as = (email: string) => signIn(site, email);

test('every form that creates something comes with a key of its own, without scripts', async () => {
  const enterprise = await as('yunyao@enterprise.example');
  const buyer = await as('forest@buyer.example');
  const author = await as('author@bureau.example');
  const draft = async (kind: string) => {
    const form = { kind, year: '2031', sequence: '1', authority: '专班（示例）', issuedOn: '2031-01-05' };
    const made = await author('/bureau/publications/new', form);
    return /publications\/([^?]+)/.exec(made.headers.get('location')!)![1]!;
  };
  const linkIn = async (ask: typeof buyer, page: string, link: RegExp) =>
    link.exec(await (await ask(page)).text())![0];
  const own = await linkIn(enterprise, '/account/products', /\/account\/products\/P-[\w-]+/);
  const leads = await (await buyer('/account/leads?view=all')).text();
  const open: string[] = [];
  for (const [lead] of leads.matchAll(/\/account\/leads\/L-[\w-]+/g))
    if ((await (await buyer(lead)).text()).includes('value="letter"')) open.push(lead);
  const pages: [ask: typeof buyer, address: string][] = [
    [enterprise, '/account/products/new'],
    [enterprise, `${own}/offering`],
    [buyer, '/account/shortlists'],
    [buyer, open[0]!],
    [author, '/bureau/publications/new'],
    [author, `/bureau/publications/${await draft('catalogue')}`],
    [author, `/bureau/scenarios/new?publication=${await draft('scenario-list')}`],
    [author, '/bureau/vocabulary/new'],
  ];
  const keys = new Set<string>();
  for (const [ask, address] of pages) {
    const key = formKeyIn(await (await ask(address)).text());
    expect(key, address).toMatch(/^[\w-]{16,64}$/);
    keys.add(key);
  }
  expect(keys.size).toBe(pages.length);
});

test('a refused form keeps its key; sent twice at once it creates one product', async () => {
  const enterprise = await as('yunyao@enterprise.example');
  const address = '/account/products/new';
  const formKey = formKeyIn(await (await enterprise(address)).text());
  const form = { ...productNamed('点了两次的试验机', 'draft'), formKey };
  const refused = await enterprise(address, { ...form, name: '' });
  expect([refused.status, formKeyIn(await refused.text())]).toEqual([422, formKey]);
  const answers = await Promise.all([enterprise(address, form), enterprise(address, form)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(answers[1]!.headers.get('location')).toBe(answers[0]!.headers.get('location'));
});

test('a visitor gets no key: the page is kept for all of them', async () => {
  const html = await (await fetch(`${site().url}/`)).text();
  expect(html).toContain('formKey');
  expect(html).not.toMatch(/[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}/);
});
