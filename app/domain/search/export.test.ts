import { beforeAll, expect, test } from 'vitest';
import { useWorld } from '#tests/world';
import { exportCsv, exportXlsx } from './export.server';
import { readSearchQuery } from './search-query';

useWorld();
const query = (text: string) => readSearchQuery(new URLSearchParams(text)).query;
let text: string;

beforeAll(async () => {
  text = await new Response(exportCsv(query(''), '=1+1', 'https://example.org')).text();
});

test('every product stands in the file, below a line with the search and the day', async () => {
  const lines = text.trimEnd().split('\r\n');
  expect(lines.length).toBe(2 + 218);
  expect(lines[0]).toContain('导出');
  expect(lines[1]).toContain('产品名称');
  expect(text).toContain('https://example.org/products/P-UAV-01');
});

test('nothing in it is a formula', () => {
  const cells = text.replace(/^\ufeff/, '').split(/\r\n|,/);
  expect(cells.filter((cell) => /^"?[=+@]/.test(cell))).toEqual([]);
});

test('conditions narrow the file', async () => {
  const few = await new Response(exportCsv(query('type=scenario&status=open'), 'x', '')).text();
  expect(few.split('\r\n').length).toBeLessThan(2 + 72);
});

test('the spreadsheet is a zip of the same', async () => {
  const file = await exportXlsx(query('kind=first-batch'), 'x', '');
  expect(file.subarray(0, 2).toString()).toBe('PK');
});
