import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { stackOf } from './log.server';

test('a failed statement is told by its cause and its text, without the values in it', () => {
  const cause = new Error('connection terminated');
  const told = stackOf(new DrizzleQueryError('select $1', ['zhang@buyer.example'], cause));
  expect(told).toContain('connection terminated');
  expect(told).toContain('in select $1');
  expect(told).not.toContain('zhang@buyer.example');
});

test('another error is told by its stack', () => {
  expect(stackOf(new Error('a fault'))).toMatch(/a fault[^]*log\.test/);
  expect(stackOf('a word')).toBe('a word');
});
