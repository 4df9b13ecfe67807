import { beforeAll, expect, test } from 'vitest';
import { mendCharacters, mendLetters } from '#search/mend.server';
import { drainOutbox } from '#search/outbox.server';
import { suggestTerms } from '#search/suggest-terms.server';
import { vocabulary, type Vocabulary } from '#search/vocabulary.server';
import { useWorld } from '#tests/world';
import { noteSearch, storeSearchTerms } from '../search-terms/note-search.server';
import { suggestGroups } from '../vocabulary/suggest-groups.server';
import { nearTo } from './near.server';
import { suggestForBox } from './public-search.server';

useWorld();
let words: Vocabulary;
beforeAll(async () => {
  await drainOutbox();
  words = await vocabulary();
});

test('words of the field are offered as they begin or are read, only those that items hold', async () => {
  for (const typed of ['无人', 'wurenji', 'wrj'])
    expect(await suggestTerms(typed, 5), typed).toEqual(expect.arrayContaining(['无人机']));
  expect(await suggestTerms('无人', 2)).toHaveLength(2);
  for (const term of await suggestTerms('电', 10)) expect(words.count(term), term).toBeGreaterThan(0);
  expect(await suggestTerms('无人机')).not.toContain('无人机');
  expect(await suggestTerms('', 5)).toEqual([]);
  expect(await suggestTerms('嘀嘟咕', 5)).toEqual([]);
});

test('where nothing is found, what comes nearest leads to a page of its own', async () => {
  const near = await nearTo('wurenj');
  expect(near.length).toBeGreaterThan(0);
  for (const one of near)
    expect(one.url).toMatch(one.type === 'term' ? /^\/search\?q=/ : new RegExp(`^/${one.type}s/`));
  expect(await nearTo('嘀嘟咕嗒咪')).toEqual([]);
});

test('the box offers organisations and lists beside products and scenarios', async () => {
  const offered = async (typed: string) =>
    (await suggestForBox(typed, 8)).map(({ type, label, url }) => ({ type, label, url }));
  expect(await offered('云鹞')).toContainEqual({
    type: 'organisation',
    label: '西安云鹞航空（示例）有限公司',
    url: expect.stringMatching(/^\/organisations\//) as string,
  });
  expect(await offered('应用场景开放清单')).toContainEqual({
    type: 'publication',
    label: expect.stringContaining('应用场景开放清单') as string,
    url: expect.stringMatching(/^\/publications\//) as string,
  });
  expect((await offered('无人机')).map(({ type }) => type)).toContain('product');
});

test('what was asked for in vain is proposed to the bureau with the words that nothing knows', async () => {
  for (let i = 0; i < 3; i++)
    noteSearch({ q: '嘀嘟咕 无人机', type: 'product' }, 0, { network: `192.0.2.${i}` });
  for (let i = 0; i < 5; i++)
    noteSearch({ q: '无人机 电解槽', type: 'product' }, 0, { network: `192.0.2.${i}` });
  noteSearch({ q: '只问一次的嗒咪', type: 'product' }, 0, { network: '192.0.2.1' });
  await storeSearchTerms();
  expect(await suggestGroups()).toEqual([{ query: '嘀嘟咕 无人机', times: 3, unknown: ['嘀嘟咕'] }]);
});

test.each([
  ['robto', 'robot'],
  // another form of a word is read by the dictionary: it is no slip
  ['robots', 'robots'],
  ['wurenij', 'wurenji'],
  ['drone', 'drone'],
])('%s is mended to %s', (typed, right) => {
  expect(mendLetters(typed, words)).toBe(right);
});

test.each([
  ['光子芯偏', '光子芯片'],
  ['钛合今粉末', '钛合金粉末'],
  ['无人机', '无人机'],
  // a word of the dictionary is meant as it is
  ['眼睛', '眼睛'],
])('%s is mended to %s, and only that is noted', (typed, right) => {
  const noted: string[] = [];
  const mended = mendCharacters(typed, words, (from, to) => {
    if (from !== to) noted.push(`${from}→${to}`);
    return to;
  });
  expect(mended).toBe(right);
  expect(noted).toHaveLength(typed === right ? 0 : 1);
});
