import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const areas = readdirSync('messages/zh-CN').map((name) => name.replace(/\.json$/, ''));
const read = (locale: string, area: string) =>
  JSON.parse(readFileSync(`messages/${locale}/${area}.json`, 'utf8')) as Record<string, string>;

test.each(areas)('every message of %s is there in both languages', (area) => {
  const [chinese, english] = [read('zh-CN', area), read('en', area)];
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
});

test.each(areas)('every message of %s begins with its area', (area) => {
  expect(Object.keys(read('zh-CN', area)).filter((key) => !key.startsWith(`${area}_`))).toEqual([]);
});
