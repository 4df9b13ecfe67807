import { expect, test } from 'vitest';
import { refusedTitle } from './refused-title';
import { withRefusedTitle } from './refused-title.server';

const page = (title: string) => `<html lang="zh-CN"><head><title>${title}</title></head></html>`;
const answered = (answer: unknown) =>
  Buffer.from(
    withRefusedTitle(new Uint8Array(Buffer.from(page('发起对接'))), { 'routes/page': answer }),
  ).toString();

test('the title of a page says first that its form was refused, and only then', () => {
  expect(answered({ values: {}, errors: { quantity: '请填写数量' } })).toBe(page('错误：发起对接'));
  for (const answer of [
    { values: {}, errors: {} },
    { errors: undefined },
    { conflict: 'changed' },
    null,
    'no',
  ])
    expect(answered(answer)).toBe(page('发起对接'));
});

test('what is said of a refused form is said once, and taken back', () => {
  expect(refusedTitle('发起对接', true)).toBe('错误：发起对接');
  expect(refusedTitle('错误：发起对接', true)).toBe('错误：发起对接');
  expect(refusedTitle('错误：发起对接', false)).toBe('发起对接');
});
