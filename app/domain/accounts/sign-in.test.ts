import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { db, write } from '#db/client.server';
import { attempts, sessions, users } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { clearAttempts, countAttempt } from './attempts.server';
import { clearSessions, closeSession, findSession, openSession } from './sessions.server';
import { checkPassword } from './sign-in.server';

useWorld();
const email = 'forest@buyer.example';
const office = '192.0.2.1';
const inAnHour = () => new Date(Date.now() + 3_600_000);

test('the right password opens a session that names person and organisation', async () => {
  const checked = await checkPassword(` ${email.toUpperCase()} `, 'xian-demo-2026', office);
  if (!checked.ok) throw new Error(checked.reason);
  await openSession('fingerprint', checked.membershipId, inAnHour());
  expect(await findSession('fingerprint')).toEqual(await viewerOf('buyer'));
  await closeSession('fingerprint');
  expect(await findSession('fingerprint')).toBeUndefined();
});

test('sessions that have expired are cleared away, others stay', async () => {
  const checked = await checkPassword(email, 'xian-demo-2026', office);
  if (!checked.ok) throw new Error(checked.reason);
  await openSession('short', checked.membershipId, new Date(Date.now() + 60_000));
  await openSession('long', checked.membershipId, inAnHour());
  await clearSessions(new Date(Date.now() + 120_000));
  const left = (await db.select({ id: sessions.id }).from(sessions)).map(({ id }) => id);
  expect(left).toContain('long');
  expect(left).not.toContain('short');
});

test('an expired session and one of a closed account are none', async () => {
  const checked = await checkPassword('power@buyer.example', 'xian-demo-2026', office);
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
  expect(await checkPassword(email, 'wrong', office)).toEqual({ ok: false, reason: 'wrong' });
  expect(await checkPassword('nobody@nowhere.example', 'wrong', office)).toEqual({
    ok: false,
    reason: 'wrong',
  });
});

test('after eight failures even the right password has to wait', async () => {
  const address = 'yunyao@enterprise.example';
  for (let i = 0; i < 8; i++) await checkPassword(address, 'guess', office);
  expect(await checkPassword(address, 'xian-demo-2026', office)).toMatchObject({
    ok: false,
    reason: 'too-many',
  });
});

test('the count of failures holds for every process, over restarts, and for many at the same moment', async () => {
  const address = 'lingyu@enterprise.example';
  const guesses = await Promise.all(
    Array.from({ length: 12 }, () => checkPassword(address, 'guess', office)),
  );
  const reasons = guesses.map((one) => (one.ok ? 'ok' : one.reason));
  expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(8);
  vi.resetModules();
  const restarted = await import('./sign-in.server');
  expect(await restarted.checkPassword(address, 'xian-demo-2026', office)).toMatchObject({
    ok: false,
    reason: 'too-many',
  });
  const rows = await db.select().from(attempts);
  expect(JSON.stringify(rows)).not.toContain('lingyu');
  await clearAttempts(new Date(Date.now() + 601_000));
  expect((await restarted.checkPassword(address, 'xian-demo-2026', office)).ok).toBe(true);
});

test('a network from which three hundred guesses came at many accounts waits; others go on, and wait alone', async () => {
  const guessing = '192.0.2.2';
  await clearAttempts(new Date(Date.now() + 601_000));
  await countAttempt({ what: 'sign-in from', who: guessing, most: 300, seconds: 600 });
  await write(async (tx) => void (await tx.update(attempts).set({ count: 299 })));
  // a success is taken off again
  for (let i = 0; i < 2; i++) expect((await checkPassword(email, 'xian-demo-2026', guessing)).ok).toBe(true);
  expect(await checkPassword('one@nowhere.example', 'guess', guessing)).toMatchObject({ reason: 'wrong' });
  const written = await db.select().from(attempts);
  const refused = await checkPassword(email, 'xian-demo-2026', guessing);
  expect(refused).toMatchObject({ ok: false, reason: 'too-many', retryAfter: expect.any(Number) });
  expect(refused.ok || refused.reason === 'wrong' || refused.retryAfter).toBeGreaterThan(0);
  // neither the person nor the database pays for those who are refused
  expect(await db.select().from(attempts)).toEqual(written);
  expect((await checkPassword(email, 'xian-demo-2026', office)).ok).toBe(true);
});

test('after its time a count begins anew', async () => {
  const limit = (seconds: number, who = 'who') => ({ what: 'test', who, most: 2, seconds });
  for (let i = 0; i < 3; i++) expect(await countAttempt(limit(-1))).toBeUndefined();
  expect(await countAttempt(limit(60))).toBeUndefined();
  expect(await countAttempt(limit(60))).toBeUndefined();
  expect(await countAttempt(limit(60))).toBeGreaterThan(50);
  expect(await countAttempt(limit(60, 'somebody else'))).toBeUndefined();
});

test('passwords are kept as argon2id', async () => {
  const [user] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.email, email));
  expect(user?.hash).toMatch(/^\$argon2id\$/);
});
