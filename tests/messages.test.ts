import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

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

test('messages are compiled again when their content changes, whatever the times of the files say', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'market-messages-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const needed of ['project.inlang', 'scripts/compile-messages.mjs'])
    cpSync(needed, path.join(dir, needed), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(dir, 'node_modules'));
  const compiled = (text: string) => {
    for (const locale of ['zh-CN', 'en']) {
      const file = path.join(dir, 'messages', locale, 'common.json');
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ common_word: `${text} ${locale}` }));
      utimesSync(file, new Date(0), new Date(0));
    }
    const { status, stderr } = spawnSync(process.execPath, ['scripts/compile-messages.mjs'], {
      cwd: dir,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return readFileSync(path.join(dir, 'app/paraglide/messages/common_word.js'), 'utf8');
  };
  expect(compiled('before')).toContain('before en');
  const after = compiled('after');
  expect(after).toContain('after en');
  expect(after).toContain('after zh-CN');
}, 60_000);
