import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { logConsole, logTo, pathForLog, stackOf } from './log.server';

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

test('the logger itself keeps no value of a failed statement, however it is given the error', () => {
  const lines: string[] = [];
  const log = logTo({ write: (line: string) => void lines.push(line) });
  const error = new DrizzleQueryError('insert $1', ['请于三点致电 13800002046'], new Error('disk is full'));
  log.error({ err: error }, 'failed');
  log.error(error);
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).not.toContain('13800002046');
    expect(JSON.parse(line)).toMatchObject({ err: expect.stringContaining('disk is full') as string });
  }
});

test.each([
  ['/products/P-1', '/products/P-1'],
  ['/feeds/a-token-that-is-secret.atom', '/feeds/…'],
  ['/Feeds/a-token-that-is-secret.atom', '/Feeds/…'],
  ['/%66eeds/a-token-that-is-secret.atom', '/feeds/…'],
  ['/mail/stop/a-token-that-is-secret', '/mail/stop/…'],
  ['/mail/stop/a-token-that-is-secret.data', '/mail/stop/…'],
])('%s is logged as %s', (path, logged) => {
  expect(pathForLog(path)).toBe(logged);
});

test('what a library says on the console is one JSON object a line, without values of statements', () => {
  const lines: string[] = [];
  const said = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
  logConsole(said as unknown as Console, logTo({ write: (line: string) => void lines.push(line) }));
  const error = new DrizzleQueryError('select $1', ['13800002046'], new Error('gone'));
  (said as unknown as Console).error('two\nlines %s', 'here', error);
  (said as unknown as Console).log('hello');
  expect(lines.map((line) => (JSON.parse(line) as { level: number }).level)).toEqual([50, 30]);
  expect(lines.join('')).toContain('gone');
  expect(lines.join('')).not.toContain('13800002046');
});
