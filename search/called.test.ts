import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { newId } from '#db/schema/kit';
import { enqueueForSearch } from '#db/outbox.server';
import { products } from '#db/schema';
import { useSearchEngine } from '#tests/engine';
import { findCodes } from '#tests/search/items';
import { useWorld } from '#tests/world';
import { calledAs, calledMarks, isCalledMark, notCalled, tracesOf } from './called.server';
import { understand } from './query.server';
import { fold } from './text.server';
import { Vocabulary } from './vocabulary.server';
import { Thesaurus } from './synonyms';

type Called = Partial<
  Pick<typeof products.$inferSelect, 'name' | 'model' | 'aliases' | 'englishName' | 'keywords'>
>;
/** What is called so in one way or another, and by nothing else that is asked for. */
const planted: Record<string, Called> = {
  'P-CALL-NAME': { name: '巡河无人机' },
  'P-CALL-ALIAS': { name: '水面巡护飞行平台', aliases: ['长安一号', '巡河无人机'] },
  'P-CALL-WORD': { name: '河湖监管系统', keywords: ['河道', '巡河无人机'] },
  'P-CALL-ENGLISH': { name: '河面清漂机器人', englishName: 'River Patrol Drone' },
  'P-CALL-MODEL': { name: '多参数水质浮标', model: 'XH-900' },
  'P-CALL-FREE': { name: '高效能储能柜', aliases: ['免维护电池', '无需布线电源'] },
};
/** More than are ranked, all newer, with the words in name and text, and ending as things of the field do. */
const others = Array.from({ length: 70 }, (_, n): Called => ({
  name: `巡河无人机${n}型 River Patrol Drone ${n} XH-900-${n}`,
  aliases: [`免维护电池${n}型储能柜`, `无需布线电源${n}型无人机`],
}));

useWorld();
beforeAll(async () => {
  const [like_] = await db.select().from(products).where(eq(products.code, 'P-UAV-01'));
  const rows = [
    ...others.map((called, n) => ({ code: `P-PART-${n}`, ...called, publishedAt: new Date() })),
    ...Object.entries(planted).map(([code, called]) => ({ code, ...called })),
  ].map((row) => ({
    ...like_!,
    summary: '巡河无人机，River Patrol Drone，XH-900',
    aliases: [],
    keywords: [],
    ...row,
    id: newId(),
  }));
  await write(async (tx) => {
    await tx.insert(products).values(rows);
    for (const { id } of rows) await enqueueForSearch(tx, 'product', id);
  });
});
useSearchEngine();

test.each([
  ['巡河无人机', ['P-CALL-NAME', 'P-CALL-ALIAS']],
  ['巡河 無人機', ['P-CALL-NAME', 'P-CALL-ALIAS']],
  ['长安一号', ['P-CALL-ALIAS']],
  ['ｒｉｖｅｒ patrol-drone', ['P-CALL-ENGLISH']],
  ['xh 900', ['P-CALL-MODEL']],
  ['XH-900', ['P-CALL-MODEL']],
  ['首台套 XH-900', ['P-CALL-MODEL']],
  ['免维护电池', ['P-CALL-FREE']],
  ['无需布线电源', ['P-CALL-FREE']],
])('%s: what is called exactly so stands before seventy that hold the words', async (q, codes) => {
  for (const by of ['meilisearch', 'database'] as const) {
    const found = await findCodes({ type: 'product', q, by, limit: 10 });
    expect(found.engine).toBe(by);
    expect(found.codes.slice(0, codes.length)).toEqual(codes);
    if (codes.length < 2) continue;
    expect(found.total).toBeGreaterThan(70);
    const inOrder = found.ids.map((id) => found.scores[id]!);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
  }
});

test('who names a thing as a keyword is not called so', async () => {
  for (const by of ['meilisearch', 'database'] as const) {
    const { codes } = await findCodes({ type: 'product', q: '巡河无人机', by, limit: 10 });
    expect(codes).not.toContain('P-CALL-WORD');
  }
});

test('nothing is called by a word of the field', () => {
  const vocabulary = new Vocabulary(new Thesaurus([{ terms: ['无人机', 'uav'], related: [] }]));
  expect(understand('无人机', vocabulary).called).toEqual([]);
  expect(understand('首台套 无人机', vocabulary).called).toHaveLength(1);
  expect(understand('巡河无人机', vocabulary).called).toHaveLength(1);
});

const text = fc.stringMatching(/^[巡河无人机光子芯片xh09]{2,20}$/);

test('what something is called is known however it is spaced, joined and written', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(' ', '-', ' - ', '·', '/'), (name, joint) => {
      const typed = [...name].join(joint).toUpperCase();
      const marks = calledMarks({ name: ['某某'], other: [name] });
      expect(calledAs(marks.join(' '), tracesOf([fold(typed)]))).toBe(1);
      expect(calledAs(marks.join(' '), tracesOf([fold(`${name}甲`)]))).toBe(notCalled);
      expect(calledAs(calledMarks({ other: [name], name: [name] }).join(' '), tracesOf([fold(name)]))).toBe(
        0,
      );
    }),
  );
});

test('marks are no words of the corpus', () => {
  const vocabulary = new Vocabulary(new Thesaurus([]));
  const marks = calledMarks({ name: ['巡河无人机'], other: ['XH-900', null, ''] });
  expect(marks).toHaveLength(2);
  expect(marks.every(isCalledMark)).toBe(true);
  vocabulary.replace(undefined, [...marks, 'xh', 'xna', 'q0w01e5']);
  expect([...marks, 'xh', 'xna', 'q0w01e5'].map((word) => vocabulary.count(word))).toEqual([0, 0, 1, 1, 1]);
});
