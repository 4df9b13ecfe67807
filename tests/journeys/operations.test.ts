import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sessionOf, useSite } from '../faults/kit';

const { site } = useSite({ LOG_LEVEL: 'info' });
const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(site().url + address, { redirect: 'manual', headers });

test('the site becomes ready once its search engine answers', async () => {
  expect((await get('/healthz')).status).toBe(200);
  await expect
    .poll(async () => ((await (await get('/readyz')).json()) as { status: string }).status, {
      timeout: 60_000,
    })
    .toBe('ready');
});

test('an error page shows the number under which the log has the request', async () => {
  const answer = await get('/products/P-NO-99');
  const id = answer.headers.get('x-request-id')!;
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain(id);
  await expect.poll(() => site().output()).toContain(id);
  const line = site()
    .output()
    .split('\n')
    .find((one) => one.includes(id))!;
  expect(JSON.parse(line)).toMatchObject({
    requestId: id,
    method: 'GET',
    route: 'routes/site/products.$code',
    status: 404,
  });
});

test('pages run no script but their own, each with a nonce of its own, and only built files are kept for ever', async () => {
  const pages = await Promise.all([get('/'), get('/'), get('/nowhere'), get('/sign-in')]);
  const policies = pages.map((page) => page.headers.get('content-security-policy')!);
  for (const [index, page] of pages.entries()) {
    const policy = policies[index]!;
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('cache-control')).not.toMatch(/immutable|public/);
    const nonce = /'nonce-([\w-]{22})'/.exec(policy)?.[1];
    const scripts = (await page.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  }
  expect(new Set(policies).size).toBe(pages.length);
  const [built] = /\/assets\/[\w.-]+\.css/.exec(await (await get('/')).text())!;
  expect((await get(built)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/favicon.svg')).headers.get('cache-control')).not.toContain('immutable');
});

test('figures are for this machine only, and name routes, not addresses', async () => {
  const text = await (await get('/metrics')).text();
  expect(text).toContain(
    'http_requests_total{route="routes/site/products.$code",method="GET",status="404"} 1',
  );
  expect(text).toContain('search_engine_up 1');
  expect(text).not.toContain('P-NO-99');
  const outside = await get('/metrics', { 'X-Forwarded-For': '192.0.2.7' });
  expect([outside.status, await outside.text()]).toEqual([404, expect.not.stringContaining('http_requests')]);
});

test('a flood of anonymous searches is refused before anything else suffers, and it ends by itself', async () => {
  const session = await sessionOf(site(), 'forest@buyer.example');
  let flooding = true;
  // held still for most of the time: late on every machine, however quick
  const slow = (async () => {
    while (flooding) {
      site().child.kill('SIGSTOP');
      await sleep(450);
      site().child.kill('SIGCONT');
      await sleep(50);
    }
  })();
  const statuses = new Map<number, number>();
  const others: number[] = [];
  let n = 0;
  let page = '';
  const flood = Array.from({ length: 20 }, async () => {
    while (flooding) {
      // one connection for each: a site held still could close an idle one just as it is used again
      const answer = await get(`/search?q=${encodeURIComponent(`无人机 ${n++}`)}`, { Connection: 'close' });
      const text = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 503) {
        page = text;
        expect(answer.headers.get('retry-after')).toBeTruthy();
        await sleep(200);
      }
    }
  });
  try {
    for (const until = Date.now() + 60_000; Date.now() < until && !statuses.has(503);) await sleep(100);
    for (const [address, cookie] of [
      ['/', ''],
      ['/products', ''],
      ['/search?q=电解槽', session],
    ] as const)
      others.push((await get(address, { Cookie: cookie })).status);
  } finally {
    flooding = false;
    await Promise.all([slow, ...flood]);
  }
  expect([...statuses.keys()].sort()).toEqual([200, 503]);
  expect(page).toContain('现在查询的人太多');
  expect(others).toEqual([200, 200, 200]);
  await expect.poll(async () => (await get('/search?q=电解槽')).status, { timeout: 30_000 }).toBe(200);
  expect(await (await get('/metrics')).text()).toMatch(/shed_requests_total [1-9]/);
});
