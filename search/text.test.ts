import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bigrams, fold, highlight, pinyinOf, quickPinyinOf, segment, wordsOf } from './text.server';

const mixed = fc.string({
  unit: fc.constantFrom(...'无人机光子芯片電機器首台套（）()／/ＵＡＶuav019-， 示例'),
  maxLength: 40,
});

test('one spelling for width, case, script and the example mark', () => {
  expect(fold('氣凝膠 保溫')).toBe('气凝胶 保温');
  expect(fold('ＵＡＶ 巡檢')).toBe('uav 巡检');
  expect(fold('西安重明光子（示例）有限公司')).toBe('西安重明光子有限公司');
  expect(fold('天马-1000')).toBe('天马1000');
});

test('every way of writing 首台（套） is the same word', () => {
  for (const way of ['首台（套）', '首台(套)', '首台／套', '首台/套', '首（台）套', '首台套'])
    expect(fold(way)).toBe('首台套');
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('stored words are Latin words, characters and pairs of characters', () => {
  expect(wordsOf('光子芯片 a100', 'stored')).toEqual([
    '光',
    '子',
    '芯',
    '片',
    '光子',
    '子芯',
    '芯片',
    'a100',
  ]);
  expect(wordsOf('光子芯片 a100', 'asked')).toEqual(['光子', '子芯', '芯片', 'a100']);
  expect(wordsOf('氢', 'asked')).toEqual(['氢']);
});

test('whatever is asked for a part of a text is among the words stored of it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'无人机光子芯片 '), maxLength: 20 }),
      fc.nat(20),
      fc.nat(20),
      (text, a, b) => {
        const folded = fold(text);
        const stored = new Set(wordsOf(folded, 'stored'));
        const part = folded.slice(Math.min(a, b), Math.max(a, b));
        for (const word of wordsOf(part, 'asked')) expect(stored.has(word)).toBe(true);
      },
    ),
  );
});

test('words hold only what no engine can cut otherwise', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      for (const word of wordsOf(fold(text), 'stored'))
        expect(word).toMatch(/^(\p{sc=Han}{1,2}|[a-z0-9]{1,40})$/u);
    }),
  );
});

test('pinyin in full, as initials and by syllable', () => {
  expect(pinyinOf('无人机')).toEqual({ full: 'wurenji', initials: 'wrj', syllables: ['wu', 'ren', 'ji'] });
  expect(pinyinOf('绿氢v2')).toMatchObject({ full: 'lvqingv2', initials: 'lqv' });
  expect(quickPinyinOf('电解槽 3型')).toEqual({ full: 'dianjiecao3xing', initials: 'djc3x' });
});

test('a text is cut by the dictionary, a run into its pairs', () => {
  expect(segment('高压电池系统')).toContain('电池');
  expect(bigrams('光子芯片')).toEqual(['光子', '子芯', '芯片']);
});

test('what was searched for is marked whatever its width or script', () => {
  expect(highlight('ＵＡＶ機庫（示例）', ['uav', '机库'])).toEqual([
    { text: 'ＵＡＶ機庫', mark: true },
    { text: '（示例）', mark: false },
  ]);
  expect(highlight('军用am芯片', ['am'])).toEqual([
    { text: '军用', mark: false },
    { text: 'am', mark: true },
    { text: '芯片', mark: false },
  ]);
  expect(highlight('programme', ['am'])).toEqual([{ text: 'programme', mark: false }]);
});

test('marking never changes the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
      (name, terms) => {
        expect(
          highlight(name, terms)
            .map((part) => part.text)
            .join(''),
        ).toBe(name);
      },
    ),
  );
});
