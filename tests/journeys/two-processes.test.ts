import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineOfRunningSite } from '#search/engine-process.server';
import { todayOn } from '~/domain/calendar';
import { placeOf, serverUrl } from '../postgres';
import { sendSignIn, startSite, type SiteProcess } from '../site-process';
import { anEnquiry, formKeyIn, metric, productNamed, signIn, untilIndexed } from '../faults/kit';
import { noBrowser, useBrowser } from './browser';
import { playStory } from './story';

/** Two processes share a PostgreSQL and a search engine; one address leads to them in turn. */
const year = todayOn().slice(0, 4);
/** On SQLite there is one process. */
const together = test.skipIf(!serverUrl || noBrowser);
const { dir, site, browser } = useBrowser();
const sites: SiteProcess[] = [];
let proxy: http.Server;
let url: string;
const served = [0, 0];

/** Hands requests on to the sites one after the other. */
function roundRobin() {
  let next = 0;
  return http.createServer((request, response) => {
    const turn = next++ % sites.length;
    served[turn]! += 1;
    const { method, headers } = request;
    const onward = http.request(sites[turn]!.url + request.url!, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
}

beforeAll(async () => {
  sites.push(site());
  await untilIndexed(site());
  const engine = (await engineOfRunningSite())!;
  sites.push(
    await startSite(path.join(dir(), 'second'), {
      DATABASE_URL: placeOf(dir()).DATABASE_URL,
      MEILI_HOST: engine.host,
      MEILI_KEY: engine.key,
    }),
  );
  await untilIndexed(sites[1]!);
  proxy = roundRobin().listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await sites[1]?.stop();
});

together('two processes behind one address play the main story', async () => {
  await playStory(browser(), url, { locale: 'zh-CN', scripts: true }, 11);
  await playStory(browser(), url, { locale: 'en', scripts: false }, 12);
  expect(Math.min(...served)).toBeGreaterThan(50);
  for (const site of sites) expect(await metric(site, 'search_outbox_waiting')).toBe(0);
});

together('an enquiry sent to both at once makes one lead', async () => {
  // one session, begun at the first process
  let to = sites[0]!;
  const buyer = await signIn(() => to, 'forest@buyer.example');
  const answers = await Promise.all(
    [0, 1, 0, 1].map((turn) => {
      to = sites[turn]!;
      return buyer('/account/products/P-UAV-12/enquire', anEnquiry());
    }),
  );
  const places = answers.map((answer) => answer.headers.get('location')?.split('?')[0]);
  expect(new Set(places).size).toBe(1);
  expect(places[0]).toMatch(RegExp(`^/account/leads/L-${year}-\\d+$`));
});

together('a form sent to both at once creates one product, and leads everybody to it', async () => {
  let to = sites[0]!;
  const enterprise = await signIn(() => to, 'yunyao@enterprise.example');
  const address = '/account/products/new';
  const formKey = formKeyIn(await (await enterprise(address)).text());
  const form = { ...productNamed('两处同时提交的试验机', 'draft'), formKey };
  const answers = await Promise.all(
    [0, 1, 0, 1].map((turn) => {
      to = sites[turn]!;
      return enterprise(address, form);
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
});

together('a group of words that one process publishes is understood by the other', async () => {
  let to = sites[0]!;
  const author = await signIn(() => to, 'author@bureau.example');
  const bureau = await signIn(() => to, 'publisher@bureau.example');
  const found = async (site: SiteProcess) => {
    const answer = await fetch(`${site.url}/api/v1/search?q=${encodeURIComponent('嗡嗡机')}`);
    return ((await answer.json()) as { total: number }).total;
  };
  expect(await Promise.all(sites.map(found))).toEqual([0, 0]);
  const added = await author('/bureau/vocabulary/new', {
    area: '无人机',
    terms: '无人机\n嗡嗡机',
    narrower: '',
    note: '',
  });
  expect(added.status).toBe(303);
  const group = added.headers.get('location')!.split('?')[0]!;
  const version = /name="version" value="(\d+)"/.exec(await (await bureau(group)).text())?.[1] ?? '';
  to = sites[1]!;
  expect((await bureau(group, { intent: 'publish', version })).status).toBe(303);
  for (const site of sites) await expect.poll(() => found(site), { timeout: 20_000 }).toBeGreaterThan(0);
});

together('wrong passwords for one account count together', async () => {
  const email = 'lingyu@enterprise.example';
  for (let i = 0; i < 8; i++)
    expect((await sendSignIn(sites[i % 2]!, email, 'not-the-password')).status).toBe(422);
  const answers = await Promise.all(sites.map((site) => sendSignIn(site, email)));
  expect(answers.map(({ status }) => status)).toEqual([429, 429]);
});

together('wrong passwords from one network count together, and wait together', async () => {
  const guess = (n: number) => sendSignIn(sites[n % 2]!, `nobody-${n}@nowhere.example`, 'guess');
  // The eight above came from here as well, and are more than any account has now.
  expect((await guess(0)).status).toBe(422);
  const client = new pg.Client({ connectionString: placeOf(dir()).DATABASE_URL });
  await client.connect();
  const counted = await client.query(
    'update attempts set count = 296 where count = (select max(count) from attempts)',
  );
  await client.end();
  expect(counted.rowCount).toBe(1);
  for (let n = 1; n <= 4; n++) expect((await guess(n)).status).toBe(422);
  for (const site of sites) {
    const answer = await sendSignIn(site, 'power@buyer.example');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
});
