import { expect, test } from 'vitest';
import { Thesaurus } from './synonyms';

const thesaurus = new Thesaurus([
  { terms: ['无人机', '机库'], related: ['质子膜'] },
  { terms: ['窗帘'], related: [], everyday: true },
]);

test.each(['植保无人机', '无人机机库系统', '无人机V3.0', '质子膜', '无人机改造与演习示警'])(
  '%s ends in a word of the field',
  (name) => expect(thesaurus.knowsEnding(name.toLowerCase())).toBe(true),
);

test.each(['无人机防尘罩', '防尘罩20款', '机库参观券系统', '机库窗帘', '', '系统'])(
  '%s ends in none',
  (name) => expect(thesaurus.knowsEnding(name)).toBe(false),
);
