import fc from 'fast-check';
import { expect, test } from 'vitest';
import { understand } from './query.server';
import { parseThesaurus } from './synonyms';
import { startingGroups, thesaurusOf } from './thesaurus.server';
import { fold, wordsOf } from './text.server';
import { Vocabulary } from './vocabulary.server';
import { asEngineFilter, asFts5, asTsquery, satisfies } from './wanted.server';

const corpus = [
  '垂直起降复合翼巡检无人机',
  '无人机无人值守机库系统',
  '100千瓦质子交换膜电解槽',
  'ALK系列碱性水电解制氢设备',
  '兆瓦级全液冷超充终端',
  '光子芯片版图设计与仿真软件',
  '氢燃料电池电堆',
  '下肢外骨骼机器人',
];
const thesaurus = thesaurusOf(startingGroups);
const vocabulary = new Vocabulary(thesaurus);
corpus.forEach((title, i) => {
  vocabulary.replace(undefined, wordsOf(fold(title), 'stored'));
  vocabulary.name('product', `p${i}`, { code: `P-${i}`, title });
});

const found = (query: string) => {
  const { wanted } = understand(query, vocabulary);
  return wanted ? corpus.filter((title) => satisfies(new Set(wordsOf(fold(title), 'stored')), wanted)) : [];
};
const units = (query: string) => understand(query, vocabulary).units.map((unit) => unit.text);

test('the thesaurus is read as groups of equal words and words related one way', () => {
  expect(parseThesaurus('# note\n无人机, UAV，drone > 低空\n')).toEqual([
    { terms: ['无人机', 'uav', 'drone'], related: ['低空'] },
  ]);
  expect(thesaurus.groups.length).toBeGreaterThanOrEqual(800);
  expect(thesaurus.synonymsOf('uav').equal).toContain('无人机');
  expect(thesaurus.synonymsOf('低空').related).not.toContain('无人机');
});

test.each([
  ['无人机', '垂直起降复合翼巡检无人机'],
  ['無人機', '垂直起降复合翼巡检无人机'],
  ['ｗｕｒｅｎｊｉ', '垂直起降复合翼巡检无人机'],
  ['wu ren ji', '垂直起降复合翼巡检无人机'],
  ['wrj', '垂直起降复合翼巡检无人机'],
  ['UAV', '垂直起降复合翼巡检无人机'],
  ['electrolyzer', '100千瓦质子交换膜电解槽'],
  ['electrolizer', '100千瓦质子交换膜电解槽'],
  ['绿氢设备', 'ALK系列碱性水电解制氢设备'],
  ['光子芯偏', '光子芯片版图设计与仿真软件'],
  ['外古骼机器人', '下肢外骨骼机器人'],
  ['qingranliaodianchi', '氢燃料电池电堆'],
  ['飞行器机巢', '无人机无人值守机库系统'],
])('%s finds %s', (query, title) => expect(found(query)).toContain(title));

test('a query is cut into ideas, the most telling first, without stop words', () => {
  expect(units('我想找 UAV 和 电解槽').sort()).toEqual(['uav', '电解槽']);
  expect(units('wurenjixunjian').sort()).toEqual(['巡检', '无人机']);
  expect(units('机器人 不要无人机')).not.toContain('无人机');
});

test('what the corpus does not speak of finds nothing', () => {
  expect(found('红酒开瓶器批发')).toEqual([]);
  expect(found('zzzzqqqq')).toEqual([]);
  expect(understand('zq0findable', vocabulary)).toMatchObject({ wanted: undefined, saysNothing: false });
  expect(understand('？？！', vocabulary)).toMatchObject({
    units: [],
    wanted: undefined,
    saysNothing: false,
  });
});

test('a query of nothing but general words asks for everything', () => {
  expect(understand('产品', vocabulary).saysNothing).toBe(true);
});

test('a word with a meaning is not taken for a mistyped one', () => {
  expect(units('医院数据加密')).not.toContain('元数据');
});

test('one description serves engine, SQLite and PostgreSQL', () => {
  const wanted = { all: [{ any: [{ word: '无人' }, { word: 'uav' }] }, { word: '巡检' }] };
  expect(asEngineFilter(wanted)).toBe('((words = "无人" OR words = "uav") AND words = "巡检")');
  expect(asFts5(wanted)).toBe('(("无人" OR "uav") AND "巡检")');
  expect(asTsquery(wanted)).toBe(`(('无人' | 'uav') & '巡检')`);
});

test('no query, however odd, breaks understanding or quoting', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(...[...thesaurus.beginningWith('')].slice(0, 200), '"', "'", '\\', '不要', '的'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const { wanted } = understand(pieces.join(' '), vocabulary);
      if (!wanted) return;
      expect(asFts5(wanted)).toMatch(/^[("a-z0-9\p{sc=Han})ANDOR ]+$/u);
      expect(asEngineFilter(wanted).replace(/words = "[a-z0-9\p{sc=Han}]+"/gu, '')).toMatch(/^[()ANDOR ]*$/);
    }),
    { numRuns: 200 },
  );
});

test('a rare word is as telling in a large catalogue as in a small one, a common one still less', () => {
  const telling = (size: number) => {
    const large = new Vocabulary(thesaurus);
    for (let n = 0; n < size; n++)
      large.replace(undefined, wordsOf(n === 0 ? '电解槽' : n % 2 ? '无人机' : '货架', 'stored'));
    return Object.fromEntries(understand('电解槽 无人机', large).units.map((unit) => [unit.text, unit.idf]));
  };
  const [small, large] = [telling(290), telling(30_000)];
  expect(large['电解槽']! / small['电解槽']!).toBeCloseTo(1, 1);
  expect(large['无人机']).toBeLessThan(small['电解槽']! / 4);
});
