import { expect, test } from 'vitest';
import { todayOn } from '~/domain/calendar';
import { actionRoutes } from '../action-routes';
import { anEnquiry, holdEngineDown, sessionOf, useSite } from '../faults/kit';

/** Codes and batches count anew each year. */
const year = todayOn().slice(0, 4);
/** What a proxy in front would be called. */
const publicUrl = 'http://site.example';
const { dir, site } = useSite({ SITE_URL: publicUrl });

const get = (address: string, init?: RequestInit) =>
  fetch(site().url + address, { redirect: 'manual', ...init });
type Answer = { total: number; engine: string; hits: { code: string; title: string }[] };
const search = async (q: string, type = 'product') =>
  (await (await get(`/api/v1/search?type=${type}&q=${encodeURIComponent(q)}`)).json()) as Answer;
/** A signed-in client: fetch with the session's cookie. */
async function client(email: string, lang = 'zh-CN') {
  const session = await sessionOf(site(), email);
  return (address: string, form?: Record<string, string>, init?: RequestInit) =>
    get(address, {
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      ...init,
      headers: { Cookie: `${session}; lang=${lang}`, Origin: site().url, ...init?.headers },
    });
}

/** The same for what is no form. */
async function sender(email: string) {
  const send = await client(email);
  return (address: string, init: RequestInit) => send(address, undefined, init);
}

const engineAnswers = () =>
  expect
    .poll(async () => (await search('无人机')).engine, { timeout: 60_000, interval: 300 })
    .toBe('meilisearch');

test.each([
  ['无人机', /无人机|直升机/],
  ['wurenji', /无人机|直升机/],
  ['wrj', /无人机|直升机/],
  ['UAV', /无人机|直升机/],
  ['电解槽', /电解槽/],
  ['兆瓦制氢', /制氢|电解/],
  ['光子芯片', /光子芯片/],
])('the real engine finds %s', async (q, title) => {
  // The words of a world just made are learnt in the background.
  await expect
    .poll(async () => (await search(q)).hits[0]?.title ?? '', { timeout: 45_000, interval: 1000 })
    .toMatch(title);
  await engineAnswers();
});

test('a search is kept without scripts, and has a feed for whoever knows its address', async () => {
  const buyer = await client('power@buyer.example');
  const address = `/account/searches/new?q=${encodeURIComponent('储能')}`;
  const empty = await buyer(address, { label: ' ', frequency: 'daily' });
  expect([empty.status, (await empty.text()).includes('请填写名称')]).toEqual([422, true]);
  const saved = await buyer(address, { label: '储能“新品”', frequency: 'daily' });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/account/searches?done=saved']);
  const page = await (await buyer('/account/searches')).text();
  const feed = /\/feeds\/[\w-]+\.atom/.exec(page)![0];
  const answer = await get(feed);
  expect(answer.headers.get('content-type')).toContain('application/atom+xml');
  expect(await answer.text()).toContain('<title>储能“新品”｜');
  const click = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
  const nobodys = `/mail/stop/${'a'.repeat(32)}`;
  expect([(await get(nobodys)).status, (await get(nobodys, click)).status]).toEqual([404, 404]);
  expect((await get('/feeds/nobody-knows-this-one-here.atom')).status).toBe(404);
});

test('a broken query string never gives a fault of the server', async () => {
  const tails = [
    '?q=%',
    '?q=%ff%fe',
    '?kind=;--&industry[]=x',
    ...['__proto__', 'constructor', 'toString'].map(
      (word) =>
        `?${['kind', 'industry', 'category', 'district', 'maturity', 'sort', 'stage', 'method', 'status', 'without'].map((name) => `${name}=${word}`).join('&')}`,
    ),
    '?type=organisation&district=constructor&kind=__proto__',
    `?industry=${encodeURIComponent('光子" OR kind = "first-unit')}`,
    '?page=-1',
    '?page=1e99',
    '?priceMin=abc&priceMax=',
    '?type=nonsense',
    '?sort=%00',
    `?q=${'长'.repeat(300)}`,
    `?q=${'x'.repeat(5000)}`,
  ];
  for (const address of ['/search', '/products', '/scenarios', '/intentions', '/api/v1/search'])
    for (const tail of tails) {
      for (const Cookie of ['lang=zh-CN', 'lang=en']) {
        const { status } = await get(address + tail, { headers: { Cookie } });
        expect(status, `${Cookie} ${address}${tail.slice(0, 60)}`).toBeLessThan(500);
      }
    }
});

test('nor does what a signed-in address says was done', async () => {
  const codeOf = (html: string, address: RegExp) => address.exec(html)![0];
  const enterprise = await client('yunyao@enterprise.example', 'en');
  const buyer = await client('forest@buyer.example', 'en');
  const bureau = await client('author@bureau.example', 'en');
  const shortlisted = await buyer('/account/shortlists/add?product=P-UAV-12', {
    list: 'new',
    name: '试一试',
  });
  const page = async (who: typeof buyer, address: string) => (await who(address)).text();
  const places: [typeof buyer, string][] = [
    [enterprise, '/account/leads'],
    [enterprise, codeOf(await page(enterprise, '/account/leads'), /\/account\/leads\/L-\d+-\d+/)],
    [enterprise, '/account/products/P-UAV-12'],
    [enterprise, '/account/responses'],
    [buyer, '/account/searches'],
    [buyer, '/account/shortlists'],
    [buyer, shortlisted.headers.get('location')!.split('?')[0]!],
    [bureau, codeOf(await page(bureau, '/bureau/publications'), /\/bureau\/publications\/[\w-]+/)],
    [bureau, '/bureau/scenarios/S-UXV-01'],
    [bureau, codeOf(await page(bureau, '/bureau/vocabulary'), /\/bureau\/vocabulary\/[\w-]{22}/)],
    [bureau, '/bureau/search-terms'],
    [bureau, '/bureau/leads'],
    [bureau, '/bureau/organisations'],
    [bureau, '/bureau'],
  ];
  for (const [who, address] of places)
    for (const word of ['constructor', '__proto__', 'toString']) {
      const names = ['done', 'ask', 'tab', 'state', 'kind', 'type', 'days', 'remove', 'withdraw', 'page'];
      const { status } = await who(`${address}?${names.map((name) => `${name}=${word}`).join('&')}`);
      expect(status, `${address} ${word}`).toBe(200);
    }
});

test('unknown codes are 404 with a search box, and the API answers with a problem', async () => {
  for (const address of [
    '/products/P-NO-99',
    '/scenarios/S-NO-99',
    '/publications/none',
    '/organisations/X',
    '/nowhere',
    '/products/%E4%B8%AD',
  ]) {
    const answer = await get(address);
    expect(answer.status, address).toBe(404);
    const page = await answer.text();
    expect(page).toContain('role="search"');
    expect(page, address).toContain('<title>没有找到这一页｜');
  }
  const bad = await get('/api/v1/search?type=nonsense');
  expect([bad.status, bad.headers.get('content-type')]).toEqual([
    400,
    expect.stringContaining('application/problem+json'),
  ]);
  expect((await get('/api/v1/products/P-NO-99')).status).toBe(404);
  const unknown = await get('/api/v1/nothing/here');
  expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
    404,
    expect.stringContaining('application/problem+json'),
  ]);
});

test('what is posted and is no form is refused at every action, whoever sends it', async () => {
  const senders = {
    public: (address: string, init: RequestInit) =>
      get(address, { ...init, headers: { Origin: site().url, ...init.headers } }),
    buyer: await sender('forest@buyer.example'),
    enterprise: await sender('yunyao@enterprise.example'),
    bureau: await sender('author@bureau.example'),
  };
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };
  const actions = actionRoutes();
  expect(actions.length).toBeGreaterThan(25);
  for (const { address, access } of actions) {
    const send = senders[access === 'signed-in' ? 'buyer' : access];
    const json = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } };
    expect((await send(address, json)).status, `${address} JSON`).toBe(415);
    expect((await send(address, { method: 'POST' })).status, `${address} nothing`).toBe(415);
    const broken = await send(address, { method: 'POST', body: 'no parts', headers: multipart });
    expect(broken.status, `${address} broken`).toBeLessThan(500);
  }
  const page = await senders.public('/sign-in', { method: 'POST', body: 'no parts', headers: multipart });
  expect([page.status, (await page.text()).includes('<title>')]).toEqual([400, true]);
});

test('of a product that only reports speak of nobody is asked to fill in an enquiry', async () => {
  const buyer = await client('forest@buyer.example');
  const answer = await buyer('/account/products/P-PUB-29/enquire');
  expect([answer.status, (await answer.text()).includes('<textarea')]).toEqual([409, false]);
  expect((await buyer('/account/products/P-UAV-12/enquire')).status).toBe(200);
});

test('a form posted from another site is refused', async () => {
  const { status } = await get('/sign-in', {
    method: 'POST',
    headers: { Origin: 'https://evil.example' },
    body: new URLSearchParams({ email: 'a@b.cn', password: 'x' }),
  });
  expect(status).toBe(403);
});

test('whatever a proxy calls the site, its own forms are read', async () => {
  const body = new URLSearchParams({ email: 'a@b.cn', password: 'x' });
  for (const origin of [publicUrl, site().url])
    for (const forwarded of ['evil.example', 'a:99999', '::::']) {
      const headers = { Origin: origin, 'X-Forwarded-Host': forwarded };
      const sent = await get('/sign-in', { method: 'POST', headers, body });
      expect(sent.status, `${origin} ${forwarded}`).toBe(422);
      expect((await get('/about', { headers })).status, forwarded).toBe(200);
    }
});

test('closed doors stay closed', async () => {
  for (const address of ['/account', '/account/leads', '/bureau', '/bureau/publications/new'])
    expect((await get(address)).status, address).toBe(303);
  const enterprise = await client('yunyao@enterprise.example');
  expect((await enterprise('/bureau')).status).toBe(403);
  expect(
    (await enterprise('/bureau/publications/new', { kind: 'scenario-list', year: '2026', sequence: '9' }))
      .status,
  ).toBe(403);
  const other = await client('power@buyer.example');
  expect((await other(`/account/leads/L-${year}-0002`)).status).toBe(404);
  expect(
    (await other(`/account/leads/L-${year}-0002`, { intent: 'letter', body: '不是我的', version: '1' }))
      .status,
  ).toBe(404);
});

test('an enquiry sent twice at once makes one lead', async () => {
  const buyer = await client('forest@buyer.example');
  const enquire = () => buyer('/account/products/P-UAV-12/enquire', anEnquiry());
  const answers = await Promise.all([1, 2, 3].map(enquire));
  const places = answers.map((a) => a.headers.get('location')?.split('?')[0]);
  expect(new Set(places).size).toBe(1);
  expect(places[0]).toMatch(RegExp(`^/account/leads/L-${year}-\\d+$`));
});

test('of two people who move a lead, one wins and the other sees what happened', async () => {
  const enterprise = await client('yunyao@enterprise.example');
  const html = await (await enterprise(`/account/leads/L-${year}-0003`)).text();
  const version = /name="version" value="(\d+)"/.exec(html)![1]!;
  const [accept, decline] = await Promise.all([
    enterprise(`/account/leads/L-${year}-0003`, { intent: 'accept', version }),
    enterprise(`/account/leads/L-${year}-0003`, { intent: 'decline', version, reason: '价格', note: '' }),
  ]);
  expect([accept.status, decline.status].sort()).toEqual([303, 409].sort());
});

test('with the search engine dead every page works, searches say so, and lists are whole', async () => {
  await engineAnswers();
  const totals = async () =>
    (await Promise.all(['product', 'scenario'].map((type) => search('', type)))).map(({ total }) => total);
  const before = await totals();
  const page = async (address: string, lang = 'zh-CN') => {
    const answer = await get(address, { headers: { Cookie: `lang=${lang}` } });
    expect(answer.status, address).toBe(200);
    return answer.text();
  };
  const release = holdEngineDown(dir());
  try {
    // Every answer is whole meanwhile; a killed process may take a moment to go.
    await expect.poll(async () => (await search('无人机')).engine, { timeout: 10_000 }).toBe('database');
    // Words that nobody has asked for yet: the engine's own answers are remembered for some seconds.
    for (const address of ['/search?q=激光雷达', '/search?q=chuneng&type=scenario', '/products?q=减速器']) {
      expect((await page(address)).includes('简化检索：'), address).toBe(true);
      expect((await page(address, 'en')).includes('Simplified search:'), address).toBe(true);
    }
    // A list without words loses nothing in the database: no mark.
    for (const address of ['/products', '/scenarios'])
      expect(await page(address)).not.toContain('简化检索：');
    for (const address of ['/', '/scenarios/S-UXV-01', '/products/P-UAV-01', '/api/v1/suggest?q=无人'])
      await page(address);
    const found = await search('chuanganqi');
    expect(found.engine).toBe('database');
    expect(found.total).toBeGreaterThan(0);
    expect(await totals()).toEqual(before);
  } finally {
    release();
  }
  await engineAnswers();
  expect((await page('/search?q=无人机')).includes('简化检索：')).toBe(false);
});
