import { expect, test } from 'vitest';
import { checkCreditCode, creditCodeMessage } from './credit-code';

test('codes of real registers are right', () => {
  for (const code of [
    '11610000016000152G',
    '91330100799655058B',
    '9144030071526726XG',
    '914403001922038216',
  ]) {
    expect(checkCreditCode(code), code).toEqual({ ok: true, code });
  }
});

test('a wrong check character is found', () => {
  expect(checkCreditCode('11610000016000152H')).toMatchObject({ ok: false, fault: 'check' });
});

test('a letter that looks like a digit is named, with the digit that may be meant', () => {
  expect(checkCreditCode('91350100M000100Y4Z')).toMatchObject({ ok: false, fault: 'letter', at: 'Z' });
  expect(creditCodeMessage('91350100M000100Y4Z')).toContain('2');
});

test('spaces, hyphens, lower case and full-width characters are no mistake', () => {
  const code = '11610000016000152G';
  for (const typed of [
    ' 11610000016000152g ',
    '1161 0000 0160 00152G',
    '11610000-016000152-G',
    '１１６１００００016000152Ｇ',
  ]) {
    expect(checkCreditCode(typed), typed).toEqual({ ok: true, code });
  }
});

test('too short, too long and foreign characters are told apart', () => {
  expect(checkCreditCode('1161000001600015')).toMatchObject({ ok: false, fault: 'length' });
  expect(checkCreditCode('11610000016000152GG')).toMatchObject({ ok: false, fault: 'length' });
  expect(checkCreditCode('11610000016000152市')).toMatchObject({ ok: false, fault: 'character', at: '市' });
  expect(checkCreditCode('')).toMatchObject({ ok: false, fault: 'length' });
});
