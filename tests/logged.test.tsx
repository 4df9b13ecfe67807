import { expect, test } from 'vitest';
import { expectLogged } from './logged';

test('what is logged fails a test unless it was expected', () => {
  console.error('the mail server is away: %s', 'timeout');
  expectLogged('away: timeout');
  console.warn('once');
  expect(() => expectLogged('twice')).toThrow('nothing logged holds twice');
  expectLogged(/^once$/);
});
