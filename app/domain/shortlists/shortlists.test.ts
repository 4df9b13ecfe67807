import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { write } from '#db/client.server';
import { memberships, products, users } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import type { Viewer } from '../accounts/sessions.server';
import {
  addToShortlist,
  createShortlist,
  findShortlist,
  listShortlists,
  removeFromShortlist,
  removeShortlist,
  renameShortlist,
  setShortlistNote,
} from './shortlists.server';

useWorld();
let buyer: Viewer;
let other: Viewer;
let id: string;
beforeAll(async () => {
  buyer = await viewerOf('buyer');
  other = await viewerOf('other-buyer');
});
const item = async (code: string) =>
  (await findShortlist(buyer, id))!.items.find(({ productCode }) => productCode === code);

test('a shortlist has a name of its own in its organisation, not beyond', async () => {
  const made = await createShortlist(buyer, '巡检无人机');
  if (!made.ok) throw new Error(made.reason);
  id = made.id;
  expect(await createShortlist(buyer, '巡检无人机')).toEqual({ ok: false, reason: 'name_taken' });
  expect(await createShortlist(other, '巡检无人机')).toMatchObject({ ok: true });
});

test('public products are added once, with what was noted', async () => {
  expect(await addToShortlist(buyer, id, 'P-UAV-01', '续航够')).toBe('added');
  expect(await addToShortlist(buyer, id, 'P-UAV-01', '再加一次')).toBe('already');
  expect(await addToShortlist(buyer, id, 'P-UAV-02', '')).toBe('added');
  expect(await addToShortlist(buyer, id, 'P-NONE-99', '')).toBeUndefined();
  const list = await findShortlist(buyer, id);
  expect(list!.items.map(({ productCode, note }) => [productCode, note])).toEqual([
    ['P-UAV-01', '续航够'],
    ['P-UAV-02', ''],
  ]);
  expect(list!.items[0]!.row?.code).toBe('P-UAV-01');
  expect(await listShortlists(buyer)).toMatchObject([{ name: '巡检无人机', products: 2 }]);
});

test('of two who change a note at once, one wins and the other is told', async () => {
  const { version } = (await item('P-UAV-01'))!;
  const answers = await Promise.all([
    setShortlistNote(buyer, id, 'P-UAV-01', { note: '甲', version }),
    setShortlistNote(buyer, id, 'P-UAV-01', { note: '乙', version }),
  ]);
  expect(answers.sort()).toEqual(['changed', 'conflict']);
  expect((await item('P-UAV-01'))!.version).toBe(version + 1);
});

/** Another person of the same organisation. */
async function colleagueOf(viewer: Viewer, name: string): Promise<Viewer> {
  const userId = await write(async (tx) => {
    const [user] = await tx
      .insert(users)
      .values({ email: 'colleague@buyer.example', name, passwordHash: '-' })
      .returning({ id: users.id });
    await tx
      .insert(memberships)
      .values({ userId: user!.id, organisationId: viewer.organisationId, role: viewer.role });
    return user!.id;
  });
  return { ...viewer, userId, name };
}

test('a colleague sees the same shortlists and changes them', async () => {
  const colleague = await colleagueOf(buyer, '同事');
  expect(await listShortlists(colleague)).toEqual(await listShortlists(buyer));
  expect(await findShortlist(colleague, id)).toEqual(await findShortlist(buyer, id));
  expect(await createShortlist(colleague, '巡检无人机')).toEqual({ ok: false, reason: 'name_taken' });
  expect(await addToShortlist(colleague, id, 'P-UAV-03', '看过样机')).toBe('added');
  const { version } = (await item('P-UAV-01'))!;
  expect(await setShortlistNote(colleague, id, 'P-UAV-01', { note: '问过价', version })).toBe('changed');
  expect(await item('P-UAV-01')).toMatchObject({ note: '问过价', editedBy: '同事' });
  expect(await item('P-UAV-03')).toMatchObject({ note: '看过样机', editedBy: '同事' });
  await removeFromShortlist(colleague, id, 'P-UAV-03');
  expect(await item('P-UAV-03')).toBeUndefined();

  const made = await createShortlist(colleague, '同事的');
  if (!made.ok) throw new Error(made.reason);
  expect(await renameShortlist(buyer, made.id, { name: '大家的', version: 1 })).toBe('changed');
  expect((await listShortlists(colleague)).map(({ name }) => name)).toContain('大家的');
  await removeShortlist(buyer, made.id);
  expect(await findShortlist(colleague, made.id)).toBeUndefined();
});

test('nobody of another organisation sees or changes it', async () => {
  expect(await findShortlist(other, id)).toBeUndefined();
  expect(await addToShortlist(other, id, 'P-UAV-03', '')).toBeUndefined();
  const { version } = (await item('P-UAV-02'))!;
  expect(await setShortlistNote(other, id, 'P-UAV-02', { note: 'x', version })).toBe('gone');
  expect(await renameShortlist(other, id, { name: 'x', version: 1 })).toBe('gone');
  await removeFromShortlist(other, id, 'P-UAV-02');
  await removeShortlist(other, id);
  expect((await findShortlist(buyer, id))!.items).toHaveLength(2);
});

test('a product that is withdrawn stays on the list with its note, and without its row', async () => {
  await write(
    async (tx) =>
      void (await tx.update(products).set({ state: 'withdrawn' }).where(eq(products.code, 'P-UAV-02'))),
  );
  expect(await item('P-UAV-02')).toMatchObject({ productCode: 'P-UAV-02', row: null });
  await removeFromShortlist(buyer, id, 'P-UAV-02');
  expect(await item('P-UAV-02')).toBeUndefined();
});

test('a name is changed by whoever read the newest, and is never taken twice', async () => {
  await createShortlist(buyer, '另一个');
  expect(await renameShortlist(buyer, id, { name: '林区巡检', version: 1 })).toBe('changed');
  expect(await renameShortlist(buyer, id, { name: '晚了', version: 1 })).toBe('conflict');
  expect(await renameShortlist(buyer, id, { name: '另一个', version: 2 })).toBe('name_taken');
  await removeShortlist(buyer, id);
  expect(await findShortlist(buyer, id)).toBeUndefined();
});
