import { expect, test } from 'vitest';
import { mendCharacters, mendLetters } from './mend.server';
import { Thesaurus } from './synonyms';
import { fold, wordsOf } from './text.server';
import { Vocabulary } from './vocabulary.server';

const terms = ['电解槽', '光子芯片', '钛合金', '外骨骼', '眼镜', '无人机', 'electrolyzer', 'robot'];
const vocabulary = new Vocabulary(new Thesaurus(terms.map((term) => ({ terms: [term, term], related: [] }))));
for (const title of [...terms, '巡检机器人', '丝材', '图书馆材料柜']) {
  vocabulary.replace(undefined, wordsOf(fold(title), 'stored'));
  vocabulary.name('product', title, { code: title, title });
}
const mended = (run: string) => {
  const notes: string[] = [];
  const text = mendCharacters(run, vocabulary, (typed, right) => {
    notes.push(`${typed}→${right}`);
    return right;
  });
  return { text, notes };
};

test.each([
  ['光子芯偏', '光子芯片'],
  ['钛合今', '钛合金'],
  ['外古骼', '外骨骼'],
  ['电解曹', '电解槽'],
])('%s is meant to be %s', (typed, right) => {
  expect(mended(typed)).toEqual({ text: right, notes: [`${typed}→${right}`] });
});

test.each(['眼睛', '无人机', '食材', '巡检无人机', '食堂', '红光材料'])('%s is left as it is', (typed) => {
  expect(mended(typed)).toEqual({ text: typed, notes: [] });
});

test('what stands around a slip is left, and a text too long to look through', () => {
  expect(mended('巡检光子芯偏').text).toBe('巡检光子芯片');
  expect(mended('偏'.repeat(60)).text).toBe('偏'.repeat(60));
});

test.each([
  ['electrolizer', 'electrolyzer'],
  ['robots', 'robot'],
  ['wurenij', 'wurenji'],
  ['wurenji', 'wurenji'],
  ['xyzxyz', 'xyzxyz'],
])('the letters %s are read as %s', (typed, right) => {
  expect(mendLetters(typed, vocabulary)).toBe(right);
});
