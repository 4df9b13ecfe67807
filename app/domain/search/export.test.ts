import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { write } from '#db/client.server';
import { scenarios } from '#db/schema';
import { useWorld } from '#tests/world';
import { exportCsv, exportXlsx } from './export.server';
import { searchForMachines } from './public-search.server';
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

test('a deadline that names no day is no day in a file, nor for machines', async () => {
  await write((tx) =>
    tx
      .update(scenarios)
      .set({ deadlineOn: '2036-12-31', deadlineGranularity: 'half-year' })
      .where(eq(scenarios.code, 'S-UXV-01')),
  );
  const file = await new Response(exportCsv(query('type=scenario'), 'x', '')).text();
  expect(file).toContain('2036年下半年');
  expect(file).not.toContain('2036-12-31');
  const asked = { query: query('type=scenario'), limit: 100, offset: 0 };
  expect((await searchForMachines(asked)).hits.find(({ code }) => code === 'S-UXV-01')).toMatchObject({
    deadline: '2036-12-31',
    deadlineGranularity: 'half-year',
  });
});

test('the spreadsheet is a zip of the same', async () => {
  const file = await exportXlsx(query('kind=first-batch'), 'x', '');
  expect(file.subarray(0, 2).toString()).toBe('PK');
});
