import { expect, test } from 'vitest';
import { toCsv } from './csv';

test('a table begins with the byte order mark and its lines end in CRLF', () => {
  expect(toCsv(['序号', '名称'], [[1, '晶圆']])).toBe('\ufeff序号,名称\r\n1,晶圆\r\n');
});

test('commas, quotes and line breaks are quoted', () => {
  expect(toCsv(['a'], [['x,"y"\nz']])).toBe('\ufeffa\r\n"x,""y""\nz"\r\n');
});

test('a text that a spreadsheet would run gets an apostrophe, a number does not', () => {
  expect(toCsv(['a'], [['=1+1'], ['@SUM(A1)'], ['-20~120 ℃'], [-5], [null]])).toBe(
    "\ufeffa\r\n'=1+1\r\n'@SUM(A1)\r\n'-20~120 ℃\r\n-5\r\n\r\n",
  );
});
