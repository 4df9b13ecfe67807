import { expect, test } from 'vitest';
import { useWorld } from '#tests/world';
import { addAccount, addOrganisation, closeAccount, resetPassword } from './keep-accounts.server';
import { findSession, openSession } from './sessions.server';
import { checkPassword } from './sign-in.server';

useWorld();
const account = {
  email: 'New@Bureau.example',
  name: '新同事',
  organisation: 'A77',
  role: 'publisher' as const,
};

test('a first account of a new organisation signs in with the password that was shown once', async () => {
  expect(await addAccount(account)).toEqual({ ok: false, reason: 'unknown-organisation' });
  await addOrganisation({ code: 'A77', name: '某某局', kind: 'bureau' });
  const added = await addAccount(account);
  if (!added.ok) throw new Error(added.reason);
  const checked = await checkPassword(account.email, added.password, '192.0.2.1');
  if (!checked.ok) throw new Error(checked.reason);
  await openSession('one', checked.membershipId, new Date(Date.now() + 3_600_000));
  expect(await findSession('one')).toMatchObject({ role: 'publisher', organisationKind: 'bureau' });
  expect(await addAccount(account)).toEqual({ ok: false, reason: 'there-already' });

  const reset = await resetPassword(account.email);
  if (!reset.ok) throw new Error(reset.reason);
  expect(reset.password).not.toBe(added.password);
  expect(await findSession('one')).toBeUndefined();
  expect(await checkPassword(account.email, added.password, '192.0.2.1')).toEqual({
    ok: false,
    reason: 'wrong',
  });

  expect(await closeAccount(account.email)).toBe(true);
  expect(await checkPassword(account.email, reset.password, '192.0.2.1')).toEqual({
    ok: false,
    reason: 'wrong',
  });
  const again = await resetPassword(account.email);
  expect(again.ok && (await checkPassword(account.email, again.password, '192.0.2.1')).ok).toBe(true);
});

test('an account that is not there is not made by accident', async () => {
  expect(await resetPassword('nobody@nowhere.example')).toEqual({ ok: false, reason: 'unknown-account' });
  expect(await closeAccount('nobody@nowhere.example')).toBe(false);
});
