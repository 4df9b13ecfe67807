import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { products, vocabularyGroups } from '#db/schema';
import { drainOutbox } from '#search/outbox.server';
import { find } from '#search/find.server';
import { startingGroups } from '#search/thesaurus.server';
import { refreshThesaurus } from '#search/vocabulary.server';
import { useWorld, viewerOf } from '#tests/world';
import type { Viewer } from '../accounts/sessions.server';
import { tryGroup } from './try-group.server';
import {
  addGroup,
  changeGroup,
  findGroup,
  listGroups,
  loadStartingGroups,
  publishGroup,
  withdrawGroup,
} from './vocabulary.server';
import { vocabularyForm } from './vocabulary-form';

useWorld();
let author: Viewer;
let publisher: Viewer;
beforeAll(async () => {
  author = await viewerOf('bureau-author');
  publisher = await viewerOf('bureau-publisher');
  await drainOutbox();
});

const total = async (q: string) => (await find({ type: 'product', q })).total;
const group = { area: '通用', terms: ['嗡嗡机', '无人机'], narrower: [], note: null };

const inForce = async () => (await listGroups({ state: 'published', page: 1 })).total;

test('the first group that is added to an empty table leaves the reviewed starting groups in force', async () => {
  expect(startingGroups.length).toBeGreaterThanOrEqual(800);
  expect((await listGroups({ page: 1 })).all).toBe(0);
  const before = await total('uav');
  expect(before).toBeGreaterThan(5);
  const id = await addGroup(author, group);
  await refreshThesaurus();
  expect(await inForce()).toBe(startingGroups.length);
  expect(await total('uav')).toBe(before);
  expect(await loadStartingGroups(author)).toBe(0);
  await withdrawGroup(author, id);
});

test('a draft is tried without being in force, then published by somebody else and withdrawn at once', async () => {
  expect(await total('嗡嗡机')).toBe(0);
  const id = await addGroup(author, group);
  expect(await total('嗡嗡机')).toBe(0);
  const tried = await tryGroup('嗡嗡机', group);
  expect(tried.before).toBe(0);
  expect(tried.after).toBeGreaterThan(5);
  expect(tried.hits.every((hit) => hit.isNew)).toBe(true);
  expect(await total('嗡嗡机')).toBe(0);
  expect(await publishGroup(author, id, 1)).toEqual({ ok: false, reason: 'author' });
  expect(await total('嗡嗡机')).toBe(0);
  expect(await publishGroup(publisher, id, 1)).toEqual({ ok: true });
  expect(await total('嗡嗡机')).toBeGreaterThan(5);
  await withdrawGroup(author, id);
  expect(await total('嗡嗡机')).toBe(0);
});

test('the database refuses words that one person wrote and published', async () => {
  const id = await addGroup(author, group);
  const at = new Date();
  await expect(
    write(async (tx) => {
      await tx
        .update(vocabularyGroups)
        .set({ state: 'published', publishedAt: at, publishedById: author.userId })
        .where(eq(vocabularyGroups.id, id));
    }),
  ).rejects.toThrow();
  expect(await publishGroup(publisher, id, 1)).toEqual({ ok: true });
  await withdrawGroup(publisher, id);
});

test('a change of a group in force waits for somebody else, then takes its place', async () => {
  const id = await addGroup(author, { ...group, terms: ['嘀嘟咕', '无人机'] });
  await publishGroup(publisher, id, 1);
  const changed = { ...group, terms: ['嗒咪嗒', '无人机'] };
  const saved = await changeGroup(publisher, id, 2, changed);
  const draft = saved?.ok ? saved.id : '';
  expect(draft).not.toBe(id);
  expect(await total('嘀嘟咕')).toBeGreaterThan(5);
  expect(await total('嗒咪嗒')).toBe(0);
  expect(await findGroup(id)).toMatchObject({ state: 'published', pendingId: draft });
  expect(await changeGroup(author, id, 2, changed)).toEqual({ ok: false, reason: 'pending', version: 2 });
  const tried = await tryGroup('嘀嘟咕', changed, [draft, id]);
  expect(tried.before).toBeGreaterThan(0);
  expect(tried.after).toBe(0);
  expect(await publishGroup(publisher, draft, 1)).toEqual({ ok: false, reason: 'author' });
  // who changes the words of a draft has written them
  expect(await changeGroup(author, draft, 1, changed)).toEqual({ ok: true, id: draft });
  expect(await publishGroup(author, draft, 2)).toEqual({ ok: false, reason: 'author' });
  expect(await publishGroup(publisher, draft, 1)).toEqual({ ok: false, reason: 'changed' });
  const groups = await inForce();
  expect(await publishGroup(publisher, draft, 2)).toEqual({ ok: true });
  expect(await inForce()).toBe(groups);
  expect(await total('嘀嘟咕')).toBe(0);
  expect(await total('嗒咪嗒')).toBeGreaterThan(5);
  expect(await findGroup(id)).toMatchObject({ state: 'withdrawn', pendingId: null });
});

test('a group that somebody else has changed meanwhile is not overwritten', async () => {
  const id = await addGroup(author, group);
  expect(await changeGroup(author, id, 1, { ...group, terms: ['嗡嗡机', '飞行器'] })).toEqual({
    ok: true,
    id,
  });
  expect(await changeGroup(author, id, 1, group)).toEqual({ ok: false, reason: 'changed', version: 2 });
  expect((await findGroup(id))?.terms).toEqual(['嗡嗡机', '飞行器']);
  expect(await changeGroup(author, 'nobody', 1, group)).toBeUndefined();
});

test('groups are looked for by any of their words, in any script', async () => {
  expect((await listGroups({ words: '無人機', page: 1 })).total).toBeGreaterThan(0);
  expect((await listGroups({ words: '%', page: 1 })).total).toBe(0);
  expect((await listGroups({ state: 'draft', page: 1 })).rows.every((row) => row.state === 'draft')).toBe(
    true,
  );
});

test('words are read one a line or parted by commas; a word alone is no group', () => {
  expect(vocabularyForm.safeParse({ area: '通用', terms: '无人机、UAV\ndrone，drone' }).data?.terms).toEqual([
    '无人机',
    'UAV',
    'drone',
  ]);
  expect(vocabularyForm.safeParse({ area: '通用', terms: '无人机' }).success).toBe(false);
  expect(vocabularyForm.safeParse({ area: '别处', terms: 'a,b' }).success).toBe(false);
  expect(vocabularyForm.safeParse({ area: '通用', terms: '！！,？？' }).success).toBe(false);
});

test('what would be among the first is called new only when today it is not found at all', async () => {
  const query = '检测';
  const today = await find({ type: 'product', q: query, limit: 100 });
  const tried = await tryGroup(query, { terms: ['检测', '减速器', '传感器'], narrower: [] });
  const ids = new Map(
    (await db.select({ id: products.id, code: products.code }).from(products)).map(({ id, code }) => [
      code,
      id,
    ]),
  );
  const hits = tried.hits.filter((hit) => hit.type === 'product');
  const place = (code: string) => today.ids.indexOf(ids.get(code)!);
  expect(today.ids).toHaveLength(today.total);
  for (const hit of hits) expect(hit.isNew, hit.code).toBe(place(hit.code) < 0);
  expect(hits.some((hit) => place(hit.code) >= 10)).toBe(true);
});
