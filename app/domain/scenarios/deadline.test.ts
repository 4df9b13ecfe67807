import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deadlineCell, deadlineLeft, deadlineText } from './deadline';

const today = '2026-11-26';

test('a deadline is said as exactly as it was announced, never more', () => {
  expect(deadlineText('2026-12-31', 'half-year')).toBe('2026年下半年');
  expect(deadlineLeft('2026-12-31', 'half-year', today)).toBe('2026年下半年');
  expect(deadlineLeft('2026-12-31', 'quarter', today)).toBe('2026年第4季度');
  expect(deadlineLeft('2026-11-30', 'month', today)).toBe('2026年11月');
  expect(deadlineLeft('2026-11-30', 'day', today)).toContain('4');
  expect(deadlineCell('2026-12-31', 'half-year')).toBe('2026年下半年');
  expect(deadlineCell('2026-12-31', 'day')).toBe('2026-12-31');
  expect(deadlineCell(null, 'day')).toBeNull();
});

test('what is over is over, however it was announced', () => {
  expect(deadlineLeft('2026-06-30', 'half-year', today)).toBe(deadlineLeft('2026-06-30', 'day', today));
});

test('no page shows a deadline as a plain day', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  const plain = files.filter((file) =>
    /<(DateText|DayText|MonthText) on=\{[\w.]*deadlineOn\}|format\w+\([\w.]*deadlineOn/.test(
      readFileSync(path.join('app', file), 'utf8'),
    ),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(plain).toEqual([]);
});
