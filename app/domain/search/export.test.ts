import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { write } from '#db/client.server';
import { scenarios } from '#db/schema';
import { drainOutbox } from '#search/outbox.server';
import { unzipTexts } from '#tests/search/unzip';
import { useWorld } from '#tests/world';
import { readDirectoryQuery } from './directory-query';
import { directoryPage } from './directory.server';
import { exportCsv, exportXlsx } from './export.server';
import { searchForMachines } from './public-search.server';
import { readSearchQuery } from './search-query';

useWorld();
const query = (text: string) => readSearchQuery(new URLSearchParams(text)).query;
let text: string;

beforeAll(async () => {
  await drainOutbox(); // without the engine the database searches the stored words
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

/** The lines of a CSV file, each the texts of its fields. */
const csvRows = (csv: string) =>
  csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );

const unescape = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(?:39|x27);/g, "'")
    .replaceAll('&amp;', '&');

/** The rows of a spreadsheet: numbers as numbers, texts as texts, empty cells as ''. */
function sheetRows(file: Buffer): (string | number)[][] {
  const parts = unzipTexts(file);
  const part = (root: string) => parts.find((text) => text.includes(`<${root} `)) ?? '';
  const textIn = (xml: string) =>
    unescape([...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, found]) => found).join(''));
  const shared = [...part('sst').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) => textIn(xml!));
  return [...part('worksheet').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) => {
    const cells: (string | number)[] = [];
    for (const [, attributes, xml = ''] of row!.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = [.../r="([A-Z]+)/.exec(attributes!)![1]!].reduce(
        (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
        0,
      );
      while (cells.length < column - 1) cells.push('');
      const value = /<v>(.*?)<\/v>/.exec(xml)?.[1];
      const type = /\bt="(\w+)"/.exec(attributes!)?.[1] ?? 'n';
      if (type === 's') cells.push(shared[Number(value)]!);
      else if (type === 'n') cells.push(value === undefined ? '' : Number(value));
      else cells.push(textIn(xml));
    }
    return cells;
  });
}

test.each(['kind=first-batch', 'type=scenario'])(
  'the spreadsheet of %s holds what its CSV holds',
  async (asked) => {
    const site = 'https://example.org';
    const [about, head, ...rows] = csvRows(await new Response(exportCsv(query(asked), 'x', site)).text());
    const [sheetAbout, sheetHead, ...sheet] = sheetRows(await exportXlsx(query(asked), 'x', site));
    expect(rows.length).toBeGreaterThan(10);
    expect(sheetAbout).toEqual(about);
    expect(sheetHead).toEqual(head);
    const padded = sheet.map((row) => [...row, ...Array<string>(head!.length - row.length).fill('')]);
    expect(padded.map((row) => row.map(String))).toEqual(rows);
    // amounts are numbers, to be reckoned with
    const numbers = head!.flatMap((name, at) => (/价|预算/.test(name) && !/单位/.test(name) ? [at] : []));
    const amounts = sheet.flatMap((row) => numbers.map((at) => row[at])).filter((cell) => cell !== '');
    expect(amounts.length).toBeGreaterThan(0);
    expect(amounts.filter((cell) => typeof cell !== 'number')).toEqual([]);
  },
);

test('a file of a search by words says which rows match in part, and what they lack', async () => {
  const rowsOf = async (asked: string) =>
    csvRows(await new Response(exportCsv(query(asked), 'x', '')).text()).slice(1);
  for (const order of ['', '&sort=newest']) {
    const [head, ...rows] = await rowsOf(`q=智能 系统 设备${order}`);
    expect(head!.slice(-2)).toEqual(['符合程度', '没有提到']);
    const said = rows.map((row) => row.slice(-2));
    const whole = said.filter(([match]) => match === '全部符合');
    const part = said.filter(([match]) => match === '部分符合');
    expect(whole.length).toBeGreaterThan(0);
    expect(part.length).toBeGreaterThan(0);
    expect(whole.length + part.length).toBe(rows.length);
    expect(whole.every(([, lacks]) => lacks === '')).toBe(true);
    expect(part.every(([, lacks]) => /^(智能|系统|设备)(、(智能|系统|设备))*$/.test(lacks!))).toBe(true);
    expect(sheetRows(await exportXlsx(query(`q=智能 系统 设备${order}`), 'x', ''))[1]).toEqual(head);
  }
  // nothing is as cheap, so whatever the words find lacks that
  const [, ...dearer] = await rowsOf('q=无人机 1元以内');
  expect(dearer.length).toBeGreaterThan(0);
  expect([...new Set(dearer.map((row) => row.at(-1)))]).toEqual(['1元以内']);
  const [plain] = await rowsOf('kind=first-batch');
  expect(plain).not.toContain('符合程度');
});

test.each([
  ['type=publication&q=第一批&sort=newest', '批次名称', '/publications/'],
  ['type=organisation&kind=enterprise', '简称', '/organisations/E07'],
])('the files of %s hold the whole list, not only a page of it', async (asked, column, address) => {
  const { query: listed } = readDirectoryQuery(new URLSearchParams(asked))!;
  const { total, publications } = await directoryPage(listed);
  const site = 'https://example.org';
  const [about, head, ...rows] = csvRows(await new Response(exportCsv(listed, 'x', site)).text());
  expect(about![0]).toContain('导出');
  expect(head).toContain(column);
  expect(rows).toHaveLength(total);
  expect(total).toBeGreaterThan(1);
  expect(rows.every((row) => row.at(-1)!.startsWith(site))).toBe(true);
  expect(rows.some((row) => row.at(-1)!.includes(address))).toBe(true);
  expect(rows.slice(0, publications.length).map(([code]) => code)).toEqual(
    publications.length > 0 ? publications.map(({ code }) => code) : [],
  );
  const [, sheetHead, ...sheet] = sheetRows(await exportXlsx(listed, 'x', site));
  expect(sheetHead).toEqual(head);
  expect(sheet.map(([code]) => code)).toEqual(rows.map(([code]) => code));
});

test('what looks like a formula is a text in the spreadsheet', async () => {
  await write((tx) => tx.update(scenarios).set({ title: '=1+1' }).where(eq(scenarios.code, 'S-UXV-01')));
  const file = await exportXlsx(query('type=scenario'), 'x', '');
  expect(sheetRows(file).find(([code]) => code === 'S-UXV-01')?.[1]).toBe('=1+1');
  expect(unzipTexts(file).filter((part) => part.includes('<f>'))).toEqual([]);
});
