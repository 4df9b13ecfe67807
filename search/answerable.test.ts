import { expect, test } from 'vitest';
import { understand } from './query.server';
import { rank } from './rank.server';
import { startingGroups, thesaurusOf } from './thesaurus.server';
import { fold, wordsOf } from './text.server';
import { Vocabulary } from './vocabulary.server';
import { satisfies } from './wanted.server';

/** Names and what stands in the text beside them. */
const items: [name: string, text: string][] = [
  ['室内送餐机器人', '可自己乘坐电梯，学生宿舍与医院都能用'],
  ['多孔钽植入材料', '打印后消毒包装'],
  ['高功率激光光源', '用于大型结构焊接和厚板切割'],
  ['重卡侧向智能换电站', '五分钟换好'],
  ['垂直起降复合翼巡检无人机', '长航时'],
  ['燃气调压箱监测终端', '看管道'],
  ['三轴精密制造装备', '中科微精光子'],
  ['细晶钛合金棒材', '医用'],
  ...Array.from({ length: 12 }, (_, i): [string, string] => [`零件${i}`, '钛']),
];
const vocabulary = new Vocabulary(thesaurusOf(startingGroups));
const wordsIn = (item: [string, string]) => wordsOf(fold(item.join(' ')), 'stored');
items.forEach((item, i) => {
  vocabulary.replace(undefined, wordsIn(item));
  vocabulary.name('product', `p${i}`, { code: `P-${i}`, title: item[0] });
});
vocabulary.organisation('中科微精光子');

const found = (query: string) => {
  const meaning = understand(query, vocabulary);
  const ranked = rank(
    items
      .filter((item) => meaning.wanted && satisfiedBy(item, meaning.wanted))
      .map(([name, summary]) => ({
        id: name,
        code: name,
        title: name,
        publishedAt: 0,
        text: {
          name: fold(name),
          org: '',
          cat: '',
          specs: '',
          summary: fold(summary),
          linked: '',
          marks: '',
        },
      })),
    meaning,
  );
  return ranked.map((one) => one.item.id);
};
const texts = (query: string) => understand(query, vocabulary).units.map((unit) => unit.text);

test('a phrase that ends in goods which nobody offers finds nothing, however much of the rest is known', () => {
  expect(found('学生宿舍与医院都能用的电梯机器人')).toContain('室内送餐机器人');
  expect(found('学生宿舍与医院都能用的电梯融雪剂')).toEqual([]);
});

test('words that only stand somewhere in different texts answer nothing together', () => {
  expect(found('电梯消毒')).toEqual([]);
  // one of them names a thing, or one text holds both
  expect(found('送餐消毒')).toContain('室内送餐机器人');
  expect(found('学生电梯')).toEqual(['室内送餐机器人']);
});

test('a thing that the vocabulary knows and no text has is not answered by what stands beside it', () => {
  expect(found('学生校服')).toEqual([]);
  expect(found('中学校服')).toEqual([]);
  expect(found('zhongyao yinpian')).toEqual([]);
  expect(understand('zhongyaoyinpian', vocabulary).units).toMatchObject([
    { text: '中药饮片', how: 'pinyin', spellings: [] },
  ]);
});

test('beside what else a sentence speaks of, what is sought answers', () => {
  expect(found('疫苗老不够，校服也不够，燃气也不够')).toEqual(['燃气调压箱监测终端']);
});

test.each([
  ['zkhdz', '重卡侧向智能换电站'],
  ['fhyxjwrj', '垂直起降复合翼巡检无人机'],
  ['zkwj', '三轴精密制造装备'],
  ['zhongkeweijing', '三轴精密制造装备'],
])('%s: letters of two terms, of a stretch of a name, of a company in short', (letters, name) => {
  expect(found(letters)[0]).toBe(name);
});

test('a term that no text has is read by its parts', () => {
  expect(texts('燃气管道').sort()).toEqual(['燃气', '管道']);
});

test('two words of one term may stand apart', () => {
  const group = (...terms: string[]) => ({ area: '', terms, narrower: [] });
  const few = new Vocabulary(
    thesaurusOf([group('激光焊接', 'laser welding'), group('激光', 'laser'), group('焊接', 'welding')]),
  );
  for (const text of ['焊接用的激光', '激光焊接工作站']) few.replace(undefined, wordsOf(text, 'stored'));
  const { wanted } = understand('激光焊接', few);
  expect(wanted && satisfies(new Set(wordsOf('焊接用的激光', 'stored')), wanted)).toBe(true);
  expect(wanted && satisfies(new Set(wordsOf('切割用的激光', 'stored')), wanted)).toBe(false);
});

test('what something is made of counts, in however many texts it stands', () => {
  expect(texts('医用 钛')).toContain('钛');
  expect(found('医用 钛')[0]).toBe('细晶钛合金棒材');
});

test('检测设备 tells hardly more than 检测', () => {
  const many = new Vocabulary(thesaurusOf(startingGroups));
  for (let i = 0; i < 50; i++) many.replace(undefined, wordsOf(i ? '检测' : '检测设备', 'stored'));
  const [unit] = understand('检测设备', many).units;
  expect(unit!.text).toBe('检测设备');
  expect(unit!.idf).toBeLessThan(1);
});

test('of more ideas than are asked for those that are known here count', () => {
  const long = '前天晚上隔壁邻居家猫咪打翻花瓶吵醒爷爷奶奶，宿舍也想要送餐的机器人';
  expect(texts(long)).toContain('送餐');
  expect(texts(long)).toContain('机器人');
});

function satisfiedBy(item: [string, string], wanted: Parameters<typeof satisfies>[1]) {
  return satisfies(new Set(wordsIn(item)), wanted);
}
