import { expect, test } from 'vitest';
import english from '#db/world/english-chinese.json';
import { Dictionary, formsOf } from './dictionary';
import { mendLetters } from './mend.server';
import { understand } from './query.server';
import { Thesaurus } from './synonyms';
import { fold, wordsOf } from './text.server';
import { Vocabulary } from './vocabulary.server';

const dictionary = new Dictionary(english.entries);
const vocabulary = new Vocabulary(new Thesaurus([{ terms: ['robot', '机器人'], related: [] }]), dictionary);
['河道清淤机器人', '微小卫星地面站', '铅酸蓄电池'].forEach((title, i) => {
  vocabulary.replace(undefined, wordsOf(fold(title), 'stored'));
  vocabulary.name('product', `p${i}`, { code: `P-${i}`, title });
});
const read = (query: string) =>
  understand(query, vocabulary).units.map((unit) => [unit.text, unit.spellings.map((one) => one.text)]);

test('words are also looked up by what they are a form of', () => {
  expect(formsOf('batteries')).toContain('battery');
  expect(formsOf('dredging')).toContain('dredge');
  expect(formsOf('mapping')).toContain('map');
  expect(formsOf('bus')).not.toContain('b');
  expect(dictionary.chineseFor(['satellites'])).toContain('卫星');
  expect(dictionary.chineseFor(['no such word'])).toEqual([]);
});

test('an English word that nothing else knows is read by the dictionary, for less than a synonym', () => {
  expect(read('dredging')).toEqual([['dredging', ['清淤']]]);
  expect(read('lead-acid batteries')).toContainEqual(['batteries', ['电池', '铅酸蓄电池']]);
  const [unit] = understand('satellites', vocabulary).units;
  expect(unit).toMatchObject({ typed: 'satellites', spellings: [{ text: '卫星', relation: 'synonym' }] });
  expect(unit!.spellings[0]!.weight).toBeLessThan(0.85);
});

test('only words of the corpus are taken from it: a loom is nowhere', () => {
  expect(dictionary.chineseFor(['loom'])).toContain('织布机');
  expect(read('loom')).toEqual([['loom', []]]);
});

test('an English word is not taken for a slip of another', () => {
  expect(mendLetters('robots', vocabulary)).toBe('robot');
  expect(mendLetters('robat', vocabulary)).toBe('robot');
  expect(dictionary.knows('report')).toBe(true);
  expect(mendLetters('report', vocabulary)).toBe('report');
});
