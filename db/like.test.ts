import { asc } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '#tests/database';
import { db, write } from './client.server';
import { beginsWith, contains, hasPrefix } from './like';
import { nullsFirst, nullsLast } from './order';
import { organisations } from './schema';

useDatabase();
const rows: [code: string, name: string, foundedYear: number | null][] = [
  ['A-1', '西安ABC厂', 2001],
  ['A-2', '西安100%厂', null],
  ['A-10', '阿房abc_x厂', 1999],
  ['a-3', '宝鸡\\厂', 2010],
  ['B-1', 'É厂', null],
];
beforeAll(async () => {
  await write((tx) =>
    tx.insert(organisations).values(
      rows.map(([code, name, foundedYear]) => ({
        code,
        name,
        foundedYear,
        kind: 'enterprise' as const,
        shortName: name,
      })),
    ),
  );
});
const { code, name, foundedYear } = organisations;
const codes = async (where: ReturnType<typeof contains> | ReturnType<typeof hasPrefix>) =>
  (await db.select({ code }).from(organisations).where(where).orderBy(asc(code))).map((row) => row.code);

test('the case of Latin letters does not matter, and signs are themselves', async () => {
  expect(await codes(contains(name, 'aBc'))).toEqual(['A-1', 'A-10']);
  expect(await codes(contains(name, '%'))).toEqual(['A-2']);
  expect(await codes(contains(name, '_'))).toEqual(['A-10']);
  expect(await codes(contains(name, '\\'))).toEqual(['a-3']);
  expect(await codes(contains(name, 'É'))).toEqual(['B-1']);
  expect(await codes(beginsWith(code, 'a-'))).toEqual(['A-1', 'A-10', 'A-2', 'a-3']);
});

test('a prefix is exact', async () => {
  expect(await codes(hasPrefix(code, 'A-'))).toEqual(['A-1', 'A-10', 'A-2']);
  expect(await codes(hasPrefix(code, 'A-1'))).toEqual(['A-1', 'A-10']);
});

test('text is ordered by its bytes, whatever the language of the database', async () => {
  const ordered = await db.select({ name }).from(organisations).orderBy(asc(name));
  const byBytes = rows.map((row) => row[1]).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(ordered.map((row) => row.name)).toEqual(byBytes);
});

test('rows without a value go where the order says', async () => {
  const years = async (order: ReturnType<typeof nullsLast>) =>
    (await db.select({ foundedYear }).from(organisations).orderBy(order)).map((row) => row.foundedYear);
  expect(await years(nullsLast(asc(foundedYear)))).toEqual([1999, 2001, 2010, null, null]);
  expect(await years(nullsFirst(foundedYear))).toEqual([null, null, 1999, 2001, 2010]);
});
