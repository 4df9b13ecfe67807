import { expect, test } from 'vitest';
import { useWorld } from '#tests/world';
import { compareLine, compareSpecifications, readComparedCodes } from './compare';
import { listComparedProducts } from './compare-products.server';

useWorld();

test('an address names each product once and at most five', () => {
  expect(readComparedCodes([' p-uav-01', 'P-UAV-01', '', 'A', 'B', 'C', 'D', 'E'])).toEqual({
    codes: ['P-UAV-01', 'A', 'B', 'C', 'D'],
    more: ['E'],
  });
});

test('specifications of one name stand in one line, those that most products name first', () => {
  const lines = compareSpecifications([
    {
      specifications: [
        { name: '航程', value: '25 km' },
        { name: '续航时间', value: '50 min' },
      ],
    },
    {
      specifications: [
        { name: '续航 时间', value: '50 min' },
        { name: '载重', value: '5 kg' },
      ],
    },
  ]);
  expect(lines).toEqual([
    { label: '续航时间', values: ['50 min', '50 min'], differs: false },
    { label: '航程', values: ['25 km', null], differs: true },
    { label: '载重', values: [null, '5 kg'], differs: true },
  ]);
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
