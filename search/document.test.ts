import { expect, test } from 'vitest';
import { documentOf } from './document.server';
import type { Item } from './item.server';

const named = (name: string) =>
  documentOf({ id: 'p', words: [], text: { name }, title: name } as unknown as Item);

test('a document tells whether its name ends in a word of the field', () => {
  expect(named('植保无人机系统').own).toBe(1);
  expect(named('无人机防尘罩').own).toBe(0);
  expect(named('无人机防尘罩').named).toContain('无人');
});
