import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { formKeys, organisations } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { clearFormKeys, createOnce } from './form-keys.server';

useWorld();
let made = 0;
/** Creates an organisation and tells where it is to be seen. */
const create = () =>
  write(async (tx) => {
    const code = `once-${++made}`;
    await tx.insert(organisations).values({ code, kind: 'enterprise', name: code, shortName: code });
    return `/organisations/${code}`;
  });
const count = () => db.$count(organisations);

test('what is sent again leads to the first result, also when both come at once', async () => {
  const { userId } = await viewerOf('enterprise');
  const before = await count();
  const twice = () => createOnce(userId, ['a key', { name: 'x' }], create);
  const places = [...(await Promise.all([twice(), twice(), twice()])), await twice()];
  expect(new Set(places).size).toBe(1);
  expect(places[0]).toMatch(/^\/organisations\/once-\d+$/);
  expect(await count()).toBe(before + 1);
});

test('other content, another form and another person create for themselves', async () => {
  const { userId } = await viewerOf('enterprise');
  const other = await viewerOf('other-enterprise');
  const places = [
    await createOnce(userId, ['key', { name: 'x' }], create),
    await createOnce(userId, ['key', { name: 'y' }], create),
    await createOnce(userId, ['key 2', { name: 'x' }], create),
    await createOnce(other.userId, ['key', { name: 'x' }], create),
  ];
  expect(new Set(places).size).toBe(4);
});

test('a refusal comes back, leaves nothing behind and uses nothing up, even one by the database', async () => {
  const { userId } = await viewerOf('enterprise');
  const before = await count();
  const refusing = () =>
    createOnce(userId, ['refused'], async () => {
      await create();
      const taken = { code: 'once-taken', kind: 'enterprise' as const, name: 'x', shortName: 'x' };
      const insert = () => write((tx) => tx.insert(organisations).values(taken));
      return insert()
        .then(insert)
        .then(
          () => 'done',
          () => ({ ok: false, reason: 'taken' }),
        );
    });
  expect(await refusing()).toEqual({ ok: false, reason: 'taken' });
  expect(await count()).toBe(before);
  expect(await createOnce(userId, ['refused'], create)).toMatch(/^\/organisations/);
});

test('a failure uses nothing up', async () => {
  const { userId } = await viewerOf('enterprise');
  const failing = createOnce(userId, ['failed'], () => Promise.reject(new Error('no disk')));
  await expect(failing).rejects.toThrow('no disk');
  expect(await createOnce(userId, ['failed'], create)).toMatch(/^\/organisations/);
});

test('keys are cleared away after a day', async () => {
  const { userId } = await viewerOf('enterprise');
  await createOnce(userId, ['old'], create);
  await clearFormKeys(new Date(Date.now() + 23 * 3_600_000));
  expect(await db.$count(formKeys)).toBeGreaterThan(0);
  await clearFormKeys(new Date(Date.now() + 25 * 3_600_000));
  expect(await db.$count(formKeys)).toBe(0);
});
