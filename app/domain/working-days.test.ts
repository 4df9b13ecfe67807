import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar';
import {
  addWorkingDays,
  holidaysKnown,
  isWorkingDay,
  workingDayFrom,
  workingDaysBefore,
  workingDaysBetween,
} from './working-days';

const range = (from: string, to: string) => {
  const days = [];
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on);
  return days;
};

test('the holidays of 2026 are off and the shifted weekends are worked', () => {
  for (const on of range('2026-02-15', '2026-02-23')) expect(isWorkingDay(on), on).toBe(false);
  for (const on of range('2026-10-01', '2026-10-07')) expect(isWorkingDay(on), on).toBe(false);
  for (const on of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
    expect(isWorkingDay(on), on).toBe(true);
  expect(isWorkingDay('2026-11-26')).toBe(true);
  expect(isWorkingDay('2026-11-28')).toBe(false);
});

test('2025 has 248 working days and 2026 has 248', () => {
  expect(range('2025-01-01', '2025-12-31').filter(isWorkingDay)).toHaveLength(248);
  expect(range('2026-01-01', '2026-12-31').filter(isWorkingDay)).toHaveLength(248);
});

test('a year whose holidays are not known has its weekends off', () => {
  expect(holidaysKnown('2026-12-31')).toBe(true);
  expect(holidaysKnown('2031-01-01')).toBe(false);
  expect(isWorkingDay('2031-10-01')).toBe(true);
  expect(isWorkingDay('2031-10-04')).toBe(false);
});

test('the Spring Festival is passed over', () => {
  // 13 February is a Friday, the 14th is worked for it; work goes on on the 24th.
  expect(workingDaysBetween('2026-02-13', '2026-02-23')).toBe(1);
  expect(workingDaysBetween('2026-02-13', '2026-02-24')).toBe(2);
  expect(addWorkingDays('2026-02-13', 3)).toBe('2026-02-25');
  expect(workingDayFrom('2026-02-15')).toBe('2026-02-24');
  expect(workingDaysBetween('2026-03-02', '2026-03-01')).toBe(0);
});

test('counting forward and back agrees, on any day', () => {
  const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-11-01', days));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (on, days) => {
      const then = addWorkingDays(on, days);
      expect(workingDaysBetween(on, then)).toBe(days);
      expect(workingDaysBetween(on, addDays(then, -1))).toBe(days - 1);
      const since = workingDaysBefore(on, days);
      expect(workingDaysBetween(since, on)).toBe(days);
      expect(workingDaysBetween(addDays(since, 1), on)).toBe(days - 1);
    }),
  );
});
