import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { users } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { closeSession, findSession, openSession } from './sessions.server';
import { checkPassword } from './sign-in.server';

useWorld();
const email = 'forest@buyer.example';
const inAnHour = () => new Date(Date.now() + 3_600_000);

test('the right password opens a session that names person and organisation', async () => {
  const checked = await checkPassword(` ${email.toUpperCase()} `, 'xian-demo-2026');
  if (!checked.ok) throw new Error(checked.reason);
  await openSession('fingerprint', checked.membershipId, inAnHour());
  expect(await findSession('fingerprint')).toEqual(await viewerOf('buyer'));
  await closeSession('fingerprint');
  expect(await findSession('fingerprint')).toBeUndefined();
});

test('an expired session and one of a closed account are none', async () => {
  const checked = await checkPassword('power@buyer.example', 'xian-demo-2026');
  if (!checked.ok) throw new Error(checked.reason);
  await openSession('later', checked.membershipId, inAnHour());
  expect(await findSession('later', new Date(Date.now() + 7_200_000))).toBeUndefined();
  await write(
    async (tx) =>
      void (await tx.update(users).set({ isActive: false }).where(eq(users.email, 'power@buyer.example'))),
  );
  expect(await findSession('later')).toBeUndefined();
});

test('a wrong password and an unknown address get the same answer', async () => {
  expect(await checkPassword(email, 'wrong')).toEqual({ ok: false, reason: 'wrong' });
  expect(await checkPassword('nobody@nowhere.example', 'wrong')).toEqual({ ok: false, reason: 'wrong' });
});

test('after eight failures even the right password has to wait', async () => {
  const address = 'yunyao@enterprise.example';
  for (let i = 0; i < 8; i++) await checkPassword(address, 'guess');
  expect(await checkPassword(address, 'xian-demo-2026')).toEqual({ ok: false, reason: 'too-many' });
});

test('passwords are kept as argon2id', async () => {
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.email, email));
  expect(user?.hash).toMatch(/^\$argon2id\$/);
});
