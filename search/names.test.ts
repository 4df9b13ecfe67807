import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Names, type Name } from './names';

const named = (id: string, folded: string): Name => ({
  type: 'product',
  id,
  code: `p-${id}`,
  label: folded.toUpperCase(),
  folded,
  full: folded,
  initials: folded.slice(0, 1),
});
const held = (names: Names, words: string, way: 'holding' | 'beginning' = 'holding') => {
  const ids: string[] = [];
  names[way]('folded', words, (name) => void ids.push(name.id));
  return ids.sort();
};

test('finds what looking at each name finds, after any changes', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '无', '人'), maxLength: 6 });
  const change = fc.record({ id: fc.nat(1500), text: fc.option(text, { nil: undefined }) });
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '无', '人'), minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (changes, words, looking) => {
        const names = new Names();
        const plain = new Map<string, string>();
        for (let i = 0; i < 1200; i++) {
          const folded = i % 3 ? 'ab无人'.slice(i % 4) : '';
          names.set(named(String(i), folded));
          plain.set(String(i), folded);
        }
        for (const { id, text: folded } of changes) {
          if (looking) held(names, words);
          if (folded === undefined) {
            names.delete(String(id));
            plain.delete(String(id));
          } else {
            names.set(named(String(id), folded));
            plain.set(String(id), folded);
          }
        }
        const those = (fits: (folded: string) => boolean) =>
          [...plain].flatMap(([id, folded]) => (fits(folded) ? [id] : [])).sort();
        expect(held(names, words)).toEqual(those((folded) => folded.includes(words)));
        expect(held(names, words, 'beginning')).toEqual(those((folded) => folded.startsWith(words)));
      },
    ),
    { numRuns: 60 },
  );
});
