import { expect, test } from 'vitest';
import { today } from './item.server';
import { understand } from './query.server';
import { rank, type Rankable } from './rank.server';
import { Thesaurus } from './synonyms';
import { fold, wordsOf } from './text.server';
import { Vocabulary } from './vocabulary.server';

const day = 86_400_000;
const vocabulary = new Vocabulary(new Thesaurus([{ terms: ['机库', '机巢'], related: ['起降点'] }]));
for (const title of ['无人机机库', '无人机机巢', '无人机起降点', '水质探头', '水质浮标', '水质断面'])
  vocabulary.replace(undefined, wordsOf(fold(title), 'stored'));

const item = (code: string, name: string, more: Partial<Rankable> = {}, summary = ''): Rankable =>
  ({
    id: code,
    type: 'product',
    code,
    title: name,
    publishedAt: Date.now() - 900 * day,
    text: { name: fold(name), org: '', cat: '', specs: '', summary: fold(summary), linked: '', marks: '' },
    ...more,
  }) as Rankable;
const order = (query: string, items: Rankable[]) =>
  rank(items, understand(query, vocabulary)).map((one) => one.item.code);

test('the name goes before the text, the word itself before a synonym, a synonym before what is near', () => {
  expect(order('机库', [item('text', '水质探头', {}, '配机库'), item('name', '无人机机库')])).toEqual([
    'name',
    'text',
  ]);
  expect(
    order('机巢', [
      item('near', '无人机起降点'),
      item('synonym', '无人机机库'),
      item('itself', '无人机机巢'),
    ]),
  ).toEqual(['itself', 'synonym', 'near']);
});

test('what only goes with the thing sought stands behind what the field knows, also where its name holds the word', () => {
  const items = [
    item('box', '机库防尘罩20款', {}, '为机库与机巢配套的防尘罩'),
    item('aside', '水质探头包装箱', {}, '机库可用'),
    item('text', '巡检起降点', {}, '由机库改造'),
  ];
  expect(order('机库', items)).toEqual(['text', 'box', 'aside']);
  // whoever asks for it gets it
  expect(order('机库 防尘罩', items)[0]).toBe('box');
});

test('of equals, recognition in force goes first, then evidence of use, then what is new', () => {
  const same = (code: string, more: Partial<Rankable> = {}) => item(code, '无人机机库', more);
  const items = [
    same('plain'),
    same('new', { publishedAt: Date.now() }),
    same('used', { uses: 5 }),
    same('expired', { recognisedUntil: today() - 1 }),
    same('in force', { recognisedUntil: today() + 400 }),
  ];
  expect(order('机库', items)).toEqual(['in force', 'used', 'new', 'expired', 'plain']);
  expect(order('机库', [...items].reverse())).toEqual(['in force', 'used', 'new', 'expired', 'plain']);
});

test('nothing of that makes up for relevance', () => {
  const recognised = item(
    'recognised',
    '水质探头',
    { recognisedUntil: today() + 999, uses: 99, publishedAt: Date.now() },
    '可与机库成套',
  );
  expect(order('机库', [recognised, item('meant', '无人机机库')])).toEqual(['meant', 'recognised']);
});

test('equal in everything: recognised longest, then by code', () => {
  const until = today() + 30;
  const items = [
    item('b', '无人机机库', { recognisedUntil: until }),
    item('a', '无人机机库', { recognisedUntil: until }),
    item('longer', '无人机机库', { recognisedUntil: until + 1 }),
  ];
  expect(order('机库', items)).toEqual(['longer', 'a', 'b']);
});

test('its own code goes before everything', () => {
  vocabulary.replace(undefined, ['p-uav-07']);
  expect(order('P-UAV-07', [item('P-UAV-08', 'P-UAV-07 机库'), item('P-UAV-07', '水质探头')])[0]).toBe(
    'P-UAV-07',
  );
});

test('each place says why, strongest first, and what is missing', () => {
  const [first] = rank([item('x', '无人机机库')], understand('机巢 水质', vocabulary));
  expect(first!.reasons).toMatchObject([{ typed: '机巢', word: '机库', field: 'name', relation: 'synonym' }]);
  expect(first!.missing).toEqual(['水质']);
});
