import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const areas = ['common', 'site', 'account', 'bureau', 'domain'];
const read = (locale: string, area: string) =>
  JSON.parse(readFileSync(`messages/${locale}/${area}.json`, 'utf8')) as Record<string, string>;
const parameters = (text: unknown) => [...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

test.each(areas)('every message of %s is there in both languages, with the same parameters', (area) => {
  const [chinese, english] = [read('zh-CN', area), read('en', area)];
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  const different = Object.keys(chinese).filter(
    (key) => String(parameters(chinese[key])) !== String(parameters(english[key])),
  );
  expect(different).toEqual([]);
});

test.each(areas)('every message of %s begins with its area', (area) => {
  expect(Object.keys(read('zh-CN', area)).filter((key) => !key.startsWith(`${area}_`))).toEqual([]);
});
