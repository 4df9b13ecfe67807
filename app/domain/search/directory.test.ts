import { expect, test } from 'vitest';
import { useWorld } from '#tests/world';
import { countDirectoryConditions, directoryHref, readDirectoryQuery } from './directory-query';
import { countDirectory, directoryPage, suggestFromDirectory } from './directory.server';

useWorld();
const read = (text: string) => readDirectoryQuery(new URLSearchParams(text));
const page = (text: string) => directoryPage(read(text)!.query);

test('an address that asks for products is not of the directory', () => {
  expect(read('q=wrj')).toBeUndefined();
  expect(read('type=product')).toBeUndefined();
});

test('what cannot be understood is left out and named; an address and its query say the same', () => {
  const asked = read(
    'type=publication&q=目录&kind=catalogue&kind=x&yearMin=2026&yearMax=2024&district=雁塔区',
  )!;
  expect(asked.query).toMatchObject({ kind: ['catalogue'], district: [], yearMin: 2024, yearMax: 2026 });
  expect(asked.ignored).toEqual([{ name: 'kind', value: 'x' }]);
  expect(countDirectoryConditions(asked.query)).toBe(2);
  expect(decodeURIComponent(directoryHref(asked.query, { page: 2 }))).toBe(
    '/search?q=目录&type=publication&kind=catalogue&yearMin=2024&yearMax=2026&page=2',
  );
  expect(read('type=publication&yearMin=soon')!.ignored).toEqual([{ name: 'yearMin', value: 'soon' }]);
});

test('a district that no list has is named, not looked for', () => {
  const { query, ignored } = read('type=organisation&district=雁塔区&district=__proto__')!;
  expect([query.district, ignored]).toEqual([['雁塔区'], [{ name: 'district', value: '__proto__' }]]);
});

test('publications are found by their batch and narrowed by kind and year', async () => {
  const all = await page('type=publication');
  expect(all.total).toBe(all.publications.length);
  const batch = await page('type=publication&q=2026年第一批');
  expect(batch.publications.length).toBeGreaterThan(0);
  expect(batch.publications.every((one) => one.title.includes('2026年第一批'))).toBe(true);
  const early = await page('type=publication&yearMax=2024');
  expect(early.publications.every((one) => one.year <= 2024)).toBe(true);
  const lists = await page('type=publication&kind=scenario-list');
  expect(lists.total).toBe(all.facets.kind!['scenario-list']);
  expect(lists.facets.kind).toEqual(all.facets.kind);
});

test('organisations are found by name, pinyin, code and industry', async () => {
  const first = async (q: string) =>
    (await page(`type=organisation&q=${encodeURIComponent(q)}`)).organisations[0]?.code;
  expect(await first('云鹞')).toBe('E07');
  expect(await first('yunyao')).toBe('E07');
  expect(await first('e07')).toBe('E07');
  const drones = await page('type=organisation&q=无人机');
  expect(drones.total).toBeGreaterThan(0);
  expect((await page('type=organisation&q=没有这样的单位')).total).toBe(0);
});

test('publications stand as they answer the words, or the newest first', async () => {
  const issued = ({ publications }: Awaited<ReturnType<typeof page>>) =>
    publications.map(({ issuedOn }) => issuedOn);
  const q = '第一批';
  const ranked = await page(`type=publication&q=${q}`);
  const newest = await page(`type=publication&q=${q}&sort=newest`);
  expect(newest.total).toBe(ranked.total);
  expect(issued(newest)).toEqual(issued(newest).sort().reverse());
  expect(newest.publications.length).toBeGreaterThan(1);
  // without words the newest come first
  const all = await page('type=publication');
  expect(issued(all)).toEqual(issued(all).sort().reverse());
});

test('organisations stand as they answer the words, or by name as it is read', async () => {
  const names = async (text: string) => (await page(text)).organisations.map(({ name }) => name);
  const byName = await names('type=organisation&q=西安&sort=name');
  const ranked = await names('type=organisation&q=西安');
  expect(byName.length).toBe(20);
  expect(byName).toEqual(byName.toSorted(new Intl.Collator('zh-CN').compare));
  // 西安… before …西安…
  expect(ranked.every((name) => name.startsWith('西安'))).toBe(true);
  expect(await names('type=organisation')).toEqual(await names('type=organisation&sort=name'));
});

test('an order that a list does not know is named; the usual one is not in the address', () => {
  const sorted = (text: string) => {
    const { query, ignored } = read(text)!;
    return [query.sort, ignored.length, directoryHref(query)];
  };
  expect(sorted('type=publication&q=a')).toEqual(['relevance', 0, '/search?q=a&type=publication']);
  expect(sorted('type=publication&q=a&sort=newest')).toEqual([
    'newest',
    0,
    '/search?q=a&type=publication&sort=newest',
  ]);
  expect(sorted('type=publication&sort=relevance')).toEqual(['newest', 0, '/search?type=publication']);
  expect(sorted('type=organisation&q=a&sort=newest')).toEqual([
    'relevance',
    1,
    '/search?q=a&type=organisation',
  ]);
  expect(sorted('type=organisation&sort=name')).toEqual(['name', 0, '/search?type=organisation']);
  expect(read('type=organisation&sort=price')!.ignored).toEqual([{ name: 'sort', value: 'price' }]);
});

test('what sounds like the words or holds some of them is offered where nothing is found', async () => {
  const near = async (text: string) => (await page(text)).near;
  expect((await near('type=organisation&q=云耀'))[0]).toMatchObject({
    type: 'organisation',
    url: '/organisations/E07',
  });
  const lists = await near('type=publication&q=2026年第一批 潜水艇');
  expect(lists.length).toBeGreaterThan(0);
  expect(lists[0]).toMatchObject({ type: 'publication' });
  expect(await near('type=organisation&q=云鹞')).toEqual([]);
});

test('the spellings that search understood find organisations too', async () => {
  const ideas = [{ typed: 'uav', text: '无人机', how: 'typed' as const, spellings: ['无人机'] }];
  const { organisation } = await countDirectory('uav', ideas);
  expect(organisation).toBe((await countDirectory('无人机')).organisation);
});

test('the authority itself is not listed, and drafts are not', async () => {
  const all = await page('type=organisation');
  expect(all.organisations.every((one) => ['enterprise', 'buyer'].includes(one.kind))).toBe(true);
});

test('names are offered while they are typed, other words are not', async () => {
  const { organisations } = await suggestFromDirectory('西安云鹞', 2);
  expect(organisations[0]?.code).toBe('E07');
  expect(await suggestFromDirectory(' ', 2)).toEqual({ organisations: [], publications: [] });
});
