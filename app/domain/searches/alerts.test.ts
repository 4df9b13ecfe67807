import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActionFunction, ActionFunctionArgs } from '@remix-run/node';
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { mails, products, savedSearches, savedSearchHits } from '#db/schema';
import { find, lackedBy } from '#search/find.server';
import { drainOutbox } from '#search/outbox.server';
import { useSearchEngine } from '#tests/engine';
import { changeProduct, productId } from '#tests/search/items';
import { useWorld, viewerOf } from '#tests/world';
import { env } from '~/env.server';
import { sendMails } from '~/mail/send.server';
import { paths } from '~/paths';
import { action as stop } from '~/routes/site/mail.stop.$token';
import { readSearchQuery } from '../search/search-query';
import { runAlerts } from './alerts.server';
import { searchFeed } from './feed.server';
import {
  findByStopToken,
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
  setAlertFrequency,
  stopAlerts,
} from './saved-searches.server';

const dir = useWorld();
const fail = (error: unknown) => {
  throw error;
};
const query = readSearchQuery(new URLSearchParams('q=无人机'), 'product').query;
const buyer = () => viewerOf('buyer');
const saveAs = async (frequency: 'at_once' | 'daily' | 'weekly' | 'off') =>
  saveSearch(await buyer(), query, { label: '巡检<无人机>', frequency, locale: 'zh-CN' });
const searchOf = async () => (await db.select().from(savedSearches))[0]!;

/** A published product goes, or comes back, as when its enterprise withdraws and publishes it. */
async function setState(code: string, state: 'published' | 'withdrawn') {
  await changeProduct(code, { state });
  await drainOutbox();
}

/** As if the search had never found this product. */
async function forgetHit(code: string) {
  const hit = eq(savedSearchHits.itemId, await productId(code));
  expect(await write((tx) => tx.delete(savedSearchHits).where(hit).returning())).toHaveLength(1);
}

useSearchEngine();
beforeAll(async () => {
  env.DATA_DIR = dir();
  await setState('P-UAV-01', 'withdrawn');
});

test('what is there when a search is saved is no news', async () => {
  expect(await saveAs('at_once')).toEqual({ ok: true, already: false });
  expect(await runAlerts(fail)).toBe(0);
  const [saved] = await listSavedSearches(await buyer());
  expect(saved).toMatchObject({ label: '巡检<无人机>', type: 'product', frequency: 'at_once' });
  expect(saved!.found).toBeGreaterThan(5);
  expect(saved).toMatchObject({ whole: saved!.found, known: saved!.found });
});

test('a new hit is told once, by whichever process is first, with a way to stop', async () => {
  await setState('P-UAV-01', 'published');
  expect(await runAlerts(fail)).toBe(1);
  expect(await runAlerts(fail)).toBe(0);
  const [mail] = await db.select().from(mails);
  const { stopToken } = await searchOf();
  expect(mail).toMatchObject({
    recipient: 'forest@buyer.example',
    subject: '“巡检<无人机>”有 1 项新结果',
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  });
  expect(mail!.body).toContain('/products/P-UAV-01');
  expect(mail!.body).toContain(`/mail/stop/${stopToken}`);
  expect(mail!.headers['List-Unsubscribe']).toContain(`/mail/stop/${stopToken}>`);
});

test('mails go out once, as files where no mail server is set', async () => {
  expect(await sendMails(fail)).toBe(1);
  expect(await sendMails(fail)).toBe(0);
  const folder = path.join(dir(), 'mail');
  const [file] = readdirSync(folder);
  const text = readFileSync(path.join(folder, file!), 'utf8');
  expect(text).toMatch(/^To: forest@buyer\.example/m);
  expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
});

test('the feed holds what is public, newest first, well escaped, and names nobody', async () => {
  const feed = (await searchFeed((await searchOf()).feedToken))!;
  expect(feed).toContain('&#60;无人机&#62;');
  expect(feed).not.toContain('forest@');
  expect(/<link href="[^"]*\/products\/([^"]+)"/.exec(feed)?.[1]).toBe('P-UAV-01');
  await setState('P-UAV-01', 'withdrawn');
  expect(await searchFeed((await searchOf()).feedToken)).not.toContain('P-UAV-01');
  expect(await searchFeed('no-such-token')).toBeUndefined();
});

test('a daily search is looked at when its day has come, and only once a day', async () => {
  await db.select().from(products); // the product of before stays known: coming back is no news
  await setState('P-UAV-01', 'published');
  await setState('P-UAV-02', 'withdrawn');
  expect(await saveAs('daily')).toEqual({ ok: true, already: true });
  const { nextAt } = await searchOf();
  expect(await runAlerts(fail)).toBe(0);
  const later = new Date(nextAt!.getTime() + 1000);
  expect(await runAlerts(fail, later)).toBe(0);
  expect((await searchOf()).nextAt!.getTime()).toBe(nextAt!.getTime() + 86_400_000);
});

test('a weekly search tells on Monday what is new, also what its feed has shown before', async () => {
  expect(await saveAs('weekly')).toEqual({ ok: true, already: true });
  await setState('P-UAV-02', 'published');
  // withdrawn while the daily search was last looked at, but known from the day it was saved
  await forgetHit('P-UAV-02');
  const { nextAt, feedToken } = await searchOf();
  expect(nextAt!.getUTCDay()).toBe(1);
  expect(await runAlerts(fail)).toBe(0);
  expect(await searchFeed(feedToken)).toContain('/products/P-UAV-02');
  const monday = new Date(nextAt!.getTime() + 1000);
  expect(await runAlerts(fail, monday)).toBe(1);
  expect(await runAlerts(fail, monday)).toBe(0);
  const [mail] = await db.select().from(mails);
  expect(mail!.body).toContain('/products/P-UAV-02');
  expect(await sendMails(fail)).toBe(1);
  expect((await searchOf()).nextAt!.getTime()).toBe(nextAt!.getTime() + 7 * 86_400_000);
});

test('the link in a mail stops it with one POST, as a mail program sends it; the feed goes on', async () => {
  const folder = path.join(dir(), 'mail');
  const mail = readFileSync(path.join(folder, readdirSync(folder).sort().at(-1)!), 'utf8').replace(
    /\r?\n /g,
    '',
  );
  const link = /^List-Unsubscribe: ?<([^>]+)>/m.exec(mail)![1]!;
  const address = new URL(link, 'http://localhost');
  const token = address.pathname.split('/').at(-1)!;
  expect(address.pathname).toBe(paths.stopAlerts(token));
  const post = (given: string) =>
    (stop as ActionFunction)({
      request: new Request(address, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      }),
      params: { token: given },
      context: {},
    } as unknown as ActionFunctionArgs);
  expect(await post(token)).toEqual({ stopped: true });
  expect(await searchOf()).toMatchObject({ frequency: 'off', nextAt: null });
  await expect(post('no-such-token')).rejects.toMatchObject({ init: { status: 404 } });
  await forgetHit('P-UAV-03');
  const before = await db.select().from(mails);
  const feed = (await searchFeed((await searchOf()).feedToken))!;
  expect(/<link href="[^"]*\/products\/([^"]+)"/.exec(feed)?.[1]).toBe('P-UAV-03');
  expect(await saveAs('at_once')).toEqual({ ok: true, already: true });
  // what came while no mail was wanted is no news afterwards
  expect(await runAlerts(fail)).toBe(0);
  expect(await db.select().from(mails)).toEqual(before);
});

test('only its owner changes or removes a search; the link in the mail stops it for whoever has it', async () => {
  const { id, stopToken } = await searchOf();
  const other = await viewerOf('other-buyer');
  expect(await setAlertFrequency(other, id, 'daily')).toBe(false);
  await removeSavedSearch(other, id);
  expect(await findByStopToken(stopToken)).toMatchObject({ frequency: 'at_once' });
  expect(await stopAlerts(stopToken)).toBe(true);
  expect(await searchOf()).toMatchObject({ frequency: 'off', nextAt: null });
  expect(await stopAlerts('x'.repeat(32))).toBe(false);
  await removeSavedSearch(await buyer(), id);
  expect(await listSavedSearches(await buyer())).toEqual([]);
});

test('what meets a part is told of, and marked as such in mail and feed', async () => {
  const asked = readSearchQuery(new URLSearchParams('q=智能 系统 设备'), 'product').query;
  const wanted = { label: '智能', frequency: 'at_once', locale: 'zh-CN' } as const;
  expect(await saveSearch(await buyer(), asked, wanted)).toEqual({ ok: true, already: false });
  const { id, feedToken } = await searchOf();
  const found = await find({ type: 'product', q: asked.q, sort: 'newest', limit: 100 });
  const part = found.ids.find((one) => found.partly[one])!;
  const whole = found.ids.find((one) => !found.partly[one])!;
  const wholeOnes = found.ids.filter((one) => !found.partly[one]).length;
  const counted = { found: found.total, whole: wholeOnes, known: found.total };
  expect(wholeOnes).toBeLessThan(found.total);
  expect((await listSavedSearches(await buyer()))[0]).toMatchObject(counted);
  await write(async (tx) => {
    await tx.delete(savedSearchHits).where(inArray(savedSearchHits.itemId, [part, whole]));
  });
  expect(await runAlerts(fail)).toBe(1);
  expect((await listSavedSearches(await buyer()))[0]).toMatchObject(counted);
  const mark = `部分符合，没有：${found.partly[part]!.join('、')}`;
  const about = async (one: string) => {
    const [row] = await db.select().from(products).where(eq(products.id, one));
    const mail = (await db.select().from(mails)).find(({ subject }) => subject.startsWith('“智能”'))!;
    const feed = (await searchFeed(feedToken))!;
    return {
      mail: mail.body.split('\n\n').find((text) => text.includes(`/products/${row!.code}`)),
      feed: feed.split('<entry>').find((text) => text.includes(`/products/${row!.code}`)),
    };
  };
  const marked = await about(part);
  expect(marked.mail).toContain(`\n${mark}\n`);
  expect(marked.feed).toContain(`<summary>${mark}</summary>`);
  const plain = await about(whole);
  expect(plain.mail).not.toContain('部分符合');
  expect(plain.feed).toMatch(/^(?:(?!<summary>)[\s\S])*$/);
  await removeSavedSearch(await buyer(), id);
});

test('an item lacks the conditions of the words too, when it was found without them', async () => {
  const asked = { type: 'product', q: '无人机 1元以内' } as const;
  const { ids, inferred } = await find({ ...asked, limit: 3 });
  expect(inferred).toMatchObject([{ key: 'amount', letGo: true }]);
  expect(await lackedBy(asked, ids)).toEqual(Object.fromEntries(ids.map((id) => [id, ['1元以内']])));
  expect(await lackedBy({ ...asked, without: ['amount'] }, ids)).toEqual({});
  expect(await lackedBy({ type: 'product', q: '' }, ids)).toEqual({});
});

test('a search that finds too much is refused with the number, and so is one too many', async () => {
  const viewer = await buyer();
  const wanted = { label: 'x', frequency: 'off', locale: 'en' } as const;
  const all = { ...query, q: '' };
  const wide = await saveSearch(viewer, all, wanted, { hits: 10, searches: 50 });
  expect(wide).toMatchObject({ ok: false, reason: 'too_wide' });
  expect((wide as { found: number }).found).toBeGreaterThan(200);
  expect(await saveSearch(viewer, all, wanted, { hits: 1000, searches: 1 })).toMatchObject({ ok: true });
  expect(await saveSearch(viewer, query, wanted, { hits: 1000, searches: 1 })).toEqual({
    ok: false,
    reason: 'too_many',
    found: 1,
  });
});
