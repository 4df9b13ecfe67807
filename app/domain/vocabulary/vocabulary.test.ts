import { beforeAll, expect, test } from 'vitest';
import { drainOutbox } from '#search/outbox.server';
import { find } from '#search/find.server';
import { startingGroups } from '#search/thesaurus.server';
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
let viewer: Viewer;
beforeAll(async () => {
  viewer = await viewerOf('bureau-author');
  await drainOutbox();
});

const total = async (q: string) => (await find({ type: 'product', q })).total;
const group = { area: '通用', terms: ['嗡嗡机', '无人机'], narrower: [], note: null };

test('at least eight hundred reviewed groups are there to begin with, and are loaded once', async () => {
  expect(startingGroups.length).toBeGreaterThanOrEqual(800);
  expect(await loadStartingGroups(viewer)).toBe(startingGroups.length);
  expect(await loadStartingGroups(viewer)).toBe(0);
  expect(await total('无人机')).toBeGreaterThan(5);
});

test('a draft is tried without being in force, then published and withdrawn at once', async () => {
  expect(await total('嗡嗡机')).toBe(0);
  const id = await addGroup(viewer, group);
  expect(await total('嗡嗡机')).toBe(0);
  const tried = await tryGroup('嗡嗡机', group, id);
  expect(tried.before).toBe(0);
  expect(tried.after).toBeGreaterThan(5);
  expect(tried.hits.every((hit) => hit.isNew)).toBe(true);
  expect(await total('嗡嗡机')).toBe(0);
  await publishGroup(viewer, id);
  expect(await total('嗡嗡机')).toBeGreaterThan(5);
  await withdrawGroup(viewer, id);
  expect(await total('嗡嗡机')).toBe(0);
});

test('a group that somebody else has changed meanwhile is not overwritten', async () => {
  const id = await addGroup(viewer, group);
  expect(await changeGroup(viewer, id, 1, { ...group, terms: ['嗡嗡机', '飞行器'] })).toEqual({
    ok: true,
    id,
  });
  expect(await changeGroup(viewer, id, 1, group)).toEqual({ ok: false, reason: 'changed', version: 2 });
  expect((await findGroup(id))?.terms).toEqual(['嗡嗡机', '飞行器']);
  expect(await changeGroup(viewer, 'nobody', 1, group)).toBeUndefined();
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
