import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { publications, searchTerms } from '#db/schema';
import { useWorld } from '#tests/world';
import { addDays, todayOn } from '../calendar';
import { newAsker } from './askers';
import { noteOpened, noteSearch, storeSearchTerms } from './note-search.server';
import { searchTermsReport } from './report.server';

useWorld();
let askers = 0;
/** Searches of so many different people. */
const search = (q: string, total: number, people = 1) => {
  for (let i = 0; i < people; i++)
    noteSearch({ q, type: 'product' }, total, { network: `192.0.2.${askers++}` });
};

test('searches are counted by word and day, whatever their spelling, and added to what was stored', async () => {
  search('无人机', 9, 2);
  search('反无人机雷达', 0, 3);
  search(' 无人机　', 9);
  search('13800138000', 0, 5);
  noteOpened({ q: '无人机', type: 'product' }, 'P-UAV-01');
  await storeSearchTerms();
  search('无人机', 9);
  noteOpened({ q: '无人机', type: 'product' }, 'P-UAV-01');
  noteOpened({ q: '无人机', type: 'product' }, 'P-NONE-01');
  await storeSearchTerms();
  const rows = await db.select().from(searchTerms);
  expect(rows.map(({ term }) => term).sort()).toEqual(['反无人机雷达', '无人机']);
  const report = await searchTermsReport('product', 7);
  expect(report).toMatchObject({
    searches: 7,
    foundNothing: 3,
    asked: [
      { term: '无人机', searches: 4, foundNothing: 0, opened: 3 },
      { term: '反无人机雷达', searches: 3, foundNothing: 3, opened: 0 },
    ],
    unmet: [{ term: '反无人机雷达', searches: 3, foundNothing: 3, opened: 0 }],
    opened: [{ code: 'P-UAV-01', opened: 2 }],
  });
});

test('words of one asker alone are not shown, on however many days, nor what lies before the period', async () => {
  const alone = { q: '一个人的词', type: 'product' as const };
  for (let i = 0; i < 3; i++) noteSearch(alone, 0, { network: '192.0.2.1' });
  const yesterday = { on: addDays(todayOn(), -1), type: alone.type, term: alone.q, opened: 0 };
  await write(
    async (tx) => void (await tx.insert(searchTerms).values({ ...yesterday, searches: 1, foundNothing: 1 })),
  );
  await storeSearchTerms();
  await write(
    async (tx) =>
      void (await tx.insert(searchTerms).values({
        on: addDays(todayOn(), -7),
        type: 'product',
        term: '从前',
        searches: 9,
        askers: 9,
        foundNothing: 9,
        opened: 0,
      })),
  );
  const week = await searchTermsReport('product', 7);
  expect(week.asked.map(({ term }) => term)).toEqual(['无人机', '反无人机雷达']);
  const month = await searchTermsReport('product', 30);
  expect(month.unmet.map(({ term }) => term)).toEqual(['从前', '反无人机雷达']);
  expect((await searchTermsReport('scenario', 30)).asked).toEqual([]);
});

test('one asker alone stays alone over several processes and restarts: only what one process has told apart counts', async () => {
  const ask = async (q: string, found: number, ...networks: number[]) => {
    for (const one of networks) noteSearch({ q, type: 'scenario' }, found, { network: `198.51.100.${one}` });
    await storeSearchTerms();
  };
  // another process, or the same one started again, has seen nobody yet
  const elsewhere = () => newAsker('', { network: '' }, '2000-01-01');
  await ask('只有我', 0, 1);
  await ask('我们俩', 0, 1, 2);
  elsewhere();
  await ask('只有我', 0, 1);
  await ask('我们俩', 0, 2);
  const { searches, asked, unmet } = await searchTermsReport('scenario', 7);
  expect(searches).toBe(5);
  expect(asked.map(({ term }) => term)).toEqual(['我们俩']);
  expect(unmet.map(({ term }) => term)).toEqual(['我们俩']);
  const rows = await db.select().from(searchTerms).where(eq(searchTerms.type, 'scenario'));
  expect(Object.fromEntries(rows.map(({ term, askers }) => [term, askers]))).toEqual({
    只有我: 1,
    我们俩: 2,
  });
});

test('publications and organisations that were opened are named, what is not public is not', async () => {
  const [list] = await db.select().from(publications).where(eq(publications.state, 'published')).limit(1);
  noteOpened({ q: '第一批', type: 'publication' }, list!.code);
  noteOpened({ q: '第一批', type: 'publication' }, 'NO-SUCH-LIST');
  noteOpened({ q: '云鹞', type: 'organisation' }, 'E07');
  for (const network of ['192.0.2.1', '192.0.2.2'])
    noteSearch({ q: '云鹞', type: 'organisation' }, 1, { network });
  await storeSearchTerms();
  const lists = await searchTermsReport('publication', 7);
  expect(lists.opened).toEqual([{ code: list!.code, title: list!.title, opened: 1 }]);
  const { opened, asked } = await searchTermsReport('organisation', 7);
  expect(opened).toEqual([{ code: 'E07', title: expect.stringContaining('云鹞') as string, opened: 1 }]);
  expect(asked).toEqual([{ term: '云鹞', searches: 2, foundNothing: 0, opened: 1 }]);
});

test('many words take few statements, because others wait for each unit of work', async () => {
  const counted = globalThis as { __sqlStatements?: number };
  const before = await db.$count(searchTerms);
  for (let i = 0; i < 450; i++) {
    search(`设备${String.fromCharCode(0x4e00 + i)}`, 1, 2);
    noteOpened({ q: '无人机', type: 'product' }, `P-MANY-${i}`);
  }
  const from = counted.__sqlStatements ?? 0;
  await storeSearchTerms();
  expect((counted.__sqlStatements ?? 0) - from).toBeLessThan(20);
  expect(await db.$count(searchTerms)).toBeGreaterThanOrEqual(before + 440);
  expect((await searchTermsReport('product', 7)).searches).toBeGreaterThanOrEqual(900);
});
