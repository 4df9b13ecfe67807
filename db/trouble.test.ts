import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { raw } from './client.server';
import { storageTrouble } from './trouble.server';
import { useDatabase } from '#tests/database';

useDatabase();
const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['53100', 'full'],
  ['SQLITE_IOERR_WRITE', 'away'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['53300', 'busy'],
  ['08006', 'away'],
  ['57P01', 'away'],
  ['57014', 'busy'],
  ['ECONNREFUSED', 'away'],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
  ['SQLITE_READONLY', undefined],
  ['23505', undefined],
  ['5301', undefined],
])('%s is %s', (code, trouble) => {
  expect(storageTrouble(coded(code))).toBe(trouble);
});

test('it is seen through what drivers wrap around it', () => {
  const wrapped = new Error('Failed query', { cause: new Error('again', { cause: coded('SQLITE_FULL') }) });
  expect(storageTrouble(wrapped)).toBe('full');
  expect(storageTrouble(undefined)).toBeUndefined();
  expect(storageTrouble('SQLITE_FULL')).toBeUndefined();
});

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])('%s: away, though it has no code', (message) => {
  expect(storageTrouble(new Error('Failed query', { cause: new Error(message) }))).toBe('away');
  expect(storageTrouble(new Error(`not so: ${message}`))).toBeUndefined();
});

test('a mistake in a statement is no trouble of the storage', async () => {
  const mistake = await raw(sql`select nothing from nowhere`).catch((error: unknown) => error);
  expect(mistake).toBeInstanceOf(Error);
  expect(storageTrouble(mistake)).toBeUndefined();
});
