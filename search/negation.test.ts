import { expect, test } from 'vitest';
import { readConditions } from './conditions';
import { understand } from './query.server';
import { rank } from './rank.server';
import { startingGroups, thesaurusOf } from './thesaurus.server';
import { fold, wordsOf } from './text.server';
import { Vocabulary } from './vocabulary.server';

const names = [
  '无液氦磁共振超导磁体',
  '液氦杜瓦容器',
  '航空结构件柔性装配生产线',
  '微波高温烧结炉',
  '建筑垃圾清运车',
  '碳排放核算软件',
  '自动驾驶重型牵引车',
  '锂电池储能柜',
];
const vocabulary = new Vocabulary(thesaurusOf(startingGroups));
names.forEach((title, i) => {
  vocabulary.replace(undefined, wordsOf(fold(title), 'stored'));
  vocabulary.name('product', `p${i}`, { code: `P-${i}`, title });
});
vocabulary.organisation('重型汽车', '陕西重型汽车');
const item = (title: string) => ({
  id: title,
  type: 'product' as const,
  code: title,
  title,
  publishedAt: 0,
  text: { name: fold(title), org: '', cat: '', specs: '', summary: '', linked: '', marks: '' },
});
const first = (query: string, titles: string[]) =>
  rank(titles.map(item) as never, understand(query, vocabulary)).map(
    ({ item }) => (item as { id: string }).id,
  )[0];

test.each([
  ['储能 别用锂电的', '锂电'],
  ['储能 不要锂电', '锂电'],
  ['储能 不想用锂电', '锂电'],
  ['除了锂电还有什么储能', '锂电'],
  ['储能 非锂电', '锂电'],
  ['储能 不要烧锂电的', '锂电'],
  ['energy storage without lithium', 'lithium'],
])('%s leaves out %s', (query, without) => {
  const { excluded, units } = understand(query, vocabulary);
  expect(excluded.map((unit) => unit.text)).toEqual([without]);
  expect(units.map((unit) => unit.text)).not.toContain(without);
});

test('all that is denied up to the end is left out', () => {
  const { excluded, units } = understand('储能柜 不要锂电碳排放的', vocabulary);
  expect(excluded.map((unit) => unit.text).sort()).toEqual(['碳排放', '锂电']);
  expect(units.map((unit) => unit.text)).toEqual(['储能柜']);
});

test('what the texts say to do without is asked for in their words', () => {
  expect(understand('不用液氦的磁共振', vocabulary).units.flatMap((unit) => unit.spellings)).toContainEqual({
    text: '无液氦',
    weight: 1,
    relation: 'same',
  });
  expect(first('不用液氦的磁体', ['液氦杜瓦容器', '无液氦磁共振超导磁体'])).toBe('无液氦磁共振超导磁体');
});

test('没有 and 免 say what a thing is like, not what it must not be', () => {
  expect(understand('没有信号的地方', vocabulary).excluded).toEqual([]);
  expect(understand('免散瞳眼底相机', vocabulary).excluded).toEqual([]);
});

test.each(['羊奶粉生产线', '垃圾焚烧炉', '手机壳'])(
  '%s: what stands before a general word decides',
  (query) => {
    expect(understand(query, vocabulary)).toMatchObject({ wanted: undefined, saysNothing: false });
  },
);

test('a sentence is found by what it is about, however it is put', () => {
  const { units, wanted } = understand('科长让找个能给全区企业算碳排放的，一直查不清', vocabulary);
  expect(wanted).toBeDefined();
  expect(units.filter((unit) => unit.spellings.length).map((unit) => unit.text)).toEqual(['碳排放']);
});

test('an organisation is known by characters of its name', () => {
  expect(understand('陕重汽', vocabulary).units).toMatchObject([{ text: '重型汽车', how: 'organisation' }]);
  expect(understand('陕轻汽', vocabulary).units[0]!.how).toBe('typed');
});

test.each([
  ['蓝田有哪些需求在找供应商', 'scenario'],
  ['医院想采购什么设备', 'scenario'],
  ['高新区缺什么', 'scenario'],
  ['做无人机的供应商', 'product'],
  ['找无人机', undefined],
])('%s asks for %s', (query, type) => {
  expect(readConditions(fold(query), { districts: ['蓝田县'], zones: [] }, new Set()).asks).toBe(type);
});

test.each([
  ['预算上千万的场景', { key: 'amount', min: 1_000_000_000 }],
  ['几百万的储能', { key: 'amount', min: 100_000_000, max: 1_000_000_000 }],
  ['高新区现在还开着的场景', { key: 'status', values: ['open'] }],
  ['智慧工厂 12月截止', { key: 'deadline', said: '12月截止' }],
  ['正在征集的场景', { key: 'status', values: ['open'] }],
  ['学校的场景 还在征集的', { key: 'status', values: ['open'] }],
])('%s', (query, condition) => {
  const { said } = readConditions(fold(query), { districts: [], zones: [] }, new Set());
  expect(said).toContainEqual(expect.objectContaining(condition));
});

test('the batch of a year is no word to look for', () => {
  const { rest } = readConditions(fold('2025年第二批 增材制造'), { districts: [], zones: [] }, new Set());
  expect(rest).toBe('增材制造');
});

test('silicon is written otherwise in Taiwan, in either script', () => {
  expect(fold('碳化矽')).toBe('碳化硅');
  expect(fold('矽晶圓')).toBe('硅晶圆');
});
