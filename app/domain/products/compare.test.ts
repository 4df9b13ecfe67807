import { expect, test } from 'vitest';
import { useWorld } from '#tests/world';
import { compareLine, compareSpecifications, readComparedCodes } from './compare';
import { listComparedProducts } from './compare-products.server';
import { meaningOf, specificationLines } from './compare-specifications.server';

useWorld();

test('an address names each product once and at most five', () => {
  expect(readComparedCodes([' p-uav-01', 'P-UAV-01', '', 'A', 'B', 'C', 'D', 'E'])).toEqual({
    codes: ['P-UAV-01', 'A', 'B', 'C', 'D'],
    more: ['E'],
  });
});

test('specifications of one meaning stand in one line, those that most products name first', async () => {
  const lineOf = await specificationLines();
  const named = (...given: [name: string, value: string, unit: string][]) => ({
    specifications: given.map(([name, value, unit]) => ({
      name,
      value: `${value} ${unit}`,
      line: lineOf(name),
      meaning: meaningOf(value, unit),
    })),
  });
  const lines = compareSpecifications([
    named(['航程', '25', 'km'], ['续航时间', '180', 'min']),
    named(['续航', '3', 'h'], ['载重', '5', 'kg'], ['工作时间', '4', 'h']),
  ]);
  expect(lines).toEqual([
    { label: '续航时间', values: ['180 min', '3 h'], differs: false },
    { label: '航程', values: ['25 km', null], differs: true },
    { label: '载重', values: [null, '5 kg'], differs: true },
    // the same product says both: neither is lost
    { label: '工作时间', values: [null, '4 h'], differs: true },
  ]);
});

test.each([
  ['100', 'kW', '0.1', 'MW', true],
  ['70/35', 'MPa', '700/350', 'bar', true],
  ['20,000', 'mAh', '20', 'Ah', true],
  ['≤6', 's', '≤6000', 'ms', true],
  ['≤6', 's', '6', 's', false],
  ['100', 'kW', '100', 'kWh', false],
  ['5', '条', '5', '种', false],
  ['3 小时', null, '180min', null, true],
])('%s %s and %s %s say the same: %s', (a, unitA, b, unitB, same) => {
  expect(meaningOf(a, unitA) === meaningOf(b, unitB)).toBe(same);
});

test('a space is no difference, silence is one', () => {
  expect(compareLine('x', ['1 kg', '1\u00a0kg']).differs).toBe(false);
  expect(compareLine('x', [null, null]).differs).toBe(false);
  expect(compareLine('x', ['1', null]).differs).toBe(true);
});

test('published products stand in the order of the address; others are left out', async () => {
  const found = await listComparedProducts(['P-UAV-11', 'P-NONE-1', 'P-UAV-01'], '2026-11-24');
  expect(found.map((one) => one.code)).toEqual(['P-UAV-11', 'P-UAV-01']);
  expect(found[1]!.specifications.length).toBeGreaterThan(1);
  expect(found[1]!.recognition?.inForce).toBe(true);
});
