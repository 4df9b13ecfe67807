import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as m from '~/paraglide/messages';
import { phrase, word } from '~/word';
import { compactWords } from './compact-words';

const folder = 'app/paraglide/messages';
const transform = compactWords.transform as (
  code: string,
  id: string,
  options?: { ssr?: boolean },
) => { code: string } | undefined;
const shortened = (name: string, ssr = false) =>
  transform(readFileSync(`${folder}/${name}.js`, 'utf8'), `/site/${folder}/${name}.js`, { ssr });

/** The shortened module, run. */
function run(name: string) {
  const expression = /= \/\*@__PURE__\*\/ ([\s\S]*);\n$/.exec(shortened(name)!.code)![1]!;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('word', 'phrase', `return ${expression}`)(word, phrase) as (
    inputs: object,
    options: { locale: string },
  ) => string;
}

test('every message is shortened for browsers and says the same in both languages', () => {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.js') && file !== '_index.js')
    .map((file) => file.slice(0, -3));
  expect(names.length).toBeGreaterThan(1000);
  const many = new Proxy({}, { get: (_, key) => `‹${String(key)}›` });
  const messages = m as unknown as Record<string, (inputs: object, options: { locale: string }) => string>;
  for (const inputs of [many, new Proxy({}, { get: () => '1' }), new Proxy({}, { get: () => 1 })])
    for (const name of names)
      for (const locale of ['zh-CN', 'en'])
        expect(run(name)(inputs, { locale }), name).toBe(messages[name]!(inputs, { locale }));
});

test('in a browser the language is that of the page', () => {
  const { code } = transform('', '/site/app/paraglide/runtime.js')!;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const language = new Function('document', code.replace('export ', '') + 'return getLocale();');
  expect(language({ documentElement: { lang: 'en' } })).toBe('en');
  expect(transform('', '/site/app/paraglide/runtime.js', { ssr: true })).toBeUndefined();
});

test('the server keeps the compiled messages, and other modules are left alone', () => {
  expect(shortened('common_search', true)).toBeUndefined();
  expect(transform('export const a = 1;', '/site/app/format.ts')).toBeUndefined();
  expect(transform('export const a = 1;', `/site/${folder}/common_search.js`)).toBeUndefined();
});
